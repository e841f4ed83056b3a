// How many signed inbound texts a second the server takes in, answered after the commit: the whole server in a
// process of its own on the built-in database, fsync on.
//   npm run bench:inbound -- [--messages 4000] [--rate 400] [--seconds 10] [--callers 16] [--runs 3] [--json]
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { readConfig } from '../packages/server/src/config.ts';
import { newId } from '../packages/server/src/platform/ids.ts';
import { signForm } from '../packages/server/src/platform/telephony/signature.ts';
import { median, printTable, quantile, thisMachine } from './machine.ts';
import { signUp, startServer, time } from './served.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '4000' },
    rate: { type: 'string', default: '400' },
    seconds: { type: 'string', default: '10' },
    callers: { type: 'string', default: '16' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [messages, rate, seconds, callers, runs] = [
  values.messages,
  values.rate,
  values.seconds,
  values.callers,
  values.runs,
].map(Number) as [number, number, number, number, number];

/** Every fifth text is the first of somebody. */
const PEOPLE_PER_TEXT = 0.2;
const TOKEN = 'the auth token of the benchmark';
const LINE = '+12125550100';
const PATH = '/webhooks/twilio/sms';
/** What a server on a port of its own choice believes its address to be. */
const PUBLIC_URL = 'http://localhost:0';

type Signed = { body: string; signature: string };
let serial = 0;

const sign = (count: number): Signed[] => {
  const people = Math.max(1, Math.floor(count * PEOPLE_PER_TEXT));
  const first = (serial += people) - people;
  return Array.from({ length: count }, (_, i) => {
    const form = new URLSearchParams({
      ToCountry: 'US',
      MessageSid: `SM${randomBytes(16).toString('hex')}`,
      SmsStatus: 'received',
      Body: `Is there a table for ${i} at eight?`,
      NumMedia: '0',
      NumSegments: '1',
      AccountSid: `AC${'1'.repeat(32)}`,
      ApiVersion: '2010-04-01',
      From: `+1213${2_000_000 + first + ((i * 7919) % people)}`,
      To: LINE,
    });
    return { body: form.toString(), signature: signForm(TOKEN, PUBLIC_URL + PATH, form) };
  });
};

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

const post = async (url: string, { body, signature }: Signed): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': signature,
    };
    const sent = request(url + PATH, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`The webhook answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject).end(body);
  });

/** As fast as so many callers can. */
const measureMost = async (url: string) => {
  const signed = sign(messages);
  const began = performance.now();
  const { p95 } = await time(async (n) => post(url, signed[n]!), callers, messages);
  return { per_second: messages / ((performance.now() - began) / 1000), p95 };
};

/** At a steady rate, whether the server keeps up or not. */
const measureSteady = async (url: string) => {
  const count = rate * seconds;
  const signed = sign(count);
  const times: number[] = [];
  const began = performance.now();
  const sent = signed.map(async (one, i) => {
    const due = began + (i * 1000) / rate;
    await sleep(due - performance.now());
    await post(url, one);
    // From when it was due: a caller that is held up counts as waiting.
    times.push(performance.now() - due);
  });
  await Promise.all(sent);
  return { p50: median(times), p95: quantile(times, 0.95), max: Math.max(...times) };
};

/** The same rows, each in a transaction of its own, into a table with one key: what the database alone can do. */
const measureBaseline = async (database_url: string): Promise<number> => {
  const pool = new pg.Pool({ connectionString: database_url, max: callers });
  await pool.query('drop table if exists bare');
  await pool.query(
    'create table bare (sid text primary key, sender text, body text, at timestamptz)',
  );
  const signed = sign(messages);
  const began = performance.now();
  await time(
    async (n) =>
      pool.query('insert into bare values ($1, $2, $3, now())', [`${n}`, LINE, signed[n]!.body]),
    callers,
    messages,
  );
  const per_second = messages / ((performance.now() - began) / 1000);
  await pool.end();
  return per_second;
};

const data_dir = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
await chmod(data_dir, 0o711);
const database = await openDatabase(readConfig({ DATA_DIR: data_dir }), () => undefined);
const server = await startServer(database.url, data_dir);
const db = new pg.Client({ connectionString: database.url });
await db.connect();

const headers = await signUp(server.url);
await fetch(`${server.url}/api/settings/twilio`, {
  method: 'PUT',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify({ account_sid: `AC${'1'.repeat(32)}`, auth_token: TOKEN }),
});
await db.query(
  `insert into phone_number (organization_id, id, phone_number, provider)
   select id, $1, $2, 'twilio' from organization`,
  [newId(), LINE],
);

const WARM_UP = 500;
const warmUp = sign(WARM_UP);
await time(async (n) => post(server.url, warmUp[n]!), callers, WARM_UP);

const rows: Record<string, number>[] = [];
for (let run = 0; run < runs; run++) {
  const bare = await measureBaseline(database.url);
  const most = await measureMost(server.url);
  const steady = await measureSteady(server.url);
  rows.push({
    'bare inserts/s': Math.round(bare),
    'texts/s at most': Math.round(most.per_second),
    'p95 at most, ms': Math.round(most.p95),
    [`p50 at ${rate}/s, ms`]: Math.round(steady.p50),
    [`p95 at ${rate}/s, ms`]: Math.round(steady.p95),
    [`max at ${rate}/s, ms`]: Math.round(steady.max),
  });
}
const sent = WARM_UP + runs * (messages + rate * seconds);
const { rows: counted } = await db.query('select count(*)::int as total from message');
if (counted[0].total !== sent) throw new Error(`${counted[0].total} of ${sent} texts are there`);

agent.destroy();
await db.end();
await server.stop();
await database.stop();
await rm(data_dir, { recursive: true, force: true });

const middle = Object.fromEntries(
  Object.keys(rows[0]!).map((name) => [name, median(rows.map((row) => row[name]!))]),
);
if (values.json)
  console.log(JSON.stringify({ machine: thisMachine(), runs: rows, median: middle }));
else {
  const { cpu, cores, node } = thisMachine();
  console.log(`${cpu}, ${cores} cores, Node ${node}; ${callers} callers, ${sent} texts, all there`);
  printTable([...rows, middle]);
}
