// One line to `/api/realtime` that repairs itself: reconnects with a growing, jittered pause and catches up
// from the last number it saw, so that no event is missed and none counts twice.
import { type RealtimeEvent, type RealtimeFrame, readFrames } from '@rapport/contract/events';

/** What the connection needs of a WebSocket. */
export type Socket = {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  close: () => void;
};

export type RealtimePorts = {
  /** Opens a socket; `after` is the last number seen, null at first. */
  open: (after: number | null) => Socket;
  /** Runs later; returns how to call it off. */
  later: (milliseconds: number, run: () => void) => () => void;
  /** From 0 to 1. */
  random: () => number;
};

export type RealtimeHandlers = {
  onEvent: (event: RealtimeEvent) => void;
  /** Events were missed: everything may be stale. */
  onReset: () => void;
  /** The session behind the line has ended. */
  onSignedOut: () => void;
  /** True from the server's first frame until the line breaks. */
  onConnected: (connected: boolean) => void;
};

/** The close code with which the server says that nobody is signed in. */
const SIGNED_OUT = 4401;

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** The pause before try number `attempt` (from 0), in milliseconds: half fixed, half random, so that clients spread. */
export const pauseBefore = (attempt: number, random: number): number => {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
  return Math.round(pause / 2 + (pause / 2) * random);
};

/** @returns `retryNow` for when the network came back, and `close` */
export const connectRealtime = (ports: RealtimePorts, handlers: RealtimeHandlers) => {
  let seq: number | null = null;
  let attempt = 0;
  let greeted = false;
  let socket: Socket | null = null;
  let cancelRetry: (() => void) | null = null;

  const read = (frame: RealtimeFrame) => {
    if (!greeted) {
      greeted = true;
      attempt = 0;
      handlers.onConnected(true);
    }
    switch (frame.kind) {
      case 'hello':
        // On a reconnect the missed events follow; their numbers move ours.
        seq ??= frame.seq;
        return;
      case 'skip':
        seq = Math.max(seq ?? 0, frame.seq);
        return;
      case 'reset':
        seq = frame.seq;
        handlers.onReset();
        return;
      case 'event': {
        const { event } = frame;
        if (seq !== null && event.seq <= seq) return;
        const isGap = seq !== null && event.seq > seq + 1;
        seq = event.seq;
        if (isGap) handlers.onReset();
        else handlers.onEvent(event);
      }
    }
  };

  const open = () => {
    cancelRetry?.();
    cancelRetry = null;
    greeted = false;
    const opened = ports.open(seq);
    socket = opened;
    opened.onmessage = ({ data }) => readFrames(parse(data)).forEach(read);
    opened.onclose = ({ code }) => {
      socket = null;
      if (code === SIGNED_OUT) handlers.onSignedOut();
      handlers.onConnected(false);
      cancelRetry = ports.later(pauseBefore(attempt, ports.random()), open);
      attempt += 1;
    };
  };
  open();

  return {
    /** Ends a running pause; nothing while the line is up. */
    retryNow: () => {
      if (socket === null) open();
    },
    close: () => {
      cancelRetry?.();
      if (socket === null) return;
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
    },
  };
};

const parse = (data: unknown): unknown => {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
};
