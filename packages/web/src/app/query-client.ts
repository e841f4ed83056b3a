// Server state: how long an answer counts as fresh, what is tried again, what a lost session does.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, isStatus } from '../lib/api.ts';
import { keys } from '../lib/keys.ts';

/** @param onSignedOut called when a query finds that the session has ended */
export const createQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // `me` without data is the guard's own question: it answers it with a redirect.
        const isGuard = query.queryKey[0] === keys.me[0] && query.state.data === undefined;
        if (isStatus(error, 401) && !isGuard) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        // Real-time events say when something changed; this covers the time without a connection.
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (failures) => 500 * 2 ** failures,
        // "Offline" as the browser sees it is no reason to refuse a server on the same machine.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
