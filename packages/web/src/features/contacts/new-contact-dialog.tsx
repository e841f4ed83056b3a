import { ApiError } from '@rapport/contract/problem';
import { splitName } from '@rapport/domain/contacts/names';
import { Link, useNavigate } from '@tanstack/react-router';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { toast } from '../../ui/toast.tsx';
import { titleOf } from './contact-name.ts';
import { useCreateContact } from './contacts.api.ts';

/** What the form gives, as the API takes it: nothing for what was left empty. */
const contactOf = ({
  name = '',
  phone_number = '',
  email = '',
  company = '',
}: Record<string, string>) => {
  const split = splitName(name);
  // A name without letters is still what somebody typed.
  const { first_name, last_name } = split.first_name
    ? split
    : { first_name: name.trim(), last_name: '' };
  return {
    first_name,
    last_name,
    ...(phone_number.trim() && { phone_number: phone_number.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(company.trim() && { company: company.trim() }),
  };
};

/** The contact that has the phone number already, when that is why the answer was no. */
const ownerOf = (error: unknown): string | null =>
  error instanceof ApiError &&
  error.code === 'PHONE_TAKEN' &&
  typeof error.details['contact_id'] === 'string'
    ? error.details['contact_id']
    : null;

const NewContactForm = ({ onClose }: { onClose: () => void }) => {
  const navigate = useNavigate();
  const create = useCreateContact();
  const fields = fieldErrors(create.error);
  const owner = ownerOf(create.error);
  const nameError = fields['first_name'] ?? fields['last_name'];
  const isFieldError = owner !== null || Object.keys(fields).length > 0;
  const submit = (values: Record<string, string>) =>
    create.mutate(contactOf(values), {
      onSuccess: (contact) => {
        onClose();
        toast.success(`${titleOf(contact)} was added`);
        void navigate({ to: '/contacts/$id', params: { id: contact.id } });
      },
    });
  return (
    <form className="grid gap-4" noValidate onSubmit={(event) => submit(submittedValues(event))}>
      <Field label="Name" error={nameError}>
        {(control) => <Input {...control} name="name" autoComplete="off" />}
      </Field>
      <Field label="Phone" error={owner ? messageOf(create.error) : fields['phone_number']}>
        {(control) => <Input {...control} name="phone_number" type="tel" autoComplete="off" />}
      </Field>
      {owner && (
        <Link
          to="/contacts/$id"
          params={{ id: owner }}
          className="-mt-2.5 justify-self-start font-medium text-accent-text hover:underline"
        >
          Open that contact
        </Link>
      )}
      <Field label="E-mail" error={fields['email']}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
      </Field>
      <Field label="Company" error={fields['company']}>
        {(control) => <Input {...control} name="company" autoComplete="off" />}
      </Field>
      <FormError message={create.error && !isFieldError ? messageOf(create.error) : null} />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Add contact
        </Button>
      </DialogActions>
    </form>
  );
};

/** Adds a contact by hand and opens it. */
export const NewContactDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog open={open} onOpenChange={(next) => next || onClose()} title="New contact">
    <NewContactForm onClose={onClose} />
  </Dialog>
);
