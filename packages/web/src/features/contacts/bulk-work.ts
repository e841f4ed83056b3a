// What each action on many contacts sends, says, and how it is taken back.
import type { Contact } from '@rapport/contract/contacts.api';
import { CONTACT_STATUSES, type ContactStatus } from '@rapport/contract/contacts.words';
import { countOf } from '../../lib/format.ts';
import { STATUS_WORDS } from './contact-words.ts';
import type { ContactsChoice } from './list-filter.ts';
import type { BulkAction, BulkTarget, BulkWork } from './use-bulk.ts';

export type BulkRow = Pick<Contact, 'id' | 'tags' | 'assigned_users'> & {
  status?: Contact['status'];
};

/** Who is selected: rows by hand, or everybody whom a choice shows, which is `count` contacts. */
export type BulkSelection =
  | { kind: 'rows'; rows: readonly BulkRow[]; count: number }
  | { kind: 'all'; choice: ContactsChoice; count: number };

/** To whom something is done that concerns all of them. */
export const targetOf = (selection: BulkSelection): BulkTarget =>
  selection.kind === 'all'
    ? { choice: selection.choice }
    : { ids: selection.rows.map(({ id }) => id) };

export type Named = { id: string; name: string };

/** Work on rows that are different afterwards; null when all of them are so already. */
const work = (
  selection: BulkSelection,
  action: BulkAction,
  words: Pick<BulkWork, 'doing' | 'done'>,
  isConcerned: (row: BulkRow) => boolean,
  back?: BulkAction,
): BulkWork | null => {
  if (selection.kind === 'all') return { ...words, action, target: { choice: selection.choice } };
  // Who has the tag already keeps it when this is undone.
  const ids = selection.rows.filter(isConcerned).map(({ id }) => id);
  if (ids.length === 0) return null;
  const target = { ids };
  return { ...words, action, target, ...(back && { undo: [{ action: back, target }] }) };
};

export const tagWork = (selection: BulkSelection, { id, name }: Named, on: boolean) => {
  const [there, back] = on ? (['tag', 'untag'] as const) : (['untag', 'tag'] as const);
  return work(
    selection,
    { action: there, tag_id: id },
    {
      doing: `${on ? 'Tagging' : 'Untagging'} ${countOf(selection.count, 'contact')}`,
      done: (changed) =>
        on
          ? `${countOf(changed, 'contact')} tagged ${name}`
          : `${name} taken off ${countOf(changed, 'contact')}`,
    },
    ({ tags }) => tags.some((tag) => tag.id === id) !== on,
    { action: back, tag_id: id },
  );
};

export const assignWork = (selection: BulkSelection, { id, name }: Named, on: boolean) => {
  const [there, back] = on ? (['assign', 'unassign'] as const) : (['unassign', 'assign'] as const);
  return work(
    selection,
    { action: there, member_id: id },
    {
      doing: on
        ? `Assigning ${countOf(selection.count, 'contact')} to ${name}`
        : `Removing ${name} from ${countOf(selection.count, 'contact')}`,
      done: (changed) =>
        on
          ? `${countOf(changed, 'contact')} assigned to ${name}`
          : `${name} no longer looks after ${countOf(changed, 'contact')}`,
    },
    ({ assigned_users }) => assigned_users.some(({ member_id }) => member_id === id) !== on,
    { action: back, member_id: id },
  );
};

export const statusWork = (selection: BulkSelection, status: ContactStatus): BulkWork | null => {
  const { label } = STATUS_WORDS[status];
  const words = {
    doing: `Setting the status of ${countOf(selection.count, 'contact')}`,
    done: (changed: number) => `${countOf(changed, 'contact')} set to ${label.toLowerCase()}`,
  };
  const forward = work(
    selection,
    { action: 'status', status },
    words,
    (row) => row.status !== status,
  );
  if (!forward || selection.kind === 'all') return forward;
  // Each goes back to what it was.
  const undo = CONTACT_STATUSES.flatMap((before) => {
    const ids = selection.rows
      .filter((row) => row.status === before && before !== status)
      .map(({ id }) => id);
    const action: BulkAction = { action: 'status', status: before };
    return ids.length > 0 ? [{ action, target: { ids } }] : [];
  });
  return { ...forward, undo };
};

export const deleteWork = (selection: BulkSelection): BulkWork | null =>
  work(
    selection,
    { action: 'delete' },
    {
      doing: `Deleting ${countOf(selection.count, 'contact')}`,
      done: (changed) => `${countOf(changed, 'contact')} deleted`,
    },
    () => true,
  );
