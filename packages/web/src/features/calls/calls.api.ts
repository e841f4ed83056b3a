// Calls as the server knows them.
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** All calls of a contact with everything about them, newest first. */
export const callsQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactCalls(contact_id),
    queryFn: ({ signal }) => client.listContactCalls({ params: { contact_id }, signal }),
    select: ({ calls }) => calls,
  });

export const callQuery = (call_id: string) =>
  queryOptions({
    queryKey: keys.call(call_id),
    queryFn: ({ signal }) => client.getCall({ params: { call_id }, signal }),
  });
