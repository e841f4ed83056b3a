import type { Role } from '@rapport/contract/permissions';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { useMe } from '../auth/auth.api.ts';
import { CopyField } from './copy-field.tsx';
import { ROLE_HINTS, ROLE_LABELS, rolesToGive } from './roles.ts';
import { useCreateInvitation } from './settings.api.ts';

/** Asks for an address and a role, then shows the link. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const { member } = useMe();
  const [role, setRole] = useState<Role>('member');
  const create = useCreateInvitation();
  const emailError = fieldErrors(create.error)['email'];

  if (create.data)
    return (
      <Dialog open onOpenChange={onClose} title={`${create.data.invitation.email} is invited`}>
        <CopyField
          label="Invitation link"
          hint="Send it to them yourself. It is shown only now."
          value={create.data.url}
        />
        <DialogActions>
          <Button onClick={onClose}>Done</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog open onOpenChange={onClose} title="Invite somebody">
      <form
        className="grid gap-4"
        onSubmit={(event) => create.mutate({ email: submittedValues(event)['email'] ?? '', role })}
      >
        <Field label="E-mail address" error={emailError} hint="They sign in with it.">
          {(control) => <Input {...control} name="email" type="email" required maxLength={254} />}
        </Field>
        <Field label="Role" hint={ROLE_HINTS[role]}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={setRole}
              options={rolesToGive(member.role).map((value) => ({
                value,
                label: ROLE_LABELS[value],
              }))}
            />
          )}
        </Field>
        <FormError message={create.error && !emailError ? messageOf(create.error) : null} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" loading={create.isPending}>
            Make the link
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
