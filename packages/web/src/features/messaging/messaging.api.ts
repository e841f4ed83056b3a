// Messages as the server knows them, and the way into the past of a conversation.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { type History, mergeNewest, prependOlder } from './history.ts';

const FIRST_PAGE = 100;
const OLDER_PAGE = 200;
/** The most that the API gives at once, for jumping far back. */
const LEAP = 1000;

/** The loaded part of a conversation; a refetch renews its newest page only. */
export const messagesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactMessages(contact_id),
    queryFn: async ({ client: queryClient, queryKey, signal }): Promise<History> => {
      const newest = await client.listMessages({
        query: { contact_id, limit: FIRST_PAGE },
        signal,
      });
      return mergeNewest(queryClient.getQueryData<History>(queryKey), newest);
    },
    // Bodies do not change, and two thousand of them are slow to compare.
    structuralSharing: false,
  });

/** Loads the past of a conversation page by page, or back to one message. */
export const useOlderMessages = (contact_id: string) => {
  const queryClient = useQueryClient();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);

  const load = useCallback(
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

  const guarded = useCallback(async (work: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    setLoading(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }, []);

  const loadOlder = useCallback(() => guarded(() => load(OLDER_PAGE)), [guarded, load]);

  /** @returns whether the message is loaded now */
  const loadBackTo = useCallback(
    async (message_id: string): Promise<boolean> => {
      const isLoaded = () =>
        queryClient
          .getQueryData(messagesQuery(contact_id).queryKey)
          ?.messages.some(({ id }) => id === message_id) ?? false;
      await guarded(async () => {
        while (!isLoaded() && (await load(LEAP)));
      });
      return isLoaded();
    },
    [contact_id, guarded, load, queryClient],
  );

  return { loadOlder, loadBackTo, loading, error };
};
