import type { Contact } from '@rapport/contract/contacts.api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '../../lib/use-debounced.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { avatarName, preferred, titleOf, workOf } from './contact-name.ts';
import { contactsQuery } from './contacts.api.ts';
import { reasonWords } from './duplicates-hint.tsx';
import { EVERYBODY } from './list-filter.ts';
import { duplicatesQuery } from './merges.api.ts';

const MOST = 8;

const Row = ({
  contact,
  note,
  onChoose,
}: {
  contact: Contact;
  note: string;
  onChoose: (contact: Contact) => void;
}) => (
  <li>
    <button
      type="button"
      onClick={() => onChoose(contact)}
      className="flex min-h-11 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left transition-colors hover:bg-hover"
    >
      <Avatar name={avatarName(contact)} seed={contact.id} />
      <span className="grid min-w-0">
        <span className="truncate font-medium">{titleOf(contact)}</span>
        {note && <span className="truncate text-xs text-ink-muted">{note}</span>}
      </span>
    </button>
  </li>
);

/** Finds the contact that goes into this one: those that may be the same person first, others by a search. */
export const MergeSearch = ({
  contact,
  onChoose,
}: {
  contact: Contact;
  onChoose: (other: Contact) => void;
}) => {
  const [text, setText] = useState('');
  const search = useDebounced(text).trim();
  const hints = useQuery(duplicatesQuery(contact.id)).data ?? [];
  const found = useQuery({
    ...contactsQuery({ ...EVERYBODY, search, sort: 'name_asc', page: 0 }),
    enabled: search !== '',
  });
  const others = (found.data?.contacts ?? []).filter(({ id }) => id !== contact.id).slice(0, MOST);
  const noteOf = (one: Contact) => workOf(one) || (preferred(one.emails)?.email ?? '');
  return (
    <div className="grid min-h-72 content-start gap-2">
      <SearchInput
        label="Search contacts"
        placeholder="Name, phone, e-mail, company"
        value={text}
        onChange={setText}
      />
      {search === '' ? (
        <>
          {hints.length === 0 && (
            <p className="px-2 py-3 text-ink-muted">
              Nobody looks like the same person. Search for who it is.
            </p>
          )}
          <ul aria-label="May be the same person">
            {hints.map((hint) => (
              <Row
                key={hint.contact.id}
                contact={hint.contact}
                note={reasonWords(hint)}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </>
      ) : found.isPending ? (
        <SkeletonRows rows={3} />
      ) : others.length === 0 ? (
        <p className="px-2 py-3 text-ink-muted">Nobody else matches “{search}”.</p>
      ) : (
        <ul aria-label="Contacts found">
          {others.map((one) => (
            <Row key={one.id} contact={one} note={noteOf(one)} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  );
};
