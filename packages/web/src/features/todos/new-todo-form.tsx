import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import { type NewTodo, useCreateTodo } from './todos.api.ts';

/**
 * What the form gives, as the API takes it. A todo for people needs no second opinion; an e-mail is
 * reviewed before anybody can send it.
 */
const todoOf = ({
  title = '',
  description = '',
  due_date,
  assignee,
  subject,
  body,
}: Record<string, string>): Omit<NewTodo, 'contact_id'> => ({
  title,
  description,
  due_date: due_date || null,
  assignee_member_id: assignee || null,
  ...(subject === undefined
    ? { status: 'approved' }
    : {
        status: 'pending_review',
        tool: { name: 'send_email_to_caller', payload: { subject, body: body ?? '' } },
      }),
});

const MailFields = () => (
  <>
    <Field label="Subject">
      {(control) => (
        <Input {...control} name="subject" required maxLength={200} autoComplete="off" />
      )}
    </Field>
    <Field label="E-mail" hint="Somebody approves it before it can be sent.">
      {(control) => (
        <Textarea {...control} name="body" required maxLength={20_000} className="min-h-28" />
      )}
    </Field>
  </>
);

/** Writes down what is to be done for a contact. */
export const NewTodoForm = ({
  contact_id,
  onClose,
}: {
  contact_id: string;
  onClose: () => void;
}) => {
  const create = useCreateTodo(contact_id);
  const members = useQuery(membersQuery).data ?? [];
  const [hasMail, setHasMail] = useState(false);
  const fields = fieldErrors(create.error);
  const isFieldError = ['title', 'description', 'due_date'].some((field) => fields[field]);
  return (
    <form
      aria-label="New todo"
      className="grid gap-3 rounded-lg border border-line bg-surface p-3"
      onSubmit={(event) => create.mutate(todoOf(submittedValues(event)), { onSuccess: onClose })}
    >
      <Field label="What is to be done" error={fields['title']}>
        {(control) => (
          <Input {...control} name="title" required maxLength={200} autoComplete="off" autoFocus />
        )}
      </Field>
      <Field label="Details" error={fields['description']}>
        {(control) => <Textarea {...control} name="description" maxLength={5000} />}
      </Field>
      <Field label="Due" error={fields['due_date']}>
        {(control) => <Input {...control} name="due_date" type="date" />}
      </Field>
      <Field label="For">
        {(control) => (
          <Select
            {...control}
            name="assignee"
            defaultValue=""
            options={[
              { value: '', label: 'Nobody yet' },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <CheckboxField
        label="It is an e-mail to this contact"
        checked={hasMail}
        onChange={setHasMail}
      />
      {hasMail && <MailFields />}
      <FormError message={create.error && !isFieldError ? messageOf(create.error) : null} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" size="sm" loading={create.isPending}>
          Add todo
        </Button>
      </div>
    </form>
  );
};
