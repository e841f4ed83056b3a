// The server is killed twenty times during an import, while messages arrive: nothing is lost, nothing twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api } from '@rapport/contract/api';
import { createClient } from '@rapport/contract/client';
import pg from 'pg';
import { expect, test } from 'vitest';
import {
  makeDataDir,
  type ServerProcess,
  startProcess,
} from '../../platform/testing/server-process.ts';

const ROUNDS = 20;
const MESSAGES = 20_000;
const PEOPLE = 700;
const SENDERS = 4;

const phoneOf = (person: number): string => `+1212${2_000_000 + person}`;

/** A history with lines that repeat (each is a message), ids that repeat (one message), and bad lines. */
const makeHistory = (): string => {
  const lines: string[] = [];
  for (let i = 0; lines.length < MESSAGES; i++) {
    const line = (body: string, id?: string) =>
      JSON.stringify({
        contact: { phone: phoneOf((i * 7919) % PEOPLE) },
        direction: i % 2 ? 'inbound' : 'outbound',
        channel: 'sms',
        body,
        sent_at: new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString(),
        ...(id ? { id } : {}),
      });
    lines.push(line(`Message ${i}`));
    if (i % 10 === 0) lines.push(lines.at(-1)!, lines.at(-1)!);
    if (i % 25 === 0) lines.push(line(`With id ${i}`, `row-${Math.floor(i / 50)}`));
    if (i % 500 === 0) lines.push('{"contact":{}}');
  }
  return lines.join('\n');
};

type Owner = { headers: Record<string, string>; organization_id: string };

const clientOf = ({ url }: ServerProcess, headers: Record<string, string>) =>
  createClient(api, { base_url: url, headers });

