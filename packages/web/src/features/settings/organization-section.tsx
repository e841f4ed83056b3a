import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { ZoneInput } from '../../ui/zone-input.tsx';
import { useCan, useMe } from '../auth/auth.api.ts';
import { listCountries } from './countries.ts';
import { useUpdateOrganization } from './settings.api.ts';

const COUNTRIES = listCountries().map(({ code, name }) => ({ value: code, label: name }));

export const OrganizationSection = () => {
  const { organization } = useMe();
  const mayChange = useCan('settings:manage');
  const update = useUpdateOrganization();
  const [assignedOnly, setAssignedOnly] = useState(organization.members_see_assigned_only);
  const errors = fieldErrors(update.error);
  const hasFieldErrors = Object.keys(errors).length > 0;
  return (
    <Card
      title="Organization"
      hint={mayChange ? undefined : 'Only an owner or admin can change these.'}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const values = submittedValues(event);
          update.mutate(
            {
              name: values['name'],
              default_country: values['default_country'],
              timezone: values['timezone'],
              members_see_assigned_only: assignedOnly,
            },
            { onSuccess: () => toast.success('Saved.') },
          );
        }}
      >
        <fieldset disabled={!mayChange} className="grid gap-4">
          <Field label="Name" error={errors['name']}>
            {(control) => (
              <Input
                {...control}
                name="name"
                required
                maxLength={120}
                defaultValue={organization.name}
              />
            )}
          </Field>
          <div className="grid gap-4 md:grid-cols-2">
            <Field
              label="Country"
              hint="How a phone number without + is read."
              error={errors['default_country']}
            >
              {(control) => (
                <Select
                  {...control}
                  name="default_country"
                  defaultValue={organization.default_country}
                  options={COUNTRIES}
                />
              )}
            </Field>
            <Field label="Time zone" hint="Where a day begins and ends." error={errors['timezone']}>
              {(control) => (
                <ZoneInput
                  {...control}
                  name="timezone"
                  required
                  defaultValue={organization.timezone}
                />
              )}
            </Field>
          </div>
          <CheckboxField
            label="Members see only contacts assigned to them"
            hint="Owners and admins always see everybody."
            checked={assignedOnly}
            onChange={setAssignedOnly}
            disabled={!mayChange}
          />
        </fieldset>
        <FormError message={update.error && !hasFieldErrors ? messageOf(update.error) : null} />
        {mayChange && (
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            loading={update.isPending}
          >
            Save
          </Button>
        )}
      </form>
    </Card>
  );
};
