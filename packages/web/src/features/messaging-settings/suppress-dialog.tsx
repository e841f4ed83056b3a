import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSuppress } from './messaging-settings.api.ts';

const CHANNELS = [
  { value: 'sms', label: 'Phone number' },
  { value: 'email', label: 'E-mail address' },
] as const;

/** Blocks a number or an address because somebody asked for it. */
export const SuppressDialog = ({ onClose }: { onClose: () => void }) => {
  const suppress = useSuppress();
  const [channel, setChannel] = useState<'sms' | 'email'>('sms');
  const errors = fieldErrors(suppress.error);
  return (
    <Dialog open onOpenChange={onClose} title="Block a number or address">
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) =>
          suppress.mutate(
            { channel, address: submittedValues(event)['address'] ?? '' },
            { onSuccess: onClose },
          )
        }
      >
        <Segmented label="Kind" value={channel} onChange={setChannel} options={CHANNELS} />
        <Field
          label={channel === 'sms' ? 'Phone number' : 'E-mail address'}
          error={errors['address']}
        >
          {(control) => (
            <Input
              {...control}
              key={channel}
              name="address"
              type={channel === 'sms' ? 'tel' : 'email'}
              autoFocus
              autoComplete="off"
              maxLength={254}
            />
          )}
        </Field>
        <FormError
          message={
            suppress.error && Object.keys(errors).length === 0 ? messageOf(suppress.error) : null
          }
        />
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={suppress.isPending}>
            Block
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
