// One run of an import: stream the file, write it batch by batch, note progress, stop when asked to.
import type { HistoryParser, HistoryRow, ParsedChunk } from '@rapport/domain/transfer/rows';
import { jsonLinesParser } from '@rapport/domain/transfer/json-lines';
import { smsBackupParser } from '@rapport/domain/transfer/sms-backup';
import { whatsAppParser } from '@rapport/domain/transfer/whatsapp';
import { contactNameFromFileName, whatsAppPeople } from '@rapport/domain/transfer/whatsapp-people';
import { scanWhatsApp } from '@rapport/domain/transfer/whatsapp-scan';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { findOrganization, listMembers } from '../auth/organization.service.ts';
import { countImported } from '../messaging/messages.service.ts';
import * as queries from './imports.queries.ts';
import type { ImportOptions } from './imports.service.ts';
import {
  newRowMemory,
  readRows,
  type RowMemory,
  type RowSettings,
  writeRows,
} from './rows.service.ts';
import { readText } from './text.service.ts';

const BATCH = 1000;
/** Listeners are told at most this often. */
const TELL_MS = 400;

/**
 * Runs an import from its beginning to its end. It may be run again after a crash at any point: rows that
 * are in are known by their keys.
 * @param isLast whether a failure is final; else the import stays open for the next attempt
 * @param signal stops the run between two batches, for another one to begin anew
 */
export const runImport = async (
  ctx: Ctx,
  import_id: string,
  isLast: boolean,
  signal?: AbortSignal,
): Promise<void> => {
  const row = await queries.findImport(ctx, import_id);
  if (!row || !(await queries.moveImport(ctx, import_id, ['queued', 'running'], 'running'))) return;
  try {
    const parser = await parserOf(ctx, row);
    if (!parser) return;
    await queries.restartImport(ctx, import_id, await countImported(ctx, import_id));
    const run = await newRun(ctx, row);
    const isWanted = await readAll(ctx, row, parser, run, signal);
    if (isWanted) await finish(ctx, row, 'completed', null);
    else await ctx.ports.storage.remove(row.storage_key);
  } catch (error) {
    signal?.throwIfAborted();
    ctx.ports.log.error({ error, import_id }, 'an import was interrupted');
    if (!isLast) throw error;
    await finish(
      ctx,
      row,
      'failed',
      'The import could not be finished because of a fault on our side. What is in stays in; import the file again to complete it.',
    );
  }
};

type Run = {
  settings: RowSettings;
  memory: RowMemory;
  seen: number;
  created: number;
  rejected: number;
  skipped: number;
  toldAt: number;
};

const newRun = async (ctx: Ctx, row: queries.ImportRow): Promise<Run> => {
  const { default_country } = await findOrganization(ctx);
  return {
    settings: {
      import_id: row.id,
      format: row.format!,
      is_sample: row.is_sample,
      default_country,
    },
    memory: newRowMemory(),
    seen: 0,
    created: await countImported(ctx, row.id),
    rejected: 0,
    skipped: 0,
    toldAt: 0,
  };
};

/** @returns whether the import was still wanted when its last row was written */
const readAll = async (
  ctx: Ctx,
  row: queries.ImportRow,
  parser: HistoryParser,
  run: Run,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  let rows: HistoryRow[] = [];
  let rejections: ParsedChunk['rejections'] = [];
  let bytes_done = 0;
  const write = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    const isWanted = await writeBatch(ctx, run, rows, rejections, bytes_done);
    rows = [];
    rejections = [];
    return isWanted;
  };
  const take = async (chunk: ParsedChunk): Promise<boolean> => {
    rejections.push(...chunk.rejections);
    for (const one of chunk.rows) if (rows.push(one) >= BATCH && !(await write())) return false;
    return true;
  };
  for await (const { text, bytes } of readText(ctx.ports.storage.get(row.storage_key))) {
    bytes_done = bytes;
    if (!(await take(parser.push(text)))) return false;
  }
  const last = parser.end();
  run.skipped = Object.values(last.summary.skipped).reduce((sum, n) => sum + n, 0);
  return (await take(last)) && write();
};

