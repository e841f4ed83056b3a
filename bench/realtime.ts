// How soon a message that came in is on the screens: real server, real sockets, some of which lose their line.
//   npm run bench:realtime -- [--sockets 2000] [--rate 200] [--seconds 60] [--organizations 20] [--json]
import { fork } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../packages/server/src/config.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { cpuSeconds, printTable, thisMachine } from './machine.ts';
import type { Room, SocketsReport, Wish } from './realtime-sockets.ts';
import { signUp, startServer } from './served.ts';

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    /** Everybody hears everything of their organization: with one, each message goes to every socket. */
    organizations: { type: 'string', default: '20' },
    /** The share of sockets that lose their line once and catch up. */
    drops: { type: 'string', default: '0.05' },
    json: { type: 'boolean', default: false },
  },
});
const sockets = Number(values.sockets);
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const organizations = Number(values.organizations);
const PEOPLE = 50;

type Place = Room & { organization_id: string; key: string };

/** An organization with its owner signed in and a key for what comes in. */
const found = async (url: string, n: number): Promise<Place> => {
  const headers = await signUp(url, `owner${n}@example.com`);
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json() as Promise<any>;
  };
  const { organization } = await call('/api/me');
  const { key } = await call('/api/gateway-keys', {
    method: 'POST',
    body: JSON.stringify({ name: 'Bench' }),
  });
  const share = Math.floor(sockets / organizations) + (n < sockets % organizations ? 1 : 0);
  return { headers, sockets: share, organization_id: organization.id, key };
};

/** Delivers one message. @returns its id, and when it was committed: after the first time, before the second */
const deliver = async (url: string, { organization_id, key }: Place, n: number) => {
  const from = `+1212${2_000_000 + (n % PEOPLE)}`;
  const body = {
    tenant_id: organization_id,
    channel: 'sms',
    from,
    body: `Message ${n}`,
    external_id: `bench-${n}`,
  };
  const sent_at = performance.timeOrigin + performance.now();
  const response = await fetch(`${url}/contact-intel/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-gateway-key': key },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`A message was answered with ${response.status}`);
  const { message_id } = (await response.json()) as { message_id: string };
  return { message_id, sent_at, answered_at: performance.timeOrigin + performance.now() };
};

/** The sockets in a process of their own, so that reading is not counted as the writer's time. */
const openSockets = async (wish: Wish) => {
  const child = fork(join(import.meta.dirname, 'realtime-sockets.ts'));
  const next = async <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(message as T));
      child.once('exit', (code) => reject(new Error(`The sockets ended with ${code}`)));
    });
  const opened = next<'open'>();
  child.send(wish);
  await opened;
  return {
    report: async (messages: Awaited<ReturnType<typeof deliver>>[][]): Promise<SocketsReport> => {
      const report = next<SocketsReport>();
      child.send(messages);
      return report;
    },
    stop: () => child.kill(),
  };
};

const measure = async (url: string, pid: number) => {
  const rooms: Place[] = [];
  for (let n = 0; n < organizations; n++) rooms.push(await found(url, n));
  // Who writes is known before the clock starts: making contacts is another bench.
  for (let n = 0; n < PEOPLE * organizations; n++)
    await deliver(url, rooms[n % organizations]!, 1_000_000 + n * organizations);
  const drop_after_ms = (seconds * 1000) / 3;
  const line = await openSockets({ url, rooms, drops: Number(values.drops), drop_after_ms });
  const messages: Awaited<ReturnType<typeof deliver>>[][] = rooms.map(() => []);
  const open: Promise<void>[] = [];
  const cpu = await cpuSeconds(pid);
  const began = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = began + (n * 1000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    const room = n % organizations;
    open.push(deliver(url, rooms[room]!, n).then((told) => void messages[room]!.push(told)));
  }
  await Promise.all(open);
  const took = (performance.now() - began) / 1000;
  const report = await line.report(messages);
  const used = cpu === null ? '' : Math.round(((await cpuSeconds(pid))! - cpu) * 10) / 10;
  line.stop();
  return {
    ...report,
    messages: rate * seconds,
    'messages/s': Math.round((rate * seconds) / took),
    'server CPU s': used,
  };
};

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
chmodSync(folder, 0o711); // The database of root runs as somebody else.
const database = await openDatabase(readConfig({ DATA_DIR: folder }), () => undefined);
try {
  const server = await startServer(database.url, folder);
  try {
    const result = await measure(server.url, server.pid);
    const machine = { ...thisMachine(), sockets, organizations, rate, seconds };
    if (values.json) console.log(JSON.stringify({ machine, result }, null, 2));
    else {
      console.log(
        Object.entries(machine)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', '),
      );
      printTable([result]);
    }
    if (result.lost > 0 || result.twice > 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
