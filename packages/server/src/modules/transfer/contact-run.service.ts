// One pass over a file of contacts, dry or not: batch by batch, each with its progress in one transaction.
import { CsvFault } from '@rapport/domain/transfer/contacts/csv-rows';
import { type ContactDraft, readContact } from '@rapport/domain/transfer/contacts/read-contact';
import type { ColumnMapping } from '@rapport/domain/transfer/contacts/targets';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { emptyDirectory, type Outcome, takeIn } from '../contacts/incoming.service.ts';
import { addImportedNotes } from '../notes/notes.service.ts';
import { ensureTags } from '../tags/tags.service.ts';
import { type FileRow, readFileRows } from './contact-files.service.ts';
import * as queries from './contact-imports.queries.ts';

const BATCH = 1000;
/** Listeners are told at most this often. */
const TELL_MS = 400;

type Row = queries.ContactImportRow;

/**
 * Runs a pass that was started. An import that was cut short goes on behind the last batch that was
 * committed; a dry run, which remembers what it would have done, begins anew.
 * @param isLast whether a failure is final; else the pass stays open for the next attempt
 * @param signal stops the pass between two batches, for another one to go on
 */
export const runContactImport = async (
  ctx: Ctx,
  id: string,
  isLast: boolean,
  signal?: AbortSignal,
): Promise<void> => {
  if (!(await queries.moveContactImport(ctx, id, ['queued', 'running'], 'running'))) return;
  const started = (await queries.findContactImport(ctx, id))!;
  try {
    if (started.dry_run) await queries.resetPass(ctx, id);
    const row = (await queries.findContactImport(ctx, id))!;
    if (await readAll(ctx, row, signal)) await finish(ctx, row, null);
    else if (!row.dry_run) await ctx.ports.storage.remove(row.storage_key);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CsvFault) return finish(ctx, started, error.message);
    ctx.ports.log.error({ error, contact_import_id: id }, 'an import of contacts was interrupted');
    if (!isLast) throw error;
    await finish(ctx, started, 'The import could not be finished because of a fault on our side.');
  }
};

/** @returns whether the pass was still wanted when its last row was done */
const readAll = async (ctx: Ctx, row: Row, signal: AbortSignal | undefined): Promise<boolean> => {
  const run = {
    directory: row.dry_run ? emptyDirectory() : null,
    rejected: row.rejected,
    toldAt: 0,
  };
  let skip = row.rows;
  let batch: FileRow[] = [];
  let bytes_done = 0;
  const write = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    const rows = batch;
    batch = [];
    return writeBatch(ctx, row, rows, bytes_done, run);
  };
  const file = { ...row, mapping: row.mapping as ColumnMapping[] };
  for await (const { row: one, bytes } of readFileRows(
    ctx.ports.storage.get(row.storage_key),
    file,
  )) {
    if (skip > 0) {
      skip--;
      continue;
    }
    bytes_done = bytes;
    if (batch.push(one) >= BATCH && !(await write())) return false;
  }
  bytes_done = row.size_bytes;
  return write();
};

type Run = {
  directory: ReturnType<typeof emptyDirectory> | null;
  rejected: number;
  toldAt: number;
};

const writeBatch = async (
  ctx: Ctx,
  row: Row,
  rows: FileRow[],
  bytes_done: number,
  run: Run,
): Promise<boolean> => {
  const { drafts, rejected } = readRows(ctx, row, rows);
  const isDue = ctx.now().getTime() - run.toldAt > TELL_MS;
  const done = await inTx(ctx, async (ctx) => {
    const outcomes = await writeDrafts(
      ctx,
      row,
      drafts.map(({ draft }) => draft),
      run.directory,
    );
    const refused = [
      ...rejected,
      ...outcomes.flatMap((outcome, i) =>
        outcome.kind === 'rejected' ? [rejection(drafts[i]!.row, outcome.reason)] : [],
      ),
    ].toSorted((a, b) => a.line - b.line);
    await queries.insertContactRejections(ctx, row.id, run.rejected, refused);
    const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
    const isWanted = await queries.advanceContactImport(ctx, row.id, bytes_done, {
      rows: rows.length,
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      rejected: refused.length,
    });
    if (isDue) await emit(ctx, 'import.progress', { import_id: row.id });
    return { isWanted, rejected: refused.length };
  });
  run.rejected += done.rejected;
  if (isDue) run.toldAt = ctx.now().getTime();
  return done.isWanted;
};

const rejection = ({ line, cells }: FileRow, reason: string): queries.RejectedRow => ({
  line,
  reason,
  cells,
});

/** Parts the rows that can be read from those that cannot. */
const readRows = (ctx: Ctx, row: Row, rows: FileRow[]) => {
  const settings = {
    country: row.country,
    date_order: row.date_order as 'dmy',
    year: ctx.now().getUTCFullYear(),
  };
  const drafts: { row: FileRow; draft: ContactDraft }[] = [];
  const rejected: queries.RejectedRow[] = [];
  for (const one of rows) {
    const read = readContact(one.raw, settings);
    if ('problems' in read) rejected.push(rejection(one, read.problems.join(' ')));
    else drafts.push({ row: one, draft: withTag(read.draft, row.tag_name) });
  }
  return { drafts, rejected };
};

const withTag = (draft: ContactDraft, name: string | null): ContactDraft => {
  if (!name || draft.tags.some((tag) => tag.toLowerCase() === name.toLowerCase())) return draft;
  return { ...draft, tags: [...draft.tags, name] };
};

const writeDrafts = async (
  ctx: Ctx,
  row: Row,
  drafts: ContactDraft[],
  directory: Run['directory'],
): Promise<Outcome[]> => {
  const names = new Map(drafts.flatMap(({ tags }) => tags.map((tag) => [tag.toLowerCase(), tag])));
  const outcomes = await takeIn(ctx, drafts, {
    rule: row.update_rule as 'fill_empty',
    member_id: row.created_by,
    tags: directory ? new Map() : await ensureTags(ctx, [...names.values()]),
    dry_run: directory,
  });
  const notes = outcomes.flatMap((outcome, i) =>
    outcome.kind === 'rejected'
      ? []
      : drafts[i]!.notes.map((body) => ({ contact_id: outcome.contact_id, body })),
  );
  const author = { member_id: row.created_by, dry_run: row.dry_run };
  const noted = await addImportedNotes(ctx, notes, author);
  return outcomes.map((outcome, i) =>
    outcome.kind === 'unchanged' && drafts[i]!.notes.length > 0 && noted.has(outcome.contact_id)
      ? { ...outcome, kind: 'updated' }
      : outcome,
  );
};

/** A dry run leaves the file for the import itself, also when it found that the file must be read another way. */
const finish = async (
  ctx: Ctx,
  { id, dry_run, storage_key }: Row,
  error: string | null,
): Promise<void> => {
  await inTx(ctx, async (ctx) => {
    const { rows, created, updated, unchanged, rejected } = (await queries.findContactImport(
      ctx,
      id,
    ))!;
    const counts = JSON.stringify({ rows, created, updated, unchanged, rejected });
    await queries.moveContactImport(
      ctx,
      id,
      ['queued', 'running'],
      dry_run ? 'waiting' : error ? 'failed' : 'completed',
      { error, ...(dry_run && !error ? { checked: counts } : {}) },
    );
    await emit(ctx, 'import.progress', { import_id: id });
    if (!dry_run) await emit(ctx, 'contacts.changed', {});
  });
  if (!dry_run) await ctx.ports.storage.remove(storage_key);
};
