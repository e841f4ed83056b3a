// Imports of contacts: take a file in, show what it holds, check it, run it, stop it.
import type { ContactImportSettings } from '@rapport/contract/contact-imports.api';
import { csvLine } from '@rapport/domain/transfer/contacts/cells';
import { Readable } from 'node:stream';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { lookAtFile, type FileStart, type ReadingWish } from './contact-files.service.ts';
import { contactImportJob } from './contact-imports.jobs.ts';
import { presentContactImport } from './contact-imports.present.ts';
import * as queries from './contact-imports.queries.ts';
import { discardFile, type StoredFile } from './imports.service.ts';
import { transferErrors } from './transfer.errors.ts';

/** An upload that nobody imported is kept as long. */
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Makes an import of a stored file and guesses what its columns are; nothing is written of its contacts.
 * A file that cannot be one is deleted.
 * @throws EMPTY_FILE, NOT_CONTACTS
 */
export const createContactImport = async (ctx: Ctx, stored: StoredFile, file_name: string) => {
  try {
    if (stored.size_bytes === 0) throw transferErrors.EMPTY_FILE({ file_name });
    const { default_country: country } = await findOrganization(ctx);
    const start = await lookAtFile(() => ctx.ports.storage.get(stored.storage_key), country);
    if (!start) throw transferErrors.NOT_CONTACTS({ file_name });
    await queries.insertContactImport(ctx, {
      ...stored,
      ...readingOf(start),
      file_name,
      format: start.format,
      country,
      date_order: MONTH_FIRST.has(country) ? 'mdy' : 'dmy',
      created_by: memberIdOf(ctx),
    });
  } catch (error) {
    await discardFile(ctx, stored);
    throw error;
  }
  await forgetOld(ctx);
  return getContactImport(ctx, stored.id);
};

/** Countries that write 12/31/1999. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU', 'FM', 'MH', 'PW', 'AS', 'VI']);

const readingOf = ({ encoding, delimiter, has_header, columns, mapping }: FileStart) => ({
  encoding,
  delimiter,
  has_header,
  columns: JSON.stringify(columns),
  mapping: JSON.stringify(mapping),
});

const forgetOld = async (ctx: Ctx): Promise<void> => {
  const before = new Date(ctx.now().getTime() - KEPT_MS);
  for (const key of await queries.cancelForgotten(ctx, before)) await ctx.ports.storage.remove(key);
};

/** @throws CONTACT_IMPORT_NOT_FOUND */
export const getContactImport = async (ctx: Ctx, id: string) =>
  presentContactImport(await requireImport(ctx, id));

const requireImport = async (ctx: Ctx, id: string): Promise<queries.ContactImportRow> => {
  const row = await queries.findContactImport(ctx, id);
  if (!row) throw transferErrors.CONTACT_IMPORT_NOT_FOUND();
  return row;
};

export const listContactImports = async (ctx: Ctx) =>
  (await queries.listContactImports(ctx)).map(presentContactImport);

/**
 * Reads the file anew, another way; the mapping is guessed again.
 * @throws CONTACT_IMPORT_NOT_FOUND, CONTACT_IMPORT_BUSY, NOT_CONTACTS
 */
export const readAgain = async (ctx: Ctx, id: string, wish: ReadingWish) => {
  const row = await requireImport(ctx, id);
  if (row.status !== 'waiting') throw transferErrors.CONTACT_IMPORT_BUSY();
  const kept = { encoding: row.encoding, delimiter: row.delimiter ?? undefined } as ReadingWish;
  const open = () => ctx.ports.storage.get(row.storage_key);
  const start = await lookAtFile(open, row.country, { ...kept, ...wish });
  if (!start) throw transferErrors.NOT_CONTACTS({ file_name: row.file_name });
  const changes = { ...readingOf(start), checked: null, error: null };
  if (!(await queries.moveContactImport(ctx, id, ['waiting'], 'waiting', changes)))
    throw transferErrors.CONTACT_IMPORT_BUSY();
  return getContactImport(ctx, id);
};

/**
 * Starts a pass over the file: a dry run, which writes no contact, or the import itself.
 * @param queue false for a caller that runs it himself
 * @throws CONTACT_IMPORT_NOT_FOUND, CONTACT_IMPORT_BUSY, INVALID_INPUT for a mapping that finds nobody
 */
