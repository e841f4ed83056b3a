import type { CallHandling } from '@rapport/contract/call-settings.api';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { formatPhone } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUpdateHandling } from './call-settings.api.ts';

/** How one number answers: whom it rings, what the voicemail says, whether it is written down. */
export const HandlingForm = ({
  number,
  mayChange,
}: {
  number: CallHandling;
  mayChange: boolean;
}) => {
  const update = useUpdateHandling(number.phone_number_id);
  const [records, setRecords] = useState(number.records);
  const errors = fieldErrors(update.error);
  const name = number.friendly_name || formatPhone(number.phone_number);
  const save = (values: Record<string, string>) =>
    update.mutate(
      { forward_to: values['forward_to'] || null, greeting: values['greeting'] ?? '', records },
      { onSuccess: () => toast.success('Saved.') },
    );
  return (
    <form
      aria-label={name}
      className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0"
      onSubmit={(event) => save(submittedValues(event))}
    >
      <h3 className="font-semibold">
        {name}
        {number.friendly_name && (
          <span className="pl-2 font-normal text-ink-muted">
            {formatPhone(number.phone_number)}
          </span>
        )}
      </h3>
      <fieldset disabled={!mayChange} className="grid gap-3">
        <Field
          label="Rings"
          hint="Empty: callers leave a message at once."
          error={errors['forward_to']}
        >
          {(control) => (
            <Input
              {...control}
              name="forward_to"
              type="tel"
              className="max-w-64"
              maxLength={40}
              defaultValue={number.forward_to ?? ''}
            />
          )}
        </Field>
        <Field label="Voicemail greeting" error={errors['greeting']}>
          {(control) => (
            <Textarea
              {...control}
              name="greeting"
              maxLength={500}
              placeholder="Nobody can take your call right now. Please leave a message after the tone, and we will get back to you."
              defaultValue={number.greeting}
            />
          )}
        </Field>
        <CheckboxField
          label="Record calls and write them down"
          hint="In many places callers have to be told; say it in the greeting, or when you answer."
          checked={records}
          onChange={setRecords}
          disabled={!mayChange}
        />
      </fieldset>
      <FormError
        message={update.error && Object.keys(errors).length === 0 ? messageOf(update.error) : null}
      />
      {mayChange && (
        <Button type="submit" className="justify-self-start" loading={update.isPending}>
          Save
        </Button>
      )}
    </form>
  );
};
