// How fast a CSV of contacts is checked, imported, imported again and exported, on the built-in database.
//   npm run bench:contact-import -- [--rows 100000] [--runs 1] [--json]
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { composeCore, type Core } from '../packages/server/src/compose.ts';
import { readConfig } from '../packages/server/src/config.ts';
import {
  createContactImport,
  getContactImport,
  startPass,
} from '../packages/server/src/modules/transfer/contact-imports.service.ts';
import { runContactImport } from '../packages/server/src/modules/transfer/contact-run.service.ts';
import { exportContacts } from '../packages/server/src/modules/transfer/export.service.ts';
import { storeFile } from '../packages/server/src/modules/transfer/imports.service.ts';
import { openDatabase } from '../packages/server/src/platform/db/open.ts';
import { systemCtx } from '../packages/server/src/platform/jobs/jobs.ts';
import { median, printTable, thisMachine, watchMemory } from './machine.ts';

const BATCH = 1000;
const WARM_UP = 5000;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

type Person = { id: string; first: string; last: string; phone: string; email: string };

const FIRST = ['Anna', 'Bo', 'Clara', 'Deniz', 'Emil', 'Fatima', 'Goran', 'Hanna', 'Ivo', 'Jana'];
const LAST = ['Berg', 'Ek', 'Novak', 'Santos', 'Ivanova', 'Tanaka', 'Weber', 'Lopez', 'Dahl'];

const person = (i: number): Person => ({
  id: `E-${i}`,
  first: FIRST[i % FIRST.length]!,
  last: `${LAST[i % LAST.length]}${i}`,
  phone: `+1212${2_000_000 + i}`,
  email: `person${i}@example.com`,
});

/** Twelve columns, as an export of a CRM has them; a number, an address and two tags each. */
const lines = function* (rows: number): Generator<string> {
  yield 'External ID,First name,Last name,Company,Job title,Phone,Email,Street,City,Zip,Country,Tags\r\n';
  for (let i = 0; i < rows; i++) {
    const { id, first, last, phone, email } = person(i);
    yield `${id},${first},${last},"Company ${i % 5000}, Inc.",Manager,${phone},${email},Main Street ${i},Springfield,${10_000 + (i % 90_000)},USA,"VIP, List ${i % 20}"\r\n`;
  }
};

const writeFile = async (folder: string, rows: number): Promise<string> => {
  const file = join(folder, `contacts-${rows}.csv`);
  await pipeline(Readable.from(lines(rows)), createWriteStream(file));
  return file;
};

/** Uploads the file, then goes through it once. @returns seconds, and the highest memory in MB */
const pass = async ({ base }: Core, organization_id: string, file: string, dry_run: boolean) => {
  const ctx = systemCtx(base, organization_id, 'benchmark');
  const stored = await storeFile(ctx, createReadStream(file));
  const { id } = await createContactImport(ctx, stored, 'contacts.csv');
  await startPass(ctx, id, {}, dry_run, false);
  const memory = watchMemory();
  const began = performance.now();
  await runContactImport(ctx, id, true);
  const seconds = (performance.now() - began) / 1000;
  const result = await getContactImport(ctx, id);
  if (result.error || result.rejected > 0)
    throw new Error(`The import is not what it should be: ${JSON.stringify(result)}`);
  return { seconds, memory_mb: memory.end(), result };
};

/** All contacts into nothing. @returns seconds, and the highest memory in MB */
const passOut = async ({ base }: Core, organization_id: string) => {
  const ctx = systemCtx(base, organization_id, 'benchmark');
  const memory = watchMemory();
  const began = performance.now();
  const { content } = await exportContacts(ctx, { filter: { tag_ids: [] } }, 'csv');
  let bytes = 0;
  const nowhere = new Writable({
    write: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(content, nowhere);
  return { seconds: (performance.now() - began) / 1000, memory_mb: memory.end(), bytes };
};

/** The same rows, inserted by hand into one table without keys: what the database alone can do. */
const bareInsert = async ({ pool }: Core, rows: number): Promise<number> => {
  await pool.query(`drop table if exists bare`);
  await pool.query(`create table bare (id text, first text, last text, phone text, email text)`);
  const began = performance.now();
  for (let from = 0; from < rows; from += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, rows - from) }, (_, i) => person(from + i));
    const places = people.map((_, i) => `($${[1, 2, 3, 4, 5].map((n) => i * 5 + n).join(', $')})`);
    await pool.query(
      `insert into bare values ${places.join(', ')}`,
      people.flatMap(({ id, first, last, phone, email }) => [id, first, last, phone, email]),
    );
  }
  return rows / ((performance.now() - began) / 1000);
};

let founded = 0;
const foundOrganization = async ({ signIn, pool }: Core): Promise<string> => {
  const email = `owner${++founded}@example.com`;
  await signIn.api.signUpEmail({ body: { name: 'Owner', email, password: 'a long password' } });
  const { rows } = await pool.query(
    `select organization_id from member m join "user" u on u.id = m.user_id where u.email = $1`,
    [email],
  );
  return rows[0].organization_id;
};

const measure = async (core: Core, folder: string) => {
  const rows = Number(values.rows);
  await pass(core, await foundOrganization(core), await writeFile(folder, WARM_UP), false);
  const file = await writeFile(folder, rows);
  const { size } = await stat(file);
  const before = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const kinds = ['dry run', 'import', 'same file again', 'export'] as const;
  const runs: Record<(typeof kinds)[number], { seconds: number; memory_mb: number }[]> = {
    'dry run': [],
    import: [],
    'same file again': [],
    export: [],
  };
  const bare: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const organization_id = await foundOrganization(core);
    bare.push(await bareInsert(core, rows));
    runs['dry run'].push(await pass(core, organization_id, file, true));
    const made = await pass(core, organization_id, file, false);
    if (made.result.created !== rows) throw new Error('The import did not create all rows.');
    runs.import.push(made);
    const again = await pass(core, organization_id, file, false);
    if (again.result.unchanged !== rows) throw new Error('The second import changed something.');
    runs['same file again'].push(again);
    runs.export.push(await passOut(core, organization_id));
  }
  return kinds.map((kind) => {
    const seconds = median(runs[kind].map((run) => run.seconds));
    return {
      pass: kind,
      rows,
      file_mb: round(size / 2 ** 20, 1),
      seconds: round(seconds, 1),
      rows_per_second: round(rows / seconds),
      bare_insert_per_second: round(median(bare)),
      share_of_bare_insert: round(rows / seconds / median(bare), 2),
      memory_before_mb: before,
      peak_memory_mb: Math.max(...runs[kind].map((run) => run.memory_mb)),
    };
  });
};

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
await chmod(folder, 0o711); // The database of root runs as somebody else.
const config = readConfig({ DATA_DIR: folder, SIGN_UP: 'open' });
const database = await openDatabase(config, () => undefined);
try {
  const core = await composeCore(config, { database_url: database.url });
  const { rows } = await core.pool.query(`show server_version`);
  const machine = { ...thisMachine(), postgres: rows[0].server_version };
  const table = await measure(core, folder);
  if (values.json) console.log(JSON.stringify({ machine, table }, null, 2));
  else {
    const said = Object.entries(machine).map(([key, value]) => `${key}: ${value}`);
    console.log(said.join(', '));
    printTable(table);
  }
  await core.sequencer.stop();
  await core.close();
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
