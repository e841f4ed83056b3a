import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type ContactImportStatus =
  | 'waiting'
  | 'queued'
  | 'running'
  | 'completed'
  | 'cancelled'
  | 'failed';

export type ContactImportRow = NonNullable<Awaited<ReturnType<typeof findContactImport>>>;

export type Reading = {
  encoding: string;
  delimiter: string | null;
  has_header: boolean;
  /** JSON, as are the mapping and the columns everywhere here. */
  columns: string;
  mapping: string;
};

export const insertContactImport = async (
  ctx: Ctx,
  values: Reading & {
    id: string;
    file_name: string;
    storage_key: string;
    size_bytes: number;
    format: string;
    country: string;
    date_order: string;
    created_by: string | null;
  },
): Promise<void> => {
  await ctx.db
    .insertInto('contact_import')
    .values({ ...values, organization_id: ctx.organization_id, created_at: ctx.now() })
    .execute();
};

export const findContactImport = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('contact_import')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const listContactImports = async (ctx: Ctx): Promise<ContactImportRow[]> =>
  ctx.db
    .selectFrom('contact_import')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();

type Changes = Partial<Reading> & {
  update_rule?: string | undefined;
  date_order?: string | undefined;
  country?: string | undefined;
  tag_name?: string | null | undefined;
  dry_run?: boolean;
  error?: string | null;
  checked?: string | null;
};

/** Moves an import on, if it is in one of these states. @returns whether it was */
export const moveContactImport = async (
  ctx: Ctx,
  id: string,
  from: ContactImportStatus[],
  status: ContactImportStatus,
  changes: Changes = {},
): Promise<boolean> => {
  const isOver = ['completed', 'cancelled', 'failed'].includes(status);
  const result = await ctx.db
    .updateTable('contact_import')
    .set({ status, ...changes, ...(isOver ? { finished_at: ctx.now() } : {}) })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

/** Begins a pass at the beginning: what an earlier one counted and refused is forgotten. */
export const resetPass = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .updateTable('contact_import')
    .set({ bytes_done: 0, rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
  await ctx.db
    .deleteFrom('contact_import_rejection')
    .where('organization_id', '=', ctx.organization_id)
    .where('import_id', '=', id)
    .execute();
};

export type Counts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

/** Notes progress with the batch that made it. @returns whether the pass is still wanted */
export const advanceContactImport = async (
  ctx: Ctx,
  id: string,
  bytes_done: number,
  added: Counts,
): Promise<boolean> => {
  const result = await ctx.db
    .updateTable('contact_import')
    .set((eb) => ({
      bytes_done,
      rows: eb('rows', '+', added.rows),
      created: eb('created', '+', added.created),
      updated: eb('updated', '+', added.updated),
      unchanged: eb('unchanged', '+', added.unchanged),
      rejected: eb('rejected', '+', added.rejected),
    }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning('status')
    .executeTakeFirst();
  return result?.status === 'running';
};

export type RejectedRow = { line: number; reason: string; cells: string[] };

/** @param first the number of the first of them, counted through the file */
export const insertContactRejections = async (
  ctx: Ctx,
  import_id: string,
  first: number,
  rejections: RejectedRow[],
): Promise<void> => {
  if (rejections.length === 0) return;
  const rows = rejections.map((one, n) => ({ ...one, number: first + n }));
  await sql`
    insert into contact_import_rejection (organization_id, import_id, number, line, reason, cells)
    select ${ctx.organization_id}, ${import_id}, number, line, reason,
           array(select jsonb_array_elements_text(cells))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (number int, line int, reason text, cells jsonb)`.execute(ctx.db);
};

/** @param after the number of the last one that was read; -1 to begin */
export const listContactRejections = async (
  ctx: Ctx,
  import_id: string,
  after: number,
  limit: number,
) =>
  ctx.db
    .selectFrom('contact_import_rejection')
    .select(['number', 'line', 'reason', 'cells'])
    .where('organization_id', '=', ctx.organization_id)
    .where('import_id', '=', import_id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();

/** Files that were uploaded and never imported. @returns where they are */
export const cancelForgotten = async (ctx: Ctx, before: Date): Promise<string[]> => {
  const rows = await ctx.db
    .updateTable('contact_import')
    .set({ status: 'cancelled', finished_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('status', '=', 'waiting')
    .where('created_at', '<', before)
    .returning('storage_key')
    .execute();
  return rows.map((row) => row.storage_key);
};
