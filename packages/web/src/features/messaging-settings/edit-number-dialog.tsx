import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { useUpdateNumber } from './messaging-settings.api.ts';

/** Names a number, and says how much the carrier lets through. */
export const EditNumberDialog = ({
  number,
  onClose,
}: {
  number: PhoneNumber;
  onClose: () => void;
}) => {
  const update = useUpdateNumber();
  const errors = fieldErrors(update.error);
  return (
    <Dialog open onOpenChange={onClose} title={number.display}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          const values = submittedValues(event);
          update.mutate(
            {
              id: number.id,
              friendly_name: values['friendly_name'] ?? '',
              segments_per_second: Number(values['segments_per_second']),
              ...(number.provider === 'twilio' && {
                messaging_service_sid: values['messaging_service_sid'] || null,
              }),
            },
            { onSuccess: onClose },
          );
        }}
      >
        <Field label="Name" hint="Shown beside its messages." error={errors['friendly_name']}>
          {(control) => (
            <Input
              {...control}
              name="friendly_name"
              autoFocus
              maxLength={64}
              defaultValue={number.friendly_name}
            />
          )}
        </Field>
        <Field
          label="Parts a second"
          hint="What the carrier lets through: 1 for a US long code, 3 for toll-free, 100 for a short code."
          error={errors['segments_per_second']}
        >
          {(control) => (
            <Input
              {...control}
              name="segments_per_second"
              inputMode="decimal"
              defaultValue={String(number.segments_per_second)}
            />
          )}
        </Field>
        {number.provider === 'twilio' && (
          <Field
            label="Messaging Service SID"
            hint="Only when Twilio requires one."
            error={errors['messaging_service_sid']}
          >
            {(control) => (
              <Input
                {...control}
                name="messaging_service_sid"
                spellCheck={false}
                autoComplete="off"
                placeholder="MG…"
                defaultValue={number.messaging_service_sid ?? ''}
              />
            )}
          </Field>
        )}
        <FormError
          message={
            update.error && Object.keys(errors).length === 0 ? messageOf(update.error) : null
          }
        />
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={update.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
