// Joins the connection and the query cache: what an event makes stale is fetched again.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../lib/keys.ts';
import { type Socket, connectRealtime } from './connection.ts';
import { keysOf } from './event-keys.ts';
import { tell } from './listen.ts';

/** Events of one moment (an import makes many) become one round of fetching. */
const GATHER = 150;

const openSocket = (after: number | null): Socket => {
  const url = new URL('/api/realtime', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (after !== null) url.searchParams.set('after', String(after));
  const socket = new WebSocket(url);
  const opened: Socket = { onmessage: null, onclose: null, close: () => socket.close() };
  socket.addEventListener('message', (event) => opened.onmessage?.(event));
  socket.addEventListener('close', (event) => opened.onclose?.(event));
  return opened;
};

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const createGatherer = (queryClient: QueryClient) => {
  const stale = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const waiting = [...stale.values()];
    stale.clear();
    for (const queryKey of waiting) void queryClient.invalidateQueries({ queryKey });
  };
  return (queryKeys: (readonly string[])[]) => {
    for (const key of queryKeys) stale.set(key.join('/'), key);
    timer ??= setTimeout(flush, GATHER);
  };
};

/** Keeps the page current while it is there. @returns whether the line has been down for a while */
export const useRealtime = (): { reconnecting: boolean } => {
  const queryClient = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const gather = createGatherer(queryClient);
    const everything = () => void queryClient.invalidateQueries();
    const line = connectRealtime(
      { open: openSocket, later, random: Math.random },
      {
        onEvent: (event) => {
          tell(event);
          const queryKeys = keysOf(event);
          if (queryKeys === null) everything();
          else gather(queryKeys);
        },
        onReset: everything,
        onSignedOut: () => void queryClient.invalidateQueries({ queryKey: keys.me }),
        onConnected: setConnected,
      },
    );
    window.addEventListener('online', line.retryNow);
    return () => {
      window.removeEventListener('online', line.retryNow);
      line.close();
    };
  }, [queryClient]);

  // A short break is nobody's business: the word appears only when it lasts.
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(!connected), connected ? 0 : 2_000);
    return () => clearTimeout(timer);
  }, [connected]);
  return { reconnecting: lasting };
};
