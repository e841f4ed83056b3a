import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type ImportStatus =
  | 'queued'
  | 'needs_answer'
  | 'running'
  | 'completed'
  | 'cancelled'
  | 'failed';

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export const insertImport = async (
  ctx: Ctx,
  values: {
    id: string;
    file_name: string;
    storage_key: string;
    format: string;
    options: string;
    is_sample: boolean;
    size_bytes: number;
    created_by: string | null;
  },
): Promise<void> => {
  await ctx.db
    .insertInto('import')
    .values({
      ...values,
      organization_id: ctx.organization_id,
      status: 'queued',
      created_at: ctx.now(),
    })
    .execute();
};

export const findImport = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('import')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const listImports = async (ctx: Ctx): Promise<ImportRow[]> =>
  ctx.db
    .selectFrom('import')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();

/** Moves an import on, if it is in one of these states. @returns whether it was */
export const moveImport = async (
  ctx: Ctx,
  id: string,
  from: ImportStatus[],
  status: ImportStatus,
  values: { error?: string | null; options?: string; participants?: string } = {},
): Promise<boolean> => {
  const isOver = ['completed', 'cancelled', 'failed'].includes(status);
  const result = await ctx.db
    .updateTable('import')
    .set({ status, ...values, ...(isOver ? { finished_at: ctx.now() } : {}) })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

/** Begins at the beginning: counts of an attempt that was cut short are taken back. */
export const restartImport = async (
  ctx: Ctx,
  id: string,
  messages_created: number,
): Promise<void> => {
  await ctx.db
    .updateTable('import')
    .set({
      bytes_done: 0,
      messages_created,
      messages_known: 0,
      rows_rejected: 0,
      rows_skipped: 0,
      started_at: ctx.now(),
    })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
  await ctx.db
    .deleteFrom('import_rejection')
    .where('organization_id', '=', ctx.organization_id)
    .where('import_id', '=', id)
    .execute();
};

export type Progress = {
  bytes_done: number;
  /** Since the batch before. */
  contacts_created: number;
  messages_created: number;
  /** In all. */
  messages_known: number;
  rows_rejected: number;
  rows_skipped: number;
};

/** Notes progress with the batch that made it. @returns whether the import is still wanted */
export const advanceImport = async (ctx: Ctx, id: string, progress: Progress): Promise<boolean> => {
  const { contacts_created, messages_created, ...totals } = progress;
  const result = await ctx.db
    .updateTable('import')
    .set((eb) => ({
      ...totals,
      contacts_created: eb('contacts_created', '+', contacts_created),
      messages_created: eb('messages_created', '+', messages_created),
    }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning('status')
    .executeTakeFirst();
  return result?.status === 'running';
};

export const insertRejections = async (
  ctx: Ctx,
  import_id: string,
  first: number,
  rejections: { line: number; reason: string }[],
): Promise<void> => {
  if (rejections.length === 0) return;
  await sql`
    insert into import_rejection (organization_id, import_id, number, line, reason)
    select ${ctx.organization_id}, ${import_id}, ${first} + n - 1, line, reason
    from unnest(${rejections.map((r) => r.line)}::int[], ${rejections.map((r) => r.reason)}::text[])
         with ordinality as rejected (line, reason, n)`.execute(ctx.db);
};

export const listRejections = async (ctx: Ctx, import_id: string, limit: number) =>
  ctx.db
    .selectFrom('import_rejection')
    .select(['line', 'reason'])
    .where('organization_id', '=', ctx.organization_id)
    .where('import_id', '=', import_id)
    .orderBy('number')
    .limit(limit)
    .execute();

/** Imports of the sample workspace that are there or under way. */
export const hasSample = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db
    .selectFrom('import')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('is_sample', '=', true)
    .where('status', 'in', ['queued', 'running', 'completed'])
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const deleteSampleImports = async (ctx: Ctx): Promise<void> => {
  await ctx.db
    .deleteFrom('import')
    .where('organization_id', '=', ctx.organization_id)
    .where('is_sample', '=', true)
    .execute();
};