const writeBatch = async (
  ctx: Ctx,
  run: Run,
  rows: HistoryRow[],
  unreadable: ParsedChunk['rejections'],
  bytes_done: number,
): Promise<boolean> => {
  const { import_id } = run.settings;
  const { read, rejections } = readRows(rows, run.settings, run.memory);
  const rejected = [...unreadable, ...rejections].toSorted((a, b) => a.line - b.line);
  const isDue = ctx.now().getTime() - run.toldAt > TELL_MS;
  const result = await inTx(ctx, async (ctx) => {
    const written = await writeRows(ctx, read, run.settings, run.memory);
    await queries.insertRejections(ctx, import_id, run.rejected, rejected);
    const created = run.created + written.messages_created;
    const isWanted = await queries.advanceImport(ctx, import_id, {
      ...written,
      bytes_done,
      messages_known: run.seen + read.length - created,
      rows_rejected: run.rejected + rejected.length,
      rows_skipped: run.skipped,
    });
    if (isDue) await emit(ctx, 'import.progress', { import_id });
    return { created, isWanted };
  });
  run.seen += read.length;
  run.created = result.created;
  run.rejected += rejected.length;
  if (isDue) run.toldAt = ctx.now().getTime();
  return result.isWanted;
};

const finish = async (
  ctx: Ctx,
  row: queries.ImportRow,
  status: 'completed' | 'failed',
  error: string | null,
): Promise<void> => {
  await inTx(ctx, async (ctx) => {
    await queries.moveImport(ctx, row.id, ['queued', 'running'], status, { error });
    await emit(ctx, 'import.progress', { import_id: row.id });
    await emit(ctx, 'contacts.changed', {});
  });
  await ctx.ports.storage.remove(row.storage_key);
};

/** The parser for a file; null when the import has to wait for an answer first. */
const parserOf = async (ctx: Ctx, row: queries.ImportRow): Promise<HistoryParser | null> => {
  const options = row.options as ImportOptions;
  const { timezone, default_country } = await findOrganization(ctx);
  const zone = options.timezone ?? timezone;
  if (row.format === 'json_lines') return jsonLinesParser({ zone });
  if (row.format === 'sms_backup') return smsBackupParser({ zone, country: default_country });
  return whatsAppOf(ctx, row, options, zone);
};

/** WhatsApp is read twice: who took part and how dates are written shows only the whole file. */
const whatsAppOf = async (
  ctx: Ctx,
  row: queries.ImportRow,
  options: ImportOptions,
  zone: string,
): Promise<HistoryParser | null> => {
  const scanner = scanWhatsApp();
  for await (const { text } of readText(ctx.ports.storage.get(row.storage_key))) scanner.push(text);
  const scan = scanner.end();
  const contact_name = contactNameFromFileName(row.file_name);
  const settings = {
    zone,
    own_names: await ownNames(ctx, options),
    ...(contact_name ? { contact_name } : {}),
    ...(options.contact_phone ? { contact_phone: options.contact_phone } : {}),
    ...(options.date_order ? { date_order: options.date_order } : {}),
  };
  const isTold = !('needs' in whatsAppPeople(scan, settings)) || scan.participants.length === 0;
  if (isTold) return whatsAppParser(scan, settings);
  await inTx(ctx, async (ctx) => {
    const participants = JSON.stringify(scan.participants.map(({ name }) => name));
    await queries.moveImport(ctx, row.id, ['running'], 'needs_answer', { participants });
    await emit(ctx, 'import.progress', { import_id: row.id });
  });
  return null;
};

/** What we may be called in a chat: as the person said, else as the organization and its members are. */
const ownNames = async (ctx: Ctx, options: ImportOptions): Promise<string[]> => {
  if (options.own_names)
    return options.own_names
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
  const [{ name }, members] = await Promise.all([findOrganization(ctx), listMembers(ctx)]);
  return [name, ...members.map((member) => member.name)];
};
