import { messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { CopyField } from './copy-field.tsx';
import { useCreateGatewayKey } from './settings.api.ts';

/** Asks what the key is for, then shows it: the only time. */
export const NewKeyDialog = ({ onClose }: { onClose: () => void }) => {
  const create = useCreateGatewayKey();
  if (create.data)
    return (
      <Dialog open onOpenChange={onClose} title={`The key “${create.data.gateway_key.name}”`}>
        <CopyField
          label="Key"
          hint="Copy it now: it is kept only as a hash and cannot be shown again."
          value={create.data.key}
        />
        <DialogActions>
          <Button onClick={onClose}>Done</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog open onOpenChange={onClose} title="New gateway key">
      <form
        className="grid gap-4"
        onSubmit={(event) => create.mutate(submittedValues(event)['name'] ?? '')}
      >
        <Field label="Name" hint="Which program it is for, such as “Website chat”.">
          {(control) => <Input {...control} name="name" required maxLength={80} />}
        </Field>
        <FormError message={create.error && messageOf(create.error)} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" loading={create.isPending}>
            Make the key
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
