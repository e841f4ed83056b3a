import type { Contact } from '@rapport/contract/contacts.api';
import { ApiError } from '@rapport/contract/problem';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, fieldErrors } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { toast } from '../../ui/toast.tsx';
import {
  changedFields,
  clashesOf,
  type ContactChanges,
  currentValues,
  type EditedField,
  savedSentence,
} from './contact-changes.ts';
import { contactQuery } from './contacts.api.ts';

export type Conflict = { fields: EditedField[]; mine: ContactChanges; theirs: Contact };

/** The contact as it is now, when the answer says that somebody else changed it. */
const currentOf = (error: unknown): Contact | null => {
  if (!(error instanceof ApiError) || error.code !== 'CONTACT_CHANGED') return null;
  return (error.details['contact'] as Contact | undefined) ?? null;
};

/** The sentence for the one field that was refused, else for the whole. */
const complain = (error: unknown, changes: ContactChanges): void => {
  const reasons = fieldErrors(error);
  const field = changedFields(changes).find((one) => reasons[one]);
  toast.error(field ? `This ${reasons[field]}.` : error);
};

/**
 * Changes fields of a contact: on screen at once, on the server next, with undo. When somebody else
 * changed the same field meanwhile, both values are put side by side and nothing is lost.
 */
export const useContactEditor = (contact_id: string) => {
  const queryClient = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [own, setOwn] = useState<ContactChanges>({});
  const { queryKey } = contactQuery(contact_id);
  const show = (contact: Contact) => queryClient.setQueryData(queryKey, contact);

  const write = async (changes: ContactChanges, seen: Contact): Promise<boolean> => {
    try {
      const body = { ...changes, version: seen.version } as Parameters<
        typeof client.updateContact
      >[0]['body'];
      show(await client.updateContact({ params: { contact_id }, body }));
      void queryClient.invalidateQueries({ queryKey: keys.contactLists });
      return true;
    } catch (error) {
      const theirs = currentOf(error);
      show(theirs ?? seen);
      if (!theirs) {
        complain(error, changes);
        return false;
      }
      const fields = clashesOf(changes, seen, theirs);
      if (fields.length === 0) return write(changes, theirs);
      setConflict({ fields, mine: changes, theirs });
      return false;
    }
  };

  const save = async (changes: ContactChanges, seen: Contact): Promise<void> => {
    await queryClient.cancelQueries({ queryKey });
    const before = currentValues(seen, changes);
    setOwn((last) => ({ ...last, ...changes }));
    show({ ...(queryClient.getQueryData(queryKey) ?? seen), ...changes });
    if (!(await write(changes, seen))) return;
    toast.success(savedSentence(changes), { undo: () => void undo(before) });
  };

  const undo = async (before: ContactChanges): Promise<void> => {
    const seen = queryClient.getQueryData(queryKey);
    if (!seen) return;
    setOwn((last) => ({ ...last, ...before }));
    show({ ...seen, ...before });
    await write(before, seen);
  };

  return {
    /** @param seen the contact as it was when the person began to type */
    save,
    /** What this page saved last, by field. */
    own,
    conflict,
    keepMine: async (): Promise<void> => {
      if (!conflict) return;
      setConflict(null);
      await write(conflict.mine, conflict.theirs);
    },
    takeTheirs: (): void => setConflict(null),
  };
};
