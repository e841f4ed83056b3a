import { useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import type { NoteText } from './notes.api.ts';

/** What the form begins with, and why it was refused before. */
export type NoteDraft = { text: NoteText; error: string | null };

/**
 * A form that closes as soon as it is saved, because the note is on screen already. Refused, it opens
 * again with what was typed and the reason: nothing is lost.
 */
export const useNoteDraft = (save: (text: NoteText) => Promise<void>) => {
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  return {
    draft,
    open: (text: NoteText) => setDraft({ text, error: null }),
    close: () => setDraft(null),
    submit: async (text: NoteText): Promise<void> => {
      setDraft(null);
      try {
        await save(text);
      } catch (error) {
        setDraft({ text, error: messageOf(error) });
      }
    },
  };
};
