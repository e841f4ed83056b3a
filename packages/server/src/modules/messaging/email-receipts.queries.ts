import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type ReceiptRow = {
  id: string;
  outcome: string;
  reason: string | null;
  message_id: string | null;
};

export const findReceipt = async (ctx: Ctx, header_id: string): Promise<ReceiptRow | undefined> =>
  ctx.db
    .selectFrom('email_receipt')
    .select(['id', 'outcome', 'reason', 'message_id'])
    .where('organization_id', '=', ctx.organization_id)
    .where('header_id', '=', header_id)
    .executeTakeFirst();

/**
 * Claims a mail; waits for whoever is just claiming it.
 * @returns false when somebody has it
 */
export const insertReceipt = async (
  ctx: Ctx,
  receipt: ReceiptRow & {
    header_id: string;
    from_address: string;
    subject: string;
    raw_key: string;
    raw_size: number;
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('email_receipt')
    .values({ ...receipt, organization_id: ctx.organization_id, received_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['organization_id', 'header_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

export const setReceiptMessage = async (
  ctx: Ctx,
  id: string,
  message_id: string,
): Promise<void> => {
  await ctx.db
    .updateTable('email_receipt')
    .set({ message_id })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export type ReceiptFilter = { outcome?: string | undefined; page: number; page_size: number };

const receipts = (ctx: Ctx, { outcome }: ReceiptFilter) => {
  const all = ctx.db.selectFrom('email_receipt').where('organization_id', '=', ctx.organization_id);
  return outcome ? all.where('outcome', '=', outcome) : all;
};

export const listReceipts = async (ctx: Ctx, filter: ReceiptFilter) =>
  receipts(ctx, filter)
    .select([
      'id',
      'from_address',
      'subject',
      'outcome',
      'reason',
      'message_id',
      'raw_size as size',
      'received_at',
    ])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.page_size)
    .offset(filter.page * filter.page_size)
    .execute();

export const countReceipts = async (ctx: Ctx, filter: ReceiptFilter): Promise<number> => {
  const { total } = await receipts(ctx, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
};

/** Puts files on the list of what the sweep removes. */
export const insertDiscarded = async (ctx: Ctx, keys: string[]): Promise<void> => {
  await ctx.db
    .insertInto('discarded_file')
    .values(
      keys.map((storage_key) => ({
        organization_id: ctx.organization_id,
        storage_key,
        discarded_at: ctx.now(),
      })),
    )
    .execute();
};

export const deleteDiscarded = async (ctx: Ctx, keys: string[]): Promise<void> => {
  await ctx.db
    .deleteFrom('discarded_file')
    .where('organization_id', '=', ctx.organization_id)
    .where('storage_key', '=', sql<string>`any(${keys}::text[])`)
    .execute();
};

export const markInline = async (ctx: Ctx, id: string, content_id: string): Promise<void> => {
  await ctx.db
    .updateTable('message_attachment')
    .set({ content_id })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