export const startPass = async (
  ctx: Ctx,
  id: string,
  { mapping, update, ...rest }: ContactImportSettings,
  dry_run: boolean,
  queue = true,
) =>
  inTx(ctx, async (ctx) => {
    const row = await requireImport(ctx, id);
    if (mapping) requireMapping(row, mapping);
    const isStarted = await queries.moveContactImport(ctx, id, ['waiting'], 'queued', {
      ...rest,
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(update ? { update_rule: update } : {}),
      ...(dry_run ? { checked: null } : {}),
      dry_run,
      error: null,
    });
    if (!isStarted) throw transferErrors.CONTACT_IMPORT_BUSY();
    await queries.resetPass(ctx, id);
    if (queue) await queuePass(ctx, id);
    return getContactImport(ctx, id);
  });

/**
 * Hands a pass to the workers: one after the other per organization, as other imports.
 * @param run_at not before that time; asking again moves it
 */
export const queuePass = async (
  ctx: Ctx,
  contact_import_id: string,
  run_at?: Date,
): Promise<void> => {
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    contactImportJob,
    { organization_id, contact_import_id },
    {
      queue: `import ${organization_id}`,
      key: `contacts ${contact_import_id}`,
      max_attempts: 5,
      ...(run_at ? { run_at } : {}),
    },
  );
};

const NAMING = [
  'name',
  'first_name',
  'last_name',
  'company',
  'phone',
  'email',
  'external_id',
  'id',
];

type Mapping = NonNullable<ContactImportSettings['mapping']>;

const requireMapping = (row: queries.ContactImportRow, mapping: Mapping): void => {
  if (row.format !== 'csv') return;
  const width = (row.columns as unknown[]).length;
  const beyond = mapping.find(({ column }) => column >= width);
  if (beyond)
    throw invalidInput([
      { field: 'mapping', message: `has column ${beyond.column}, but the file has only ${width}` },
    ]);
  if (!mapping.some(({ target }) => NAMING.includes(target)))
    throw invalidInput([
      { field: 'mapping', message: 'must have a column with a name, company, phone or e-mail' },
    ]);
};

/**
 * Stops an import that is not over; one that is over stays what it is. Of a dry run only the run is stopped.
 * @throws CONTACT_IMPORT_NOT_FOUND
 */
export const cancelContactImport = async (ctx: Ctx, id: string) => {
  const row = await requireImport(ctx, id);
  if (row.dry_run && (await queries.moveContactImport(ctx, id, ['queued', 'running'], 'waiting')))
    return getContactImport(ctx, id);
  const isStopped = await inTx(ctx, async (ctx) => {
    const from = ['waiting', 'queued', 'running'] as const;
    if (!(await queries.moveContactImport(ctx, id, [...from], 'cancelled'))) return false;
    await emit(ctx, 'import.progress', { import_id: id });
    return true;
  });
  // A pass that runs removes the file itself, once it has seen that nobody wants it.
  if (isStopped && row.status !== 'running') await ctx.ports.storage.remove(row.storage_key);
  return getContactImport(ctx, id);
};

const SHOWN_REJECTIONS = 100;

/** @throws CONTACT_IMPORT_NOT_FOUND */
export const listRejections = async (ctx: Ctx, id: string) => {
  const row = await requireImport(ctx, id);
  return {
    rejections: await queries.listContactRejections(ctx, id, -1, SHOWN_REJECTIONS),
    total_count: row.rejected,
  };
};

/** All rejected rows as they came, each with the reason: to be mended and imported again. */
export const exportRejections = async (ctx: Ctx, id: string): Promise<Readable> => {
  const row = await requireImport(ctx, id);
  const names = (row.columns as FileStart['columns']).map(({ name }) => name);
  const header = row.format === 'csv' ? names : ['vCard'];
  return Readable.from(rejectionLines(ctx, id, header), { objectMode: false });
};

const PAGE = 1000;

const rejectionLines = async function* (ctx: Ctx, id: string, header: string[]) {
  yield `\ufeff${csvLine([...header, 'Reason'])}`;
  for (let after = -1; ;) {
    const rows = await queries.listContactRejections(ctx, id, after, PAGE);
    if (rows.length === 0) return;
    yield rows
      .map(({ cells, reason }) => csvLine([...header.map((_, i) => cells[i] ?? ''), reason]))
      .join('');
    after = rows.at(-1)!.number;
  }
};
