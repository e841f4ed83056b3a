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
  /** `seen`: the contact as it was when the editing began. */
  onSave: (changes: ContactChanges, seen: Contact) => void;
}) => {
  const [seen, setSeen] = useState<Contact | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const title = titleOf(contact);
  if (!mayEdit) return <h1 className="text-lg font-semibold [overflow-wrap:anywhere]">{title}</h1>;
  if (!seen)
    return (
      <h1 className="text-lg font-semibold">
        <button
          type="button"
          title="Edit the name"
          className="max-w-full rounded-md px-1.5 py-0.5 text-center [overflow-wrap:anywhere] transition-colors hover:bg-hover"
          onClick={() => setSeen(contact)}
        >
          {title}
        </button>
      </h1>
    );

  const save = ({ first_name = '', last_name = '' }: Record<string, string>) => {
    setSeen(null);
    const next = { first_name: first_name.trim(), last_name: last_name.trim() };
    if (next.first_name !== seen.first_name || next.last_name !== seen.last_name)
      onSave(next, seen);
  };
  const leave = (event: FocusEvent) => {
    if (!form.current?.contains(event.relatedTarget)) form.current?.requestSubmit();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setSeen(null);
  };
  const control = { autoComplete: 'off', onBlur: leave, onKeyDown: cancel };
  // "Unknown" is no name to start from.
  const known = fullName(seen) !== '';
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
        defaultValue={known ? seen.first_name : ''}
        onFocus={(event) => event.target.select()}
      />
      <Input
        {...control}
        name="last_name"
        aria-label="Last name"
        placeholder="Last name"
        defaultValue={known ? seen.last_name : ''}
      />
      <button type="submit" className="sr-only">
        Save the name
      </button>
    </form>
  );
};
