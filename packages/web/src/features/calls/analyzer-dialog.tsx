import type { Analyzer } from '@rapport/contract/call-settings.api';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useSaveAnalyzer } from './call-settings.api.ts';

/** A question to transcripts, new or changed. */
export const AnalyzerDialog = ({
  analyzer,
  onClose,
}: {
  analyzer: Analyzer | null;
  onClose: () => void;
}) => {
  const save = useSaveAnalyzer(analyzer?.id ?? null);
  const errors = fieldErrors(save.error);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={analyzer ? 'Change the analyzer' : 'New analyzer'}
      description="Without a language model, the built-in engine answers a question of your own with what was said in its words."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { name = '', prompt = '' } = submittedValues(event);
          save.mutate({ name, prompt }, { onSuccess: onClose });
        }}
      >
        <Field label="Name" error={errors['name']}>
          {(control) => (
            <Input
              {...control}
              name="name"
              required
              maxLength={60}
              defaultValue={analyzer?.name ?? ''}
            />
          )}
        </Field>
        <Field label="Question" error={errors['prompt']}>
          {(control) => (
            <Textarea
              {...control}
              name="prompt"
              required
              rows={4}
              maxLength={4000}
              placeholder="Was a price named, and what did the caller say to it?"
              defaultValue={analyzer?.prompt ?? ''}
            />
          )}
        </Field>
        <FormError
          message={save.error && Object.keys(errors).length === 0 ? messageOf(save.error) : null}
        />
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
