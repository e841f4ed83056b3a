// How fast the inbox answers: the real server over HTTP on the built-in database, warm.
//   npm run bench:inbox -- [--contacts 100000] [--messages 500000] [--requests 100] [--json]
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readConfig } from '../packages/server/src/config.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { drawSearches, fillContacts } from './contacts-data.ts';
import { printTable, thisMachine } from './machine.ts';
import { fillMessages } from './messages-data.ts';
import { type Send, signUp, startServer, time } from './served.ts';

const DEEP_PAGES = 40;
const ASSIGNED = 200;

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '500000' },
    requests: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
  },
});
const contacts = Number(values.contacts);
const messages = Number(values.messages);
const requests = Number(values.requests);

/** The rows that triggers would have kept, and the times that contacts would have. */
const fillConversations = async (pool: pg.Pool, organization_id: string): Promise<void> => {
  // The last year came in by itself; what is older was imported.
  const client = await pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `update message set recorded_at = created_at
     where organization_id = $1 and created_at > now() - interval '1 year'`,
    [organization_id],
  );
  client.release(true);
  await pool.query('vacuum analyze message');
  const { rows } = await pool.query<{ ids: string[] }>(
    `select array_agg(id) as ids from (
       select id, row_number() over (order by id) / 5000 as part from contact where organization_id = $1) c
     group by part`,
    [organization_id],
  );
  for (const { ids } of rows)
    await pool.query('select conversation_recount($1, $2)', [organization_id, ids]);
  await pool.query(
    `update contact c set last_contacted_at = v.last_message_at from conversation v
     where c.organization_id = $1 and v.organization_id = $1 and v.contact_id = c.id`,
    [organization_id],
  );
  await pool.query('vacuum analyze contact');
  await pool.query('vacuum analyze conversation');
};

const reader = (url: string, headers: Record<string, string>) => async (path: string) => {
  const response = await fetch(url + path, { headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json() as Promise<any>;
};

/** Somebody who sees a few contacts only. */
const restrict = async (pool: pg.Pool, url: string, organization_id: string, headers: object) => {
  const response = await fetch(`${url}/api/invitations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'member@example.com', role: 'member' }),
  });
  const { token } = (await response.json()) as { token: string };
  const theirs = await signUp(url, 'member@example.com', { invitation_token: token });
  const me = await reader(url, theirs)('/api/me');
  await pool.query(
    `insert into contact_user (organization_id, contact_id, member_id)
     select $1, id, $2 from contact where organization_id = $1 order by md5(id::text) limit ${ASSIGNED}`,
    [organization_id, me.member.id],
  );
  await pool.query('update organization set members_see_assigned_only = true where id = $1', [
    organization_id,
  ]);
  await pool.query('vacuum analyze contact_user');
  return theirs;
};

const at = <T>(list: T[], n: number): T => list[n % list.length]!;

const measure = async (pool: pg.Pool, url: string) => {
  const headers = await signUp(url);
  const read = reader(url, headers);
  const { organization, member } = await read('/api/me');
  const began = performance.now();
  await fillContacts(pool, organization.id, contacts);
  await fillMessages(pool, organization.id, messages);
  await fillConversations(pool, organization.id);
  console.error(`filled in ${Math.round((performance.now() - began) / 1000)} s`);
  const drawn = await drawSearches(pool, organization.id, requests);
  const theirs = reader(url, await restrict(pool, url, organization.id, headers));
  let cursor = '';
  for (let n = 0; n < DEEP_PAGES; n++)
    cursor = (await read(`/api/conversations?limit=100${cursor && `&cursor=${cursor}`}`))
      .next_cursor;
  const list =
    (query: string, from = read): Send =>
    async () =>
      from(`/api/conversations?${query}`);
  const search =
    (of: string[], show: string): Send =>
    async (n) =>
      read(`/api/conversations?show=${show}&search=${encodeURIComponent(at(of, n))}`);
  const cases: { name: string; send: Send; before?: () => Promise<unknown> }[] = [
    { name: 'first page', send: list('') },
    { name: `page after ${DEEP_PAGES * 100}`, send: list(`cursor=${cursor}`) },
    { name: 'search a name', send: search(drawn.fragment, 'all') },
    { name: 'search digits', send: search(drawn.digits, 'all') },
    { name: 'search two letters', send: search(drawn.letters, 'all') },
    { name: 'needs reply', send: list('show=needs_reply') },
    { name: 'needs reply, search', send: search(drawn.fragment, 'needs_reply') },
    { name: 'needs follow-up', send: list('show=needs_follow_up') },
    { name: 'unread, nothing read', send: list('show=unread') },
    { name: 'counts, nothing read', send: async () => read('/api/inbox/counts') },
    { name: 'assigned contacts', send: list('', theirs) },
    { name: 'assigned contacts, needs reply', send: list('show=needs_reply', theirs) },
    { name: 'assigned contacts, counts', send: async () => theirs('/api/inbox/counts') },
    {
      name: 'counts, all read one by one',
      send: async () => read('/api/inbox/counts'),
      before: async () => {
        await pool.query(
          `insert into conversation_read (organization_id, member_id, contact_id, read_id)
           select organization_id, $2, contact_id, last_arrival_id from conversation
           where organization_id = $1 and last_arrival_id is not null on conflict do nothing`,
          [organization.id, member.id],
        );
        await pool.query('vacuum analyze conversation_read');
      },
    },
  ];
  const table = [];
  for (const { name, send, before } of cases) {
    await before?.();
    await time(send, 2, Math.min(requests, 20));
    const alone = await time(send, 1, requests);
    const many = await time(send, 8, requests);
    table.push({
      case: name,
      p50: round(alone.p50),
      p95: round(alone.p95),
      max: round(alone.max),
      '8: p95': round(many.p95),
    });
  }
  return table;
};

const round = (value: number): number => Number(value.toFixed(1));

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
chmodSync(folder, 0o711); // The database of root runs as somebody else.
const database = await openDatabase(readConfig({ DATA_DIR: folder }), () => undefined);
const pool = new pg.Pool({ connectionString: database.url });
try {
  const server = await startServer(database.url, folder);
  try {
    const table = await measure(pool, server.url);
    const machine = { ...thisMachine(), contacts, messages };
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
