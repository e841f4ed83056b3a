import type { Todo } from '@rapport/contract/todos.api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { type ControlProps, Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import { type NewTodo, useCreateTodo, useUpdateTodo } from './todos.api.ts';

type Values = Record<string, string>;

const MAIL_TOOL = 'send_email_to_caller';

/** What the form gives, as the API takes it; the e-mail only where its fields were there. */
const changesOf = ({
  title = '',
  description = '',
  due_date,
  assignee,
  subject,
  body,
}: Values) => ({
  title,
  description,
  due_date: due_date || null,
  assignee_member_id: assignee || null,
  ...(subject !== undefined && {
    tool: { name: MAIL_TOOL, payload: { subject, body: body ?? '' } } as const,
  }),
});

/** A todo for people needs no second opinion; an e-mail is reviewed before anybody can send it. */
const newOf = (values: Values): Omit<NewTodo, 'contact_id'> => ({
  ...changesOf(values),
  status: values['subject'] === undefined ? 'approved' : 'pending_review',
});

const MailFields = ({ mail }: { mail: { subject: string; body: string } | undefined }) => (
  <>
    <Field label="Subject">
      {(control) => (
        <Input
          {...control}
          name="subject"
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={mail?.subject}
        />
      )}
    </Field>
    <Field label="E-mail" hint="Somebody approves it before it can be sent.">
      {(control) => (
        <Textarea
          {...control}
          name="body"
          required
          maxLength={20_000}
          className="min-h-28"
          defaultValue={mail?.body}
        />
      )}
    </Field>
  </>
);

const Assignee = ({ control, todo }: { control: ControlProps; todo: Todo | null }) => {
  const members = useQuery(membersQuery).data ?? [];
  const chosen = todo?.assignee ?? null;
  const isKnown = chosen === null || members.some(({ id }) => id === chosen.member_id);
  return (
    <Select
      {...control}
      // The choice is there as soon as the members are.
      key={members.length}
      name="assignee"
      defaultValue={chosen?.member_id ?? ''}
      options={[
        { value: '', label: 'Nobody yet' },
        ...(isKnown ? [] : [{ value: chosen.member_id, label: chosen.name }]),
        ...members.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
};

type Props = {
  contact_id: string;
  /** What is changed; null writes down a new one. */
  todo: Todo | null;
  onClose: () => void;
};

/** What is to be done for a contact: written down, or changed. */
export const TodoForm = ({ contact_id, todo, onClose }: Props) => {
  const create = useCreateTodo(contact_id);
  const update = useUpdateTodo(contact_id);
  const { error, isPending } = todo ? update : create;
  const [hasMail, setHasMail] = useState(false);
  const fields = fieldErrors(error);
  const isFieldError = ['title', 'description', 'due_date'].some((field) => fields[field]);
  // What was approved is what is sent.
  const showsMail = todo ? todo.tool !== null && todo.status === 'pending_review' : hasMail;
  const submit = (values: Values) => {
    const onSuccess = onClose;
    if (todo) update.mutate({ todo_id: todo.id, ...changesOf(values) }, { onSuccess });
    else create.mutate(newOf(values), { onSuccess });
  };
  return (
    <form
      aria-label={todo ? 'Edit the todo' : 'New todo'}
      className="grid gap-3 rounded-lg border border-line bg-surface p-3"
      onSubmit={(event) => submit(submittedValues(event))}
    >
      <Field label="What is to be done" error={fields['title']}>
        {(control) => (
          <Input
            {...control}
            name="title"
            required
            maxLength={200}
            autoComplete="off"
            autoFocus
            defaultValue={todo?.title}
          />
        )}
      </Field>
      <Field label="Details" error={fields['description']}>
        {(control) => (
          <Textarea
            {...control}
            name="description"
            maxLength={5000}
            defaultValue={todo?.description ?? ''}
          />
        )}
      </Field>
      <Field label="Due" error={fields['due_date']}>
        {(control) => (
          <Input
            {...control}
            name="due_date"
            type="date"
            defaultValue={todo?.due_date?.slice(0, 10)}
          />
        )}
      </Field>
      <Field label="For">{(control) => <Assignee control={control} todo={todo} />}</Field>
      {!todo && (
        <CheckboxField
          label="It is an e-mail to this contact"
          checked={hasMail}
          onChange={setHasMail}
        />
      )}
      {showsMail && <MailFields mail={todo?.tool?.payload} />}
      <FormError message={error && !isFieldError ? messageOf(error) : null} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" size="sm" loading={isPending}>
          {todo ? 'Save' : 'Add todo'}
        </Button>
      </div>
    </form>
  );
};
