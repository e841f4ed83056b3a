// Imports: take a file in, queue it, tell how far it is, stop it.
import type { Readable } from 'node:stream';
import { importOptions } from '@rapport/contract/transfer.api';
import { detectFormat } from '@rapport/domain/transfer/detect';
import type { z } from 'zod';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { problemsOf } from '../../platform/http/mount.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { importJob } from './imports.jobs.ts';
import { presentImport } from './imports.present.ts';
import * as queries from './imports.queries.ts';
import { firstText } from './text.service.ts';
import { transferErrors } from './transfer.errors.ts';

export type ImportOptions = z.output<typeof importOptions>;

/** @throws INVALID_INPUT naming the bad option */
export const readOptions = (fields: Record<string, unknown>): ImportOptions => {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const result = importOptions.safeParse(given);
  if (result.success) return result.data;
  throw invalidInput(problemsOf(result.error));
};

export type StoredFile = { id: string; storage_key: string; size_bytes: number };

/** Stores an upload. @returns where, and its size in bytes */
export const storeFile = async (ctx: Ctx, content: Readable): Promise<StoredFile> => {
  const id = newId();
  const storage_key = `imports/${ctx.organization_id}/${id}`;
  return { id, storage_key, size_bytes: await ctx.ports.storage.put(storage_key, content) };
};

/** Forgets an upload that did not become an import. */
export const discardFile = async (ctx: Ctx, stored: StoredFile): Promise<void> =>
  ctx.ports.storage.remove(stored.storage_key);

/**
 * Makes an import of a stored file; `queue` it, or run it oneself. A file that cannot be one is deleted.
 * @throws EMPTY_FILE, UNKNOWN_FORMAT
 */
export const createImport = async (
  ctx: Ctx,
  stored: StoredFile,
  file: { file_name: string; options: ImportOptions; is_sample?: boolean; queue: boolean },
) => {
  const { file_name, options } = file;
  try {
    if (stored.size_bytes === 0) throw transferErrors.EMPTY_FILE({ file_name });
    const start = await firstText(ctx.ports.storage.get(stored.storage_key));
    const format = options.format ?? detectFormat(start, file_name);
    if (!format) throw transferErrors.UNKNOWN_FORMAT({ file_name });
    await inTx(ctx, async (ctx) => {
      await queries.insertImport(ctx, {
        ...stored,
        file_name,
        format,
        options: JSON.stringify(options),
        is_sample: file.is_sample ?? false,
        created_by: memberIdOf(ctx),
      });
      if (file.queue) await queueImport(ctx, stored.id);
    });
  } catch (error) {
    await discardFile(ctx, stored);
    throw error;
  }
  return getImport(ctx, stored.id);
};

/**
 * Hands an import to the workers.
 * @param run_at not before that time; asking again moves it, so that who runs an import himself keeps the
 *   workers away and they finish it when he dies
 */
export const queueImport = async (ctx: Ctx, import_id: string, run_at?: Date): Promise<void> => {
  const { organization_id } = ctx;
  // One after the other per organization: two imports of the same people would wait for each other's locks.
  await enqueue(
    ctx,
    importJob,
    { organization_id, import_id },
    {
      queue: `import ${organization_id}`,
      key: `import ${import_id}`,
      max_attempts: 5,
      ...(run_at ? { run_at } : {}),
    },
  );
};

/** @throws IMPORT_NOT_FOUND */
export const getImport = async (ctx: Ctx, id: string) =>
  presentImport(await requireImport(ctx, id));

const requireImport = async (ctx: Ctx, id: string): Promise<queries.ImportRow> => {
  const row = await queries.findImport(ctx, id);
  if (!row) throw transferErrors.IMPORT_NOT_FOUND();
  return row;
};

export const listImports = async (ctx: Ctx) => (await queries.listImports(ctx)).map(presentImport);

/** Tells a waiting import which names are ours. @throws IMPORT_NOT_FOUND, NOT_WAITING */
export const answerImport = async (ctx: Ctx, id: string, own_names: string[]) =>
  inTx(ctx, async (ctx) => {
    const row = await requireImport(ctx, id);
    const options = JSON.stringify({ ...row.options, own_names: own_names.join('\n') });
    if (!(await queries.moveImport(ctx, id, ['needs_answer'], 'queued', { options })))
      throw transferErrors.NOT_WAITING();
    await queueImport(ctx, id);
    return getImport(ctx, id);
  });

/** Stops an import that is not over; one that is over stays what it is. @throws IMPORT_NOT_FOUND */
export const cancelImport = async (ctx: Ctx, id: string) =>
  inTx(ctx, async (ctx) => {
    const row = await requireImport(ctx, id);
    const isStopped = await queries.moveImport(
      ctx,
      id,
      ['queued', 'needs_answer', 'running'],
      'cancelled',
    );
    if (isStopped) {
      await emit(ctx, 'import.progress', { import_id: id });
      if (row.status !== 'running') await ctx.ports.storage.remove(row.storage_key);
    }
    return getImport(ctx, id);
  });

const SHOWN_REJECTIONS = 1000;

/** @throws IMPORT_NOT_FOUND */
export const listRejections = async (ctx: Ctx, id: string, limit = SHOWN_REJECTIONS) => {
  const row = await requireImport(ctx, id);
  return {
    rejections: await queries.listRejections(ctx, id, limit),
    total_count: row.rows_rejected,
  };
};

/** All rejections as CSV. A reason that quotes the file is text, never a formula of the spreadsheet. */
export const exportRejections = async (ctx: Ctx, id: string): Promise<string> => {
  const { rejections } = await listRejections(ctx, id, 1_000_000);
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return [
    'line,reason',
    ...rejections.map(({ line, reason }) => `${line},${cell(reason)}`),
    '',
  ].join('\r\n');
};
