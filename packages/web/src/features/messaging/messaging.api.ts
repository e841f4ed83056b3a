// Messages as the server knows them, and the way into the past of a conversation.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { type History, isMet, mergeNewest, prependOlder } from './history.ts';

const FIRST_PAGE = 100;
const OLDER_PAGE = 200;
/** The most that the API gives at once, for jumping far back. */
const LEAP = 1000;

/** The loaded part of a conversation; a refetch renews its newest page only. */
export const messagesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactMessages(contact_id),
    queryFn: async ({ client: queryClient, queryKey, signal }): Promise<History> => {
      const query = { contact_id, limit: FIRST_PAGE };
      const newest = await client.listMessages({ query, signal });
      const before = queryClient.getQueryData<History>(queryKey);
      // Much arrived while nobody listened: fetched up to what is loaded, so that who reads there stays there.
      const older =
        before && newest.next_before && !isMet(before, newest)
          ? await client.listMessages({
              query: { contact_id, limit: LEAP, before: newest.next_before },
              signal,
            })
          : null;
      return mergeNewest(before, older ? prependOlder(newest, older) : newest);
    },
    // Messages do not change, and ten thousand of them are slow to compare.
    structuralSharing: false,
  });

export type OlderMessages = {
  loading: boolean;
  error: unknown;
  loadOlder: () => Promise<void>;
  /** Loads back to one message. @returns whether it is loaded now */
  loadBackTo: (message_id: string) => Promise<boolean>;
};

/** Loads the past of a conversation page by page; one request at a time. */
export const useOlderMessages = (contact_id: string): OlderMessages => {
  const queryClient = useQueryClient();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<Promise<void> | null>(null);

  const loadPage = useCallback(
    async (limit: number): Promise<boolean> => {
      const { queryKey } = messagesQuery(contact_id);
      const before = queryClient.getQueryData(queryKey)?.next_before;
      if (!before) return false;
      const older = await client.listMessages({ query: { contact_id, limit, before } });
      queryClient.setQueryData(queryKey, (history) => history && prependOlder(history, older));
      return true;
    },
    [contact_id, queryClient],
  );

  const run = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    await running.current;
    setLoading(true);
    setError(null);
    running.current = work()
      .catch(setError)
      .then(() => {
        running.current = null;
        setLoading(false);
      });
    await running.current;
  }, []);

  const loadOlder = useCallback(
    async () => (running.current ? undefined : run(() => loadPage(OLDER_PAGE))),
    [run, loadPage],
  );

  const loadBackTo = useCallback(
    async (message_id: string) => {
      const isLoaded = () =>
        queryClient
          .getQueryData(messagesQuery(contact_id).queryKey)
          ?.messages.some(({ id }) => id === message_id) ?? false;
      if (isLoaded()) return true;
      await run(async () => {
        await queryClient.ensureQueryData(messagesQuery(contact_id));
        while (!isLoaded() && (await loadPage(LEAP)));
      });
      return isLoaded();
    },
    [contact_id, queryClient, run, loadPage],
  );

  return { loading, error, loadOlder, loadBackTo };
};
