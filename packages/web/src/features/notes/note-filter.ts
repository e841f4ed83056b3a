// Which notes are listed: the pill that is on, the words searched for, and in which order.
import type { ContactNote } from '@rapport/contract/notes.api';
import { plainText } from './markdown.ts';

export const NOTE_FILTERS = ['all', 'manual', 'call', 'sms', 'ai', 'alert'] as const;
export type NoteFilter = (typeof NOTE_FILTERS)[number];

const PASSES: Record<NoteFilter, (note: ContactNote) => boolean> = {
  all: () => true,
  manual: ({ origin }) => origin === 'manual',
  call: ({ area }) => area === 'call_annotation',
  sms: ({ area }) => area === 'sms_annotation',
  ai: ({ area }) => area === 'ai_enrichment' || area === 'memory',
  alert: ({ area }) => area === 'alert',
};

/** Every word of the search stands somewhere in the note or its author's name, in any case. */
export const findNotes = (
  notes: readonly ContactNote[],
  filter: NoteFilter,
  search: string,
): ContactNote[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return notes.filter((note) => {
    if (!PASSES[filter](note)) return false;
    if (words.length === 0) return true;
    const text = `${note.author_label}\n${plainText(note.body)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

export const NOTE_ORDERS = ['newest', 'oldest', 'recently_edited'] as const;
export type NoteOrder = (typeof NOTE_ORDERS)[number];

/** Memory first, then pinned ones, then in the order asked for: as the server lists them. */
export const sortNotes = (notes: readonly ContactNote[], order: NoteOrder): ContactNote[] => {
  const rank = ({ area, pinned }: ContactNote) => (area === 'memory' ? 0 : pinned ? 1 : 2);
  const field = order === 'recently_edited' ? 'updated_at' : 'created_at';
  const direction = order === 'oldest' ? 1 : -1;
  return notes.toSorted(
    (a, b) => rank(a) - rank(b) || direction * (Date.parse(a[field]) - Date.parse(b[field])),
  );
};

/** What an internal note is. */
export const INTERNAL_HINT = 'Seen by everybody here, but left out of every export';
