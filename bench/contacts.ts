// How fast the contact list answers: the real server over HTTP on the built-in database, warm.
//   npm run bench:contacts -- [--contacts 100000] [--requests 200] [--json]
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
import { type Send, signUp, startServer, time, type Times } from './served.ts';

const DEEP_PAGE = 20_000;
const PAGE_SIZE = 25;

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const contacts = Number(values.contacts);
const requests = Number(values.requests);

const caller = (url: string, headers: Record<string, string>) => {
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...headers, ...(init.headers as object) },
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body}`);
    return JSON.parse(body);
  };
  return {
    read,
    list: async (query: Record<string, string | number>) =>
      read(
        `/api/contacts/list?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`,
      ),
    create: async (body: object) =>
      read('/api/contacts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
};

/** The search as the specification words it: LIKE, with subqueries for numbers and addresses. */
const specified = async (pool: pg.Pool, organization_id: string, search: string) => {
  const where = `c.organization_id = $1 and (lower(c.first_name) like $2 or lower(c.last_name) like $2
    or exists (select 1 from contact_phone p where p.organization_id = $1 and p.contact_id = c.id and p.phone_number like $2)
    or exists (select 1 from contact_email e where e.organization_id = $1 and e.contact_id = c.id and lower(e.email) like $2))`;
  const given = [organization_id, `%${search}%`];
  await pool.query(
    `select * from contact c where ${where} order by created_at desc limit ${PAGE_SIZE}`,
    given,
  );
  await pool.query(`select count(*) from contact c where ${where}`, given);
};

const at = <T>(list: T[], n: number): T => list[n % list.length]!;

const measure = async (pool: pg.Pool, url: string) => {
  const api = caller(url, await signUp(url));
  const { organization } = await api.read('/api/me');
  const { tags } = await api.read('/api/contact-tags');
  const began = performance.now();
  await fillContacts(pool, organization.id, contacts);
  console.error(`${contacts} contacts in ${Math.round((performance.now() - began) / 1000)} s`);
  const drawn = await drawSearches(pool, organization.id, requests);
  const page = Math.min(DEEP_PAGE, Math.ceil(contacts / PAGE_SIZE) - 1);
  const search =
    (of: string[]): Send =>
    async (n) =>
      api.list({ search: at(of, n) });
  const cases: { name: string; send: Send; terms?: string[] }[] = [
    { name: 'first page', send: async () => api.list({}) },
    { name: 'first page by name', send: async () => api.list({ sort: 'name_asc' }) },
    {
      name: 'first page by last contact',
      send: async () => api.list({ sort: 'last_contacted_at' }),
    },
    { name: 'name fragment', send: search(drawn.fragment), terms: drawn.fragment },
    { name: 'phone digits', send: search(drawn.digits), terms: drawn.digits },
    { name: 'e-mail', send: search(drawn.email), terms: drawn.email },
    { name: 'one letter', send: search(drawn.letter), terms: drawn.letter },
    { name: 'two letters', send: search(drawn.letters), terms: drawn.letters },
    { name: `page ${page}`, send: async () => api.list({ page }) },
    { name: `page ${page} by name`, send: async () => api.list({ page, sort: 'name_asc' }) },
    {
      name: 'tag + stage + search',
      send: async (n) =>
        api.list({
          search: at(drawn.fragment, n),
          tag_ids: at<{ id: string }>(tags, n).id,
          pipeline_stage: 'customer',
        }),
    },
  ];
  const table = [];
  for (const { name, send, terms } of cases) {
    await time(send, 2, Math.min(requests, 40));
    const alone = await time(send, 1, requests);
    const many = await time(send, 16, requests);
    const asSpecified = terms
      ? await time(async (n) => specified(pool, organization.id, at(terms, n)), 1, 5)
      : null;
    table.push(rowOf(name, alone, many, asSpecified));
  }
  let serial = 0;
  const create: Send = async () => {
    const n = ++serial;
    const phone_number = `+1415${2_000_000 + n}`;
    await api.create({ first_name: 'New', last_name: `Person ${n}`, phone_number });
  };
  await time(create, 1, 20);
  table.push(
    rowOf('create', await time(create, 1, requests), await time(create, 16, requests), null),
  );
  return table;
};

const rowOf = (name: string, alone: Times, many: Times, asSpecified: Times | null) => ({
  case: name,
  p50: round(alone.p50),
  p95: round(alone.p95),
  max: round(alone.max),
  '16: p50': round(many.p50),
  '16: p95': round(many.p95),
  '16: max': round(many.max),
  'as specified p50': asSpecified ? round(asSpecified.p50) : '',
  ratio: asSpecified ? round(asSpecified.p50 / alone.p50) : '',
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
    const { rows } = await pool.query(`show server_version`);
    const machine = { ...thisMachine(), postgres: rows[0].server_version, contacts };
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
