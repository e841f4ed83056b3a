// How fast histories are imported: the server's own code on the built-in database, fsync on.
//   npm run bench:import -- [--messages 200000] [--runs 3] [--format json_lines] [--json]
//   npm run bench:import -- --bytes 1g       one large file: speed and memory
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { composeCore, type Core } from '../packages/server/src/compose.ts';
import { readConfig } from '../packages/server/src/config.ts';
import {
  createImport,
  getImport,
  storeFile,
} from '../packages/server/src/modules/transfer/imports.service.ts';
import { runImport } from '../packages/server/src/modules/transfer/run.service.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { systemCtx } from '../packages/server/src/platform/jobs/jobs.ts';
import { history, historyFile, type HistoryFormat, phoneOf } from './histories.ts';
import { median, printTable, quantile, thisMachine, watchMemory } from './machine.ts';

const FORMATS: HistoryFormat[] = ['json_lines', 'sms_backup', 'whatsapp'];
const WARM_UP = 20_000;
const BATCH = 1000;
const GENERATED_BYTES_PER_MESSAGE = 204;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '3' },
    format: { type: 'string' },
    bytes: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

type Measured = { messages: number; seconds: number; memory_mb: number; size_bytes: number };

/** Imports a file into an organization. */
const measure = async (
  { base }: Core,
  organization_id: string,
  file: string,
  format: HistoryFormat,
): Promise<Measured & { known: number }> => {
  const ctx = systemCtx(base, organization_id, 'benchmark');
  const stored = await storeFile(ctx, createReadStream(file));
  const options = { format, own_names: 'Me Myself' };
  const file_name = 'WhatsApp Chat with Person 0.txt';
  const { id } = await createImport(ctx, stored, { file_name, options, queue: false });
  const memory = watchMemory();
  const began = performance.now();
  await runImport(ctx, id, true);
  const seconds = (performance.now() - began) / 1000;
  const memory_mb = memory.end();
  const result = await getImport(ctx, id);
  const messages = result.messages_created + result.messages_known;
  if (result.status !== 'completed' || result.rows_rejected + result.rows_skipped > 0)
    throw new Error(`The import is not what it should be: ${JSON.stringify(result)}`);
  const { size_bytes, messages_known: known } = result;
  return { messages, seconds, memory_mb, size_bytes, known };
};

/** The same rows, inserted by hand into a table without keys: what the database alone can do. */
const measureBaseline = async ({ pool }: Core, messages: number): Promise<number> => {
  await pool.query(`drop table if exists bare`);
  await pool.query(
    `create table bare (phone text, direction text, channel text, body text, sent_at timestamptz)`,
  );
  const began = performance.now();
  let rows: unknown[] = [];
  const flush = async () => {
    const places = Array.from({ length: rows.length / 5 }, (_, i) => {
      const n = i * 5;
      return `($${n + 1}, $${n + 2}, $${n + 3}, $${n + 4}, $${n + 5})`;
    });
    await pool.query(`insert into bare values ${places.join(', ')}`, rows);
    rows = [];
  };
  for (const { contact, inbound, at, body } of history(messages)) {
    rows.push(phoneOf(contact), inbound ? 'inbound' : 'outbound', 'sms', body, at);
    if (rows.length === BATCH * 5) await flush();
  }
  if (rows.length > 0) await flush();
  return messages / ((performance.now() - began) / 1000);
};

let founded = 0;
const foundOrganization = async ({ signIn, pool }: Core): Promise<string> => {
  const email = `owner${++founded}@example.com`;
  await signIn.api.signUpEmail({
    body: { name: 'Owner', email, password: 'a long password' },
  });
  const { rows } = await pool.query(
    `select organization_id from member m join "user" u on u.id = m.user_id where u.email = $1`,
    [email],
  );
  return rows[0].organization_id;
};

const writeFile = async (folder: string, format: HistoryFormat, messages: number) => {
  const file = join(folder, `${format}-${messages}`);
  await pipeline(Readable.from(historyFile(format, messages)), createWriteStream(file));
  return file;
};

const measureFormat = async (core: Core, folder: string, format: HistoryFormat) => {
  const messages = Number(values.messages);
  const warmUp = await writeFile(folder, format, Math.min(WARM_UP, messages));
  await measure(core, await foundOrganization(core), warmUp, format);
  const file = await writeFile(folder, format, messages);
  const baselines: number[] = [];
  const runs: Measured[] = [];
  const again: Measured[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    baselines.push(await measureBaseline(core, messages));
    const organization_id = await foundOrganization(core);
    runs.push(await measure(core, organization_id, file, format));
    again.push(await measure(core, organization_id, file, format));
  }
  const { size } = await stat(file);
  await rm(file);
  const rates = runs.map((run) => run.messages / run.seconds);
  return {
    format,
    file_mb: round(size / 2 ** 20, 1),
    messages_per_second: round(median(rates)),
    // Of speeds, the bad end is the low one.
    p95_worst: round(quantile(rates, 0.05)),
    again_per_second: round(median(again.map((run) => run.messages / run.seconds))),
    bare_insert_per_second: round(median(baselines)),
    share_of_bare_insert: round(median(rates) / median(baselines), 2),
    peak_memory_mb: Math.max(...runs.map((run) => run.memory_mb)),
  };
};

/** One file of about so many bytes. */
const measureBytes = async (core: Core, folder: string, bytes: number) => {
  const messages = Math.round(bytes / GENERATED_BYTES_PER_MESSAGE);
  const file = await writeFile(folder, 'json_lines', messages);
  const { size } = await stat(file);
  const before = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const run = await measure(core, await foundOrganization(core), file, 'json_lines');
  return {
    format: 'json_lines',
    file_mb: round(size / 2 ** 20),
    messages: run.messages,
    seconds: round(run.seconds),
    messages_per_second: round(run.messages / run.seconds),
    memory_before_mb: before,
    peak_memory_mb: run.memory_mb,
  };
};

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

const bytesOf = (text: string): number => {
  const [, number = '', unit = ''] = /^([\d.]+)\s*([kmg]?)b?$/i.exec(text) ?? [];
  return Number(number) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
};

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
await chmod(folder, 0o711); // The database of root runs as somebody else.
const config = readConfig({ DATA_DIR: folder, SIGN_UP: 'open' });
const database = await openDatabase(config, () => undefined);
try {
  const core = await composeCore(config, { database_url: database.url });
  const { rows } = await core.pool.query(`show server_version`);
  const machine = { ...thisMachine(), postgres: rows[0].server_version };
  const table = [];
  if (values.bytes) table.push(await measureBytes(core, folder, bytesOf(values.bytes)));
  else
    for (const format of FORMATS)
      if (!values.format || values.format === format)
        table.push(await measureFormat(core, folder, format));
  if (values.json) console.log(JSON.stringify({ machine, table }, null, 2));
  else {
    console.log(
      Object.entries(machine)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', '),
    );
    printTable(table);
  }
  await core.sequencer.stop();
  await core.close();
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
