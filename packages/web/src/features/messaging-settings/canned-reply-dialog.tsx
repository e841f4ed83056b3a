import type { CannedReply } from '@rapport/contract/canned-replies.api';
import { fieldErrors, isStatus, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useCreateCannedReply, useUpdateCannedReply } from './messaging-settings.api.ts';

type Props = {
  /** What is changed; null writes one. */
  reply: CannedReply | null;
  onClose: () => void;
};

/** Writes or changes a canned reply. */
export const CannedReplyDialog = ({ reply, onClose }: Props) => {
  const create = useCreateCannedReply();
  const update = useUpdateCannedReply();
  const { error, isPending } = reply ? update : create;
  const errors = fieldErrors(error);
  const taken = isStatus(error, 409) ? messageOf(error) : null;
  const isOther = error && !taken && Object.keys(errors).length === 0;
  return (
    <Dialog open onOpenChange={onClose} title={reply ? 'Edit the reply' : 'New canned reply'}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          const { title = '', shortcut = '', body = '' } = submittedValues(event);
          const values = { title, shortcut, body };
          if (reply) update.mutate({ id: reply.id, ...values }, { onSuccess: onClose });
          else create.mutate(values, { onSuccess: onClose });
        }}
      >
        <Field label="Title" error={errors['title']}>
          {(control) => (
            <Input
              {...control}
              name="title"
              autoFocus
              maxLength={120}
              placeholder="Opening hours"
              defaultValue={reply?.title}
            />
          )}
        </Field>
        <Field
          label="Shortcut"
          hint="What is typed after the slash."
          error={taken ?? errors['shortcut']}
        >
          {(control) => (
            <Input
              {...control}
              name="shortcut"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={41}
              placeholder="hours"
              defaultValue={reply?.shortcut}
            />
          )}
        </Field>
        <Field
          label="Text"
          hint="{{first_name}} becomes the person's name; {{first_name|there}} says “there” when it is not known."
          error={errors['body']}
        >
          {(control) => (
            <Textarea
              {...control}
              name="body"
              rows={5}
              maxLength={10_000}
              defaultValue={reply?.body}
            />
          )}
        </Field>
        <FormError message={isOther ? messageOf(error) : null} />
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={isPending}>
            {reply ? 'Save' : 'Create'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
