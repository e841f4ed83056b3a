import type { Contact } from '@rapport/contract/contacts.api';
import { useEffect, useRef, useState } from 'react';
import { type ContactChanges, EDITED_FIELDS, type EditedField } from './contact-changes.ts';

const MARKED_FOR = 4000;
const NONE: ReadonlySet<EditedField> = new Set();

/**
 * The fields that got another value a moment ago, and not from this page: they are marked for a while, so
 * that a change by somebody else is seen.
 * @param own the values that this page saved last, by field
 */
export const useChangedElsewhere = (
  contact: Contact,
  own: Readonly<ContactChanges>,
): ReadonlySet<EditedField> => {
  const seen = useRef(contact);
  const [changed, setChanged] = useState(NONE);
  useEffect(() => {
    const before = seen.current;
    seen.current = contact;
    const fields = EDITED_FIELDS.filter(
      (field) => contact[field] !== before[field] && contact[field] !== own[field],
    );
    if (fields.length > 0 && before.id === contact.id) setChanged(new Set(fields));
  }, [contact, own]);
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(NONE), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
};
