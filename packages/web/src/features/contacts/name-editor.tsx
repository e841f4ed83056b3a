import type { Contact } from '@rapport/contract/contacts.api';
import { fullName } from '@rapport/domain/contacts/names';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { submittedValues } from '../../lib/form.ts';
import { Input } from '../../ui/input.tsx';
import type { ContactChanges } from './contact-changes.ts';
import { titleOf } from './contact-name.ts';

/** The name as the heading of the page; pressed, it becomes two fields. Enter and leaving save, Esc takes it back. */
export const NameEditor = ({
  contact,
  mayEdit,
  onSave,
}: {
  contact: Contact;
  mayEdit: boolean;
  onSave: (changes: ContactChanges) => void;
}) => {
  const [isEditing, setIsEditing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const title = titleOf(contact);
  if (!mayEdit) return <h1 className="text-lg font-semibold [overflow-wrap:anywhere]">{title}</h1>;
  if (!isEditing)
    return (
      <h1 className="text-lg font-semibold">
        <button
          type="button"
          title="Edit the name"
          className="max-w-full rounded-md px-1.5 py-0.5 text-center [overflow-wrap:anywhere] transition-colors hover:bg-hover"
          onClick={() => setIsEditing(true)}
        >
          {title}
        </button>
      </h1>
    );

  const save = ({ first_name = '', last_name = '' }: Record<string, string>) => {
    setIsEditing(false);
    const next = { first_name: first_name.trim(), last_name: last_name.trim() };
    if (next.first_name !== contact.first_name || next.last_name !== contact.last_name)
      onSave(next);
  };
  const leave = (event: FocusEvent) => {
    if (!form.current?.contains(event.relatedTarget)) form.current?.requestSubmit();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setIsEditing(false);
  };
  const control = { autoComplete: 'off', onBlur: leave, onKeyDown: cancel };
  // "Unknown" is no name to start from.
  const known = fullName(contact) !== '';
  return (
    <form
      ref={form}
      aria-label="Name"
      className="grid w-full grid-cols-2 gap-1.5"
      onSubmit={(event) => save(submittedValues(event))}
    >
      <Input
        {...control}
        autoFocus
        name="first_name"
        aria-label="First name"
        placeholder="First name"
        defaultValue={known ? contact.first_name : ''}
        onFocus={(event) => event.target.select()}
      />
      <Input
        {...control}
        name="last_name"
        aria-label="Last name"
        placeholder="Last name"
        defaultValue={known ? contact.last_name : ''}
      />
      <button type="submit" className="sr-only">
        Save the name
      </button>
    </form>
  );
};
