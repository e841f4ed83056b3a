// How fast messages are found: the real server over HTTP on the built-in database, warm, beside a scan with
// LIKE of the same history.
//   npm run bench:messages -- [--messages 200000] [--requests 200] [--json]
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readConfig } from '../packages/server/src/config.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { fillContacts } from './contacts-data.ts';
import { printTable, thisMachine } from './machine.ts';
import { drawMessageSearches, fillMessages } from './messages-data.ts';
import { type Send, signUp, startServer, time, type Times } from './served.ts';

const MESSAGES_A_CONTACT = 100;
/** A scan of a long history takes many seconds; it is as slow each time. */
const SCANS = 2;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    requests: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const messages = Number(values.messages);
const requests = Number(values.requests);

type Page = { messages: { contact: { id: string } }[]; next_cursor: string | null };

/** The same question as it is asked without an index of words. */
const scan = async (pool: pg.Pool, organization_id: string, q: string) => {
  const conditions = q
    .split(' ')
    .map((_, n) => `lower(concat_ws(' ', subject, body)) like $${n + 2}`);
  await pool.query(
    `select * from message where organization_id = $1 and ${conditions.join(' and ')}
     order by created_at desc, id desc limit 25`,
    [organization_id, ...q.split(' ').map((word) => `%${word}%`)],
  );
};

const at = <T>(list: T[], n: number): T => list[n % list.length]!;

const measure = async (pool: pg.Pool, url: string) => {
  const headers = await signUp(url);
  const read = async (path: string) => {
    const response = await fetch(url + path, { headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json() as Promise<any>;
  };
  const search = async (query: Record<string, string>): Promise<Page> =>
    read(`/api/messages/search?${new URLSearchParams(query)}`);
  const { organization } = await read('/api/me');
  const began = performance.now();
  await fillContacts(pool, organization.id, Math.max(100, messages / MESSAGES_A_CONTACT));
  await fillMessages(pool, organization.id, messages);
  console.error(`${messages} messages in ${Math.round((performance.now() - began) / 1000)} s`);
  const drawn = await drawMessageSearches(pool, organization.id, messages, requests);
  const deep = await search({ q: drawn.medium[0]!, limit: '100' });
  const one = deep.messages[0]!.contact.id;
  const cases: { name: string; terms: string[]; more?: Record<string, string> }[] = [
    { name: 'word in many messages', terms: drawn.common },
    { name: 'word in some', terms: drawn.medium },
    { name: 'word in very few', terms: drawn.rare },
    { name: 'number in one message', terms: drawn.numbers },
    { name: 'two words', terms: drawn.pairs },
    { name: 'beginning of a word', terms: drawn.beginnings },
    { name: 'two letters', terms: drawn.letters },
    { name: 'two Japanese characters', terms: drawn.japanese },
    { name: 'no hit', terms: drawn.rare.map((word) => `${word}xq`) },
    { name: 'word in some, e-mail only', terms: drawn.medium, more: { channel: 'email' } },
    { name: 'word in some, older than 3 years', terms: drawn.medium, more: { to: yearsAgo(3) } },
    { name: 'word in many, one contact', terms: drawn.common, more: { contact_id: one } },
  ];
  const table = [];
  for (const { name, terms, more = {} } of cases) {
    if (terms.length === 0) continue;
    const send: Send = async (n) => search({ q: at(terms, n), ...more });
    await time(send, 2, Math.min(requests, 40));
    const alone = await time(send, 1, requests);
    const many = await time(send, 16, requests);
    const scanned = await time(async (n) => scan(pool, organization.id, at(terms, n)), 1, SCANS);
    table.push(rowOf(name, alone, many, scanned));
  }
  return table;
};

const yearsAgo = (years: number): string =>
  new Date(Date.now() - years * 365.25 * 86_400_000).toISOString().slice(0, 10);

const rowOf = (name: string, alone: Times, many: Times, scanned: Times) => ({
  search: name,
  p50: round(alone.p50),
  p95: round(alone.p95),
  max: round(alone.max),
  '16: p50': round(many.p50),
  '16: p95': round(many.p95),
  '16: max': round(many.max),
  LIKE: round(scanned.p50),
});

const round = (value: number): number => Number(value.toFixed(1));

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
chmodSync(folder, 0o711); // The database of root runs as somebody else.
const database = await openDatabase(readConfig({ DATA_DIR: folder }), () => undefined);
const pool = new pg.Pool({ connectionString: database.url });
try {
  const server = await startServer(database.url, folder);
  try {
    const table = await measure(pool, server.url);
    const { rows } = await pool.query(
      `select current_setting('server_version') as postgres,
              pg_size_pretty(pg_relation_size('message')) as messages,
              pg_size_pretty(pg_relation_size('message_words')) as words`,
    );
    const { postgres, messages: table_size, words: index_size } = rows[0];
    const machine = { ...thisMachine(), postgres, messages, table_size, index_size };
    if (values.json) console.log(JSON.stringify({ machine, table }, null, 2));
    else {
      console.log(
        Object.entries(machine)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', '),
      );
      printTable(table);
    }
  } finally {
    await server.stop();
  }
} finally {
  await pool.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
