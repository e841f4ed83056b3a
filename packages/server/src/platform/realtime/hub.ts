// Sends each organization's events to its open sockets, in order, each once; a late socket catches up by number.
import { setTimeout as sleep } from 'node:timers/promises';
import type { RealtimeFrame } from '@rapport/contract/events';
import pg from 'pg';
import type { WebSocket } from 'ws';
import type { BaseCtx } from '../ctx.ts';
import {
  getEventRange,
  listAssigned,
  listEventsAfter,
  type NumberedEvent,
} from '../events/events.queries.ts';
import { bundleOf, KNOWN, partOf, type Seen } from './bundles.ts';

/** Beyond this gap a client refetches everything instead. */
const REPLAY_LIMIT = 2000;
const BATCH = 500;
/** A client that reads slower than this is cut off; it reconnects and catches up. */
const MAX_BUFFERED = 8 * 1024 * 1024;

export type Subscriber = {
  organization_id: string;
  member_id: string;
  /** Sees only events of contacts assigned to them. */
  restricted: boolean;
};

type Seat = Subscriber & { socket: WebSocket; sent: number; ask: () => Promise<Subscriber | null> };

/** How long a session that ended elsewhere may go on hearing. */
const RECHECK_MS = 5 * 60_000;

export type Hub = {
  /**
   * Takes over an accepted socket.
   * @param ask who the socket speaks for at this moment; asked again when members change
   * @param after the newest number the client knows, or null
   */
  join: (
    socket: WebSocket,
    ask: () => Promise<Subscriber | null>,
    after: number | null,
  ) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts listening for numbered events on a connection of its own to `url`. */
export const startHub = async (base: BaseCtx, url: string): Promise<Hub> => {
  const seats = new Map<string, Set<Seat>>();
  const pumping = new Map<string, 'running' | 'again'>();
  let stopped = false;

  const pump = async (organization_id: string): Promise<void> => {
    if (pumping.has(organization_id)) return void pumping.set(organization_id, 'again');
    pumping.set(organization_id, 'running');
    try {
      while (await deliver(base, organization_id, seats.get(organization_id) ?? new Set()));
      await rest(seats.get(organization_id)?.size ?? 0);
    } catch (error) {
      if (!stopped) base.ports.log.warn({ error }, 'events wait: the database did not answer');
    }
    const again = pumping.get(organization_id) === 'again';
    pumping.delete(organization_id);
    if (again) await pump(organization_id);
  };

  const listener = await listen(url, (organization_id) => {
    if (organization_id === null) for (const id of seats.keys()) void pump(id);
    else if (seats.has(organization_id)) void pump(organization_id);
  });

  const recheck = setInterval(() => {
    for (const room of seats.values()) void askAgain(room);
  }, RECHECK_MS);
  recheck.unref();

  return {
    join: async (socket, ask, after) => {
      const subscriber = await ask();
      if (!subscriber) return socket.close(4401, 'signed out');
      const { organization_id } = subscriber;
      const range = await getEventRange(base.db, organization_id);
      const seat: Seat = { ...subscriber, socket, ask, sent: startOf(range, after) };
      const isReset = after !== null && seat.sent !== after;
      send(seat, { kind: isReset ? 'reset' : 'hello', seq: seat.sent });
      const room = seats.get(organization_id) ?? new Set();
      seats.set(organization_id, room.add(seat));
      socket.on('close', () => {
        room.delete(seat);
        if (room.size === 0 && seats.get(organization_id) === room) seats.delete(organization_id);
      });
      await pump(organization_id);
    },
    stop: async () => {
      stopped = true;
      clearInterval(recheck);
      for (const room of seats.values()) for (const { socket } of room) socket.close(1001);
      await listener.stop();
    },
  };
};

/** Sockets that are served in a millisecond. */
const SERVED_A_MS = 40;
const LONGEST_REST_MS = 50;

/** A large room is told of several events at once rather than of each alone; nobody sees the difference. */
const rest = async (sockets: number): Promise<void> => {
  const pause = Math.min(LONGEST_REST_MS, Math.floor(sockets / SERVED_A_MS));
  if (pause > 0) await sleep(pause);
};

/** Where a socket begins: after what it knows, or at the newest when that is unknown or too long ago. */
export const startOf = (
  { newest, oldest }: { newest: number; oldest: number | null },
  after: number | null,
): number => {
  if (after === null || after > newest || newest - after > REPLAY_LIMIT) return newest;
  const isPruned = after < newest && (oldest === null || oldest > after + 1);
  return isPruned ? newest : after;
};

/** Sends one batch to every seat that lacks it. @returns whether there may be more. */
const deliver = async (
  base: BaseCtx,
  organization_id: string,
  room: Set<Seat>,
): Promise<boolean> => {
  // Who sits down meanwhile may lack older events than these, and is served by the next batch.
  const present = [...room];
  if (present.length === 0) return false;
  const after = present.reduce((least, { sent }) => Math.min(least, sent), Infinity);
  const events = await listEventsAfter(base.db, organization_id, after, BATCH);
  if (events.length === 0) return false;
  if (events.some(({ type }) => type === 'members.changed')) await askAgain(room);
  const seen = await listSeen(base, organization_id, present, events);
  // Written once for all who hear the same, and sent as one message: with many sockets, sending is the work.
  const bundles = new Map<string, Buffer>();
  for (const seat of present) {
    const parts = events.map((event) => partOf(seat, event, seen));
    if (!room.has(seat) || parts.every((part) => part === KNOWN)) continue;
    const key = parts.join('');
    const bundle = bundles.get(key) ?? bundleOf(events, parts);
    bundles.set(key, bundle);
    seat.sent = events.at(-1)!.seq;
    sendBytes(seat, bundle);
  }
  return events.length === BATCH;
};

/** Whoever was removed is cut off; whoever may see less now hears less from here on. */
const askAgain = async (room: Set<Seat>): Promise<void> => {
  for (const seat of room) {
    const now = await seat.ask().catch(() => null);
    if (now && now.organization_id === seat.organization_id) Object.assign(seat, now);
    else {
      room.delete(seat);
      seat.socket.close(4401, 'signed out');
    }
  }
};

/** One question for all who are restricted. */
const listSeen = async (
  base: BaseCtx,
  organization_id: string,
  present: Seat[],
  events: NumberedEvent[],
): Promise<Seen> => {
  const restricted = present.filter((seat) => seat.restricted).map((seat) => seat.member_id);
  const contacts = [...new Set(events.flatMap((event) => event.contact_id ?? []))];
  return listAssigned(base.db, organization_id, [...new Set(restricted)], contacts);
};

const send = (seat: Seat, frame: RealtimeFrame): void =>
  sendBytes(seat, Buffer.from(JSON.stringify(frame)));

const sendBytes = ({ socket }: Seat, text: Buffer): void => {
  if (socket.bufferedAmount > MAX_BUFFERED) socket.close(1013, 'too slow');
  else socket.send(text, { binary: false });
};

/** LISTENs on a connection of its own and opens a new one when it breaks; null = anything may have happened. */
const listen = async (url: string, heard: (organization_id: string | null) => void) => {
  let stopped = false;
  let client: pg.Client | null = null;
  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'rapport events' });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped) setTimeout(() => void open().catch(reopenLater), 500).unref();
    });
    next.on('notification', ({ payload }) => heard(payload ?? null));
    await next.connect();
    await next.query('listen rapport_events');
    client = next;
    heard(null);
  };
  const reopenLater = (): void => {
    if (!stopped) setTimeout(() => void open().catch(reopenLater), 1000).unref();
  };
  await open();
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
};
