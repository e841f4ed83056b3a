// Notes as the server knows them. Key: ['notes', contact_id].
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';

/** The notes on a contact, memory first, then newest first. */
export const notesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: ['notes', contact_id],
    queryFn: ({ signal }) => client.listNotes({ params: { contact_id }, signal }),
    select: ({ notes }) => notes,
  });
