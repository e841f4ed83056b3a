// The listening side of the bench: many sockets, when each heard of each message, and how often.
import { setTimeout as sleep } from 'node:timers/promises';
import { readFrames, type RealtimeFrame } from '@rapport/contract/events';
import { WebSocket } from 'ws';
import { quantile } from './machine.ts';

export type Room = { headers: Record<string, string>; sockets: number };
export type Wish = {
  url: string;
  rooms: Room[];
  /** Share of the sockets that lose their line once. */
  drops: number;
  /** When they do, from now. */
  drop_after_ms: number;
};
type Told = { message_id: string; sent_at: number; answered_at: number };
export type SocketsReport = {
  frames: number;
  lost: number;
  twice: number;
  reconnected: number;
  /** From before the request that brought the message to a socket: no less than from the commit, in ms. */
  'p50 ms': number;
  'p95 ms': number;
  'p99 ms': number;
  'max ms': number;
};

/** What one screen heard: the time of each message by its number in the room; 0 is not heard. */
type Screen = {
  room: number;
  heard: Float64Array;
  twice: number;
  seq: number | null;
  lost_line: boolean;
};

/** Numbers of the messages of each room, in the order in which somebody first heard of them. */
const numbers: Map<string, number>[] = [];
const screens: Screen[] = [];
let frames = 0;
let wish: Wish;

const now = (): number => performance.timeOrigin + performance.now();

/** The same text comes to many sockets: it is read once. */
let last = { text: '', frames: [] as RealtimeFrame[] };
const framesOf = (text: string): RealtimeFrame[] => {
  if (last.text !== text) last = { text, frames: readFrames(JSON.parse(text)) };
  return last.frames;
};

const hear = (screen: Screen, frame: RealtimeFrame, at: number): void => {
  frames += 1;
  if (frame.kind !== 'event') {
    screen.seq = Math.max(screen.seq ?? 0, frame.seq);
    return;
  }
  const { seq, type, payload } = frame.event;
  // A number that was there already is what the web app drops; it must not come.
  if (screen.seq !== null && seq <= screen.seq) screen.twice += 1;
  screen.seq = Math.max(screen.seq ?? 0, seq);
  if (type !== 'messaging.message.new') return;
  const known = numbers[screen.room]!;
  const id = String(payload['message_id']);
  const number = known.get(id) ?? known.size;
  known.set(id, number);
  if (number >= screen.heard.length) screen.heard = grown(screen.heard);
  if (screen.heard[number] === 0) screen.heard[number] = at;
  else screen.twice += 1;
};

const grown = (heard: Float64Array): Float64Array => {
  const larger = new Float64Array(heard.length * 2);
  larger.set(heard);
  return larger;
};

const open = async (screen: Screen): Promise<WebSocket> => {
  const address = `${wish.url.replace('http', 'ws')}/api/realtime`;
  const query = screen.seq === null ? '' : `?after=${screen.seq}`;
  const socket = new WebSocket(address + query, { headers: wish.rooms[screen.room]!.headers });
  socket.on('message', (data) => {
    const at = now();
    for (const frame of framesOf(String(data))) hear(screen, frame, at);
  });
  await new Promise((resolve, reject) => {
    socket.once('message', resolve);
    socket.once('error', reject);
  });
  return socket;
};

const loseLine = async (screen: Screen, socket: WebSocket): Promise<void> => {
  await sleep(wish.drop_after_ms * (0.5 + Math.random()));
  screen.lost_line = true;
  socket.terminate();
  await sleep(500 + Math.random() * 1500);
  await open(screen);
};

const start = async (): Promise<void> => {
  for (const [room, { sockets }] of wish.rooms.entries()) {
    numbers.push(new Map());
    for (let n = 0; n < sockets; n++) {
      const screen: Screen = {
        room,
        heard: new Float64Array(1024),
        twice: 0,
        seq: null,
        lost_line: false,
      };
      screens.push(screen);
      const socket = await open(screen);
      if (Math.random() < wish.drops) void loseLine(screen, socket);
    }
  }
};

const SETTLE_MS = 3000;

const report = async (messages: Told[][]): Promise<SocketsReport> => {
  await sleep(SETTLE_MS);
  const times: number[] = [];
  let lost = 0;
  for (const { room, heard, lost_line } of screens)
    for (const { message_id, sent_at } of messages[room]!) {
      const number = numbers[room]!.get(message_id);
      const at = number === undefined ? 0 : (heard[number] ?? 0);
      if (at === 0) lost += 1;
      // Who was away hears late by design.
      else if (!lost_line) times.push(at - sent_at);
    }
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    frames,
    lost,
    twice: screens.reduce((sum, { twice }) => sum + twice, 0),
    reconnected: screens.filter(({ lost_line }) => lost_line).length,
    'p50 ms': round(quantile(times, 0.5)),
    'p95 ms': round(quantile(times, 0.95)),
    'p99 ms': round(quantile(times, 0.99)),
    'max ms': round(quantile(times, 1)),
  };
};

process.on('message', (message: Wish | Told[][]) => {
  if (Array.isArray(message)) void report(message).then((found) => process.send!(found));
  else {
    wish = message;
    void start().then(() => process.send!('open'));
  }
});
