// Notes as the server knows them, and how they are written, changed and pinned.
import type { ContactNote } from '@rapport/contract/notes.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** The notes on a contact, memory first, then pinned ones, then newest first. */
export const notesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactNotes(contact_id),
    queryFn: ({ signal }) => client.listNotes({ params: { contact_id }, signal }),
    select: ({ notes }) => notes,
  });

/** The kinds of note that people write. */
export type ManualArea = Parameters<typeof client.createNote>[0]['body']['area'] & string;
export type NoteText = Pick<ContactNote, 'body' | 'visibility'> & { area: ManualArea };

/** A note as it is shown until the server has it. */
const draftOf = (contact_id: string, text: NoteText, author_label: string): ContactNote => {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    contact_id,
    ...text,
    origin: 'manual',
    author_label,
    author_member_id: null,
    pinned: false,
    can_edit: false,
    can_delete: false,
    created_at: now,
    updated_at: now,
  };
};

/**
 * Writes of the notes on a contact: each is on screen at once. A refusal takes it back and is thrown.
 * @param author_label the name of the signed-in person
 */
export const useNoteWrites = (contact_id: string, author_label: string) => {
  const queryClient = useQueryClient();
  const { queryKey } = notesQuery(contact_id);

  const write = async (
    change: (notes: ContactNote[]) => ContactNote[],
    send: () => Promise<unknown>,
  ): Promise<void> => {
    await queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData(queryKey);
    queryClient.setQueryData(queryKey, (now) => now && { notes: change(now.notes) });
    try {
      await send();
    } catch (error) {
      queryClient.setQueryData(queryKey, before);
      throw error;
    } finally {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  const patch = (id: string, changes: Partial<ContactNote>) => (notes: ContactNote[]) =>
    notes.map((note) => (note.id === id ? { ...note, ...changes } : note));

  return {
    create: (text: NoteText) =>
      write(
        (notes) => [draftOf(contact_id, text, author_label), ...notes],
        () => client.createNote({ params: { contact_id }, body: text }),
      ),
    update: (note_id: string, text: NoteText) =>
      write(patch(note_id, { ...text, updated_at: new Date().toISOString() }), () =>
        client.updateNote({ params: { contact_id, note_id }, body: text }),
      ),
    remove: (note_id: string) =>
      write(
        (notes) => notes.filter(({ id }) => id !== note_id),
        () => client.removeNote({ params: { contact_id, note_id } }),
      ),
    pin: (note_id: string, pinned: boolean) =>
      write(patch(note_id, { pinned }), () => {
        const params = { contact_id, note_id };
        return pinned ? client.pinNote({ params }) : client.unpinNote({ params });
      }),
  };
};
export type NoteWrites = ReturnType<typeof useNoteWrites>;

/** Lets a line of the memory of a contact be forgotten; null forgets all of it. */
export const useForgetMemory = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (line: string | null) =>
      client.forgetMemory({ params: { contact_id }, body: { line } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.contactNotes(contact_id) }),
  });
};
