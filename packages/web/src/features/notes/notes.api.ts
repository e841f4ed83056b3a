// Notes as the server knows them.
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** The notes on a contact, memory first, then newest first. */
export const notesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactNotes(contact_id),
    queryFn: ({ signal }) => client.listNotes({ params: { contact_id }, signal }),
    select: ({ notes }) => notes,
  });
