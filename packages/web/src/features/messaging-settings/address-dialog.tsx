import type { EmailAddress } from '@rapport/contract/email-addresses.api';
import { fieldErrors, isStatus, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { useCreateAddress, useUpdateAddress } from './mail-settings.api.ts';

type Props = {
  /** What is changed; null adds one. */
  address: EmailAddress | null;
  /** What stands after the @. */
  domain: string;
  onClose: () => void;
};

/** Adds an address, or changes it and its sender. */
export const AddressDialog = ({ address, domain, onClose }: Props) => {
  const create = useCreateAddress();
  const update = useUpdateAddress();
  const { error, isPending } = address ? update : create;
  const errors = fieldErrors(error);
  const taken = isStatus(error, 409) ? messageOf(error) : null;
  const isOther = error && !taken && Object.keys(errors).length === 0;
  return (
    <Dialog open onOpenChange={onClose} title={address ? 'Edit the address' : 'New address'}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          const { username = '', sender_name = '' } = submittedValues(event);
          const values = { username: username.toLowerCase(), sender_name: sender_name || null };
          if (address) update.mutate({ id: address.id, ...values }, { onSuccess: onClose });
          else create.mutate(values, { onSuccess: onClose });
        }}
      >
        <Field
          label="Address"
          hint="3 to 64 lower-case letters, digits, dots and dashes."
          error={taken ?? errors['username']}
        >
          {(control) => (
            <div className="flex items-center gap-2">
              <Input
                {...control}
                name="username"
                autoFocus
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={64}
                defaultValue={address?.username}
              />
              <span className="shrink-0 text-ink-muted">
                @{address ? address.address.split('@').at(-1) : domain}
              </span>
            </div>
          )}
        </Field>
        <Field
          label="Sender"
          hint="The name that people see; the organization's unless given."
          error={errors['sender_name']}
        >
          {(control) => (
            <Input
              {...control}
              name="sender_name"
              maxLength={100}
              defaultValue={address?.sender_name ?? ''}
            />
          )}
        </Field>
        <FormError message={isOther ? messageOf(error) : null} />
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={isPending}>
            {address ? 'Save' : 'Add'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
