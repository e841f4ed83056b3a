import { useQuery } from '@tanstack/react-query';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { ownPhoneQuery, useUpdateOwnPhone } from './call-settings.api.ts';

/** The phone that rings for a call that is started here. */
export const OwnPhoneCard = () => {
  const ownPhone = useQuery(ownPhoneQuery);
  const update = useUpdateOwnPhone();
  const errors = fieldErrors(update.error);
  return (
    <Card
      title="Your phone"
      hint="When you call a contact from here, this phone rings first. The contact sees the organization's number."
    >
      {ownPhone.isPending ? (
        <Skeleton className="h-8 w-64" />
      ) : (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            const { phone_number = '' } = submittedValues(event);
            update.mutate(phone_number.trim() || null, {
              onSuccess: () => toast.success('Saved.'),
            });
          }}
        >
          <Field label="Phone number" error={errors['phone_number']}>
            {(control) => (
              <Input
                {...control}
                name="phone_number"
                type="tel"
                autoComplete="tel"
                className="max-w-64"
                maxLength={40}
                defaultValue={ownPhone.data?.phone_number ?? ''}
              />
            )}
          </Field>
          <FormError
            message={update.error && !errors['phone_number'] ? messageOf(update.error) : null}
          />
          <Button type="submit" className="justify-self-start" loading={update.isPending}>
            Save
          </Button>
        </form>
      )}
    </Card>
  );
};
