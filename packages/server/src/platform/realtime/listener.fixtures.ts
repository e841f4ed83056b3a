// A browser's socket: what it hears, and what it knows when it comes back.
import { type RealtimeFrame, readFrames } from '@rapport/contract/events';
import { WebSocket } from 'ws';
import type { TestCaller } from '../testing/builders.ts';
import type { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/waiting.ts';

export type Listener = {
  frames: RealtimeFrame[];
  /** Events by number and type. */
  events: () => [number, string][];
  /** The newest number that the server told. */
  seq: () => number;
  /** Until the server has told this number. */
  caughtUp: (seq: number) => Promise<void>;
  /** The code with which the server ended the connection. */
  ended: Promise<number>;
  close: () => Promise<void>;
};

/** Opens `/api/realtime` and waits for its first frame. */
export const listenAs = async (
  server: TestServer,
  { headers }: TestCaller,
  after?: number,
): Promise<Listener> => {
  const address = (await server.listen()).replace('http', 'ws');
  const query = after === undefined ? '' : `?after=${after}`;
  const socket = new WebSocket(`${address}/api/realtime${query}`, { headers });
  const frames: RealtimeFrame[] = [];
  socket.on('message', (data) => frames.push(...readFrames(JSON.parse(String(data)))));
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  const failed = new Promise<never>((_, reject) => socket.on('error', reject));
  const seq = () => {
    const last = frames.at(-1);
    return !last ? -1 : last.kind === 'event' ? last.event.seq : last.seq;
  };
  await Promise.race([until('the first frame', () => frames.length > 0), failed]);
  return {
    frames,
    events: () =>
      frames.flatMap((frame) =>
        frame.kind === 'event' ? [[frame.event.seq, frame.event.type] as [number, string]] : [],
      ),
    seq,
    caughtUp: async (wanted) => void (await until(`event ${wanted}`, () => seq() >= wanted)),
    ended,
    close: async () => {
      socket.close();
      await ended;
    },
  };
};
