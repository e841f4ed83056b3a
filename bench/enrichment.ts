// How fast many contacts are enriched: the whole server over HTTP, the built-in engine, the built-in database.
//   npm run bench:enrichment -- [--contacts 50] [--messages 200] [--runs 5] [--json]
import { chmodSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Turn } from '@rapport/domain/enrichment/fields';
import { extractContactInfo } from '@rapport/domain/language/extract';
import { compose } from '../packages/server/src/compose.ts';
import { readConfig } from '../packages/server/src/config.ts';
import { createContact } from '../packages/server/src/modules/contacts/contacts.service.ts';
import { recordMessages } from '../packages/server/src/modules/messaging/messages.service.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { newId } from '../packages/server/src/platform/ids.ts';
import { systemCtx } from '../packages/server/src/platform/jobs/jobs.ts';
import { median, printTable, quantile, thisMachine } from './machine.ts';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '50' },
    messages: { type: 'string', default: '200' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const contacts = Number(values.contacts);
const messages = Number(values.messages);
const runs = Number(values.runs);

type Said = Pick<Turn, 'direction' | 'body'>;

/** What people write: the conversations of the labelled set, one after another. */
const conversations: Said[][] = readFileSync(
  join(import.meta.dirname, '../evaluation/names-positive.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) =>
    JSON.parse(line).turns.map(([speaker, body]: [string, string]) => ({
      direction: speaker === 'USER' ? ('inbound' as const) : ('outbound' as const),
      body,
    })),
  );

/** So many messages, another beginning for each contact. */
const talkOf = (contact: number): Said[] => {
  const talk: Said[] = [];
  for (let n = contact; talk.length < messages; n++)
    talk.push(...conversations[n % conversations.length]!);
  return talk.slice(0, messages);
};

const turnsOf = (contact: number): Turn[] =>
  talkOf(contact).map(({ direction, body }, n) => ({
    id: `${n}`,
    direction,
    body,
    channel: 'sms',
    sent_at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
  }));

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
chmodSync(folder, 0o711); // The database of root runs as somebody else.
const config = readConfig({ DATA_DIR: folder, SIGN_UP: 'open', LOG_LEVEL: 'error' });
const database = await openDatabase(config, () => undefined);
const rapport = await compose(config, { database_url: database.url });
try {
  const url = await rapport.app.listen({ host: '127.0.0.1', port: 0 });
  const headers = { 'content-type': 'application/json', origin: url };
  const signed = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      name: 'Owner',
      email: 'owner@example.com',
      password: 'a long password',
    }),
  });
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { organization } = await (await fetch(`${url}/api/me`, { headers: { cookie } })).json();
  const ctx = systemCtx(rapport.base, organization.id, 'benchmark');

  const fill = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < contacts; n++) {
      const { id } = await createContact(ctx, { first_name: '', last_name: '' });
      await recordMessages(
        ctx,
        turnsOf(n).map(({ direction, body, channel, sent_at }) => ({
          id: newId(),
          contact_id: id,
          channel: channel as 'sms',
          direction,
          body,
          subject: null,
          from_address: '',
          to_address: '',
          status: direction === 'inbound' ? 'received' : 'sent',
          source: 'import',
          external_id: null,
          dedup_key: newId(),
          import_id: null,
          created_at: new Date(sent_at),
          attachments: [],
        })),
      );
      ids.push(id);
    }
    return ids;
  };
  const enrich = async (contact_ids: string[]): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`${url}/api/contacts/bulk-enrich-from-messages`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ contact_ids, batch_id: newId() }),
    });
    const batch = await response.json();
    if (batch.succeeded !== contacts) throw new Error(JSON.stringify(batch));
    return (performance.now() - began) / 1000;
  };
  /** The engine alone: what the rest is measured against. */
  const readAlone = (): number => {
    const all = Array.from({ length: contacts }, (_, n) => turnsOf(n));
    const began = performance.now();
    for (const turns of all) extractContactInfo(turns, { default_region: 'US', home_names: [] });
    return (performance.now() - began) / 1000;
  };

  await enrich(await fill());
  readAlone();
  const bulk: number[] = [];
  const alone: number[] = [];
  for (let run = 0; run < runs; run++) {
    bulk.push(await enrich(await fill()));
    alone.push(readAlone());
  }
  const row = (name: string, times: number[]) => ({
    case: name,
    'median s': round(median(times)),
    'p95 s': round(quantile(times, 0.95)),
    'ms per contact': round((median(times) / contacts) * 1000),
    'of the engine alone': round(median(times) / median(alone)),
  });
  const table = [row('bulk enrichment over HTTP', bulk), row('the engine alone', alone)];
  const machine = { ...thisMachine(), contacts, messages_each: messages, runs };
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
  await rapport.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
