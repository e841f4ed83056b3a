// Which notes are listed: the pill that is on, and the words searched for.
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
