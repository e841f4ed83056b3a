// The audit log of a contact as the server knows it, page by page.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

export type Change = Awaited<ReturnType<typeof client.listChanges>>['changes'][number];

/** Newest first. */
export const changesQuery = (contact_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.contactChanges(contact_id),
    queryFn: ({ pageParam, signal }) =>
      client.listChanges({
        params: { contact_id },
        query: pageParam === null ? {} : { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    select: ({ pages }) => pages.flatMap(({ changes }) => changes),
  });