const signUp = async (server: ServerProcess, email: string): Promise<Owner> => {
  const response = await fetch(`${server.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Owner', email, password: 'correct horse battery' }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const headers = { cookie: cookies.join('; ') };
  const me = await clientOf(server, headers).getMe();
  return { headers, organization_id: me.organization.id };
};

const upload = async (server: ServerProcess, owner: Owner, text: string): Promise<string> => {
  const body = new FormData();
  body.append('file', new Blob([text]), 'history.jsonl');
  const url = `${server.url}/api/imports`;
  const response = await fetch(url, { method: 'POST', headers: owner.headers, body });
  return ((await response.json()) as { id: string }).id;
};

/** Delivers messages without end, as a gateway does: what was not acknowledged is delivered again. */
const startTraffic = (tenant_id: string, key: string, current: () => ServerProcess | null) => {
  const acknowledged = new Map<string, { from: string; message_id: string }>();
  let next = 0;
  let isOver = false;
  const send = async (): Promise<void> => {
    const n = next++;
    // Half of them are people of the history, who may be created by both at the same moment.
    const from = phoneOf(n % 2 ? (n * 31) % PEOPLE : PEOPLE + (n % 500));
    const message = { tenant_id, channel: 'sms' as const, from, to: '', body: `Live ${n}` };
    for (;;) {
      const server = current();
      const answer = server
        ? await clientOf(server, { 'x-gateway-key': key })
            .receiveMessage({ body: { ...message, external_id: `live-${n}` } })
            .catch(() => null)
        : null;
      if (answer)
        return void acknowledged.set(`Live ${n}`, { from, message_id: answer.message_id });
      await sleep(20);
    }
  };
  const senders = Array.from({ length: SENDERS }, async () => {
    while (!isOver) {
      await send();
      await sleep(5);
    }
  });
  return {
    acknowledged,
    end: async () => {
      isOver = true;
      await Promise.all(senders);
    },
  };
};

/** A look into the database of a running server. */
const connect = async (data_dir: string) => {
  const { url } = JSON.parse(readFileSync(join(data_dir, 'database.url'), 'utf8'));
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return {
    rows: async (statement: string, ...values: unknown[]) =>
      (await client.query(statement, values)).rows,
    end: async () => client.end().catch(() => undefined),
  };
};
type Look = Awaited<ReturnType<typeof connect>>;

const importRow = async (look: Look, id: string) =>
  (await look.rows(`select * from import where id = $1`, id))[0];

const until = async (what: string, isTrue: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 120_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await sleep(10);
  }
};

/** What an import says it did, but not who happened to create a contact first. */
const countsOf = async (look: Look, id: string) => {
  const { status, messages_created, messages_known, rows_rejected, rows_skipped, bytes_done } =
    await importRow(look, id);
  return { status, messages_created, messages_known, rows_rejected, rows_skipped, bytes_done };
};

const messagesOf = async (look: Look, import_id: string): Promise<string[]> => {
  const rows = await look.rows(
    `select p.phone_number || ' ' || m.direction || ' ' || m.created_at || ' ' || m.body as text
     from message m join contact_phone p using (organization_id, contact_id)
     where m.import_id = $1`,
    import_id,
  );
  return rows.map((row) => row.text).sort();
};

test('survives twenty kills during an import', { timeout: 900_000 }, async () => {
  const DATA_DIR = makeDataDir();
  const env = { DATA_DIR, SIGN_UP: 'open', LOG_LEVEL: 'silent' };
  const text = makeHistory();
  let server: ServerProcess | null = await startProcess({ env });
  const owner = await signUp(server, 'owner@example.com');
  const { key } = await clientOf(server, owner.headers).createGatewayKey({ body: { name: 'sms' } });
  const traffic = startTraffic(owner.organization_id, key, () => server);
  const import_id = await upload(server, owner, text);

  for (let round = 0, began: Date | null = null, got = 0; round < ROUNDS; round++) {
    const look = await connect(DATA_DIR);
    // Every other kill hits an import that repeats what is in, the others one that has just gone on.
    await until(`round ${round} imports`, async () => {
      const now = await importRow(look, import_id);
      const isRunning = now.status === 'running' && String(now.started_at) !== String(began);
      const isFurther = round % 2 === 0 || now.messages_created > got;
      if (isRunning && isFurther) [began, got] = [now.started_at, now.messages_created];
      expect(now.status).not.toBe('completed');
      return isRunning && isFurther;
    });
    await sleep(Math.random() * 50);
    const killed = server;
    server = null;
    await look.end();
    await killed.kill(round % 3 === 0 ? 'tree' : 'node');
    server = await startProcess({ env });
  }

  const look = await connect(DATA_DIR);
  await until('the import is over', async () => {
    const { status } = await importRow(look, import_id);
    return status !== 'queued' && status !== 'running';
  });
  await traffic.end();

  const other = await signUp(server, 'other@example.com');
  const undisturbed = await upload(server, other, text);
  await until('the other import is over', async () => {
    return (await importRow(look, undisturbed)).status === 'completed';
  });
  expect(await countsOf(look, import_id)).toEqual(await countsOf(look, undisturbed));
  expect(await messagesOf(look, import_id)).toEqual(await messagesOf(look, undisturbed));

  const live = await look.rows(
    `select m.id, m.body, p.phone_number
     from message m join contact_phone p using (organization_id, contact_id)
     where m.organization_id = $1 and m.import_id is null`,
    owner.organization_id,
  );
  const delivered = live.map(({ id, body, phone_number }) => [body, phone_number, id]).sort();
  const acknowledged = [...traffic.acknowledged].map(([body, { from, message_id }]) => [
    body,
    from,
    message_id,
  ]);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(delivered).toEqual(acknowledged.sort());

  const [people] = await look.rows(
    `select (select count(*) from contact where organization_id = $1)::int as contacts,
            (select count(*) from contact_phone where organization_id = $1)::int as phones,
            (select count(distinct phone_number) from contact_phone where organization_id = $1)::int as different`,
    owner.organization_id,
  );
  const known = new Set([
    ...Array.from({ length: PEOPLE }, (_, person) => phoneOf(person)),
    ...acknowledged.map(([, from]) => from),
  ]);
  expect(people).toEqual({ contacts: known.size, phones: known.size, different: known.size });

  await until('all events have a number', async () => {
    const [{ waiting }] = await look.rows(
      `select count(*)::int as waiting from event where seq is null`,
    );
    return waiting === 0;
  });
  const events = await look.rows(
    `select seq from event where organization_id = $1 order by seq`,
    owner.organization_id,
  );
  expect(events.map(({ seq }) => Number(seq))).toEqual(events.map((_, i) => i + 1));

  await look.end();
  const { code } = await server.signal('SIGTERM');
  expect(code).toBe(0);
});
