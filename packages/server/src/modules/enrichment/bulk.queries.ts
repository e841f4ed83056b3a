import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** @returns false when there is such a batch already */
export const insertBatch = async (
  ctx: Ctx,
  batch: { id: string; contact_ids: string[]; requested_by: string | null },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('enrichment_batch')
    .values({
      organization_id: ctx.organization_id,
      id: batch.id,
      requested_by: batch.requested_by,
      total: batch.contact_ids.length,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await ctx.db
    .insertInto('enrichment_batch_item')
    .values(
      batch.contact_ids.map((contact_id) => ({
        organization_id: ctx.organization_id,
        batch_id: batch.id,
        contact_id,
      })),
    )
    .execute();
  return true;
};

export const findBatch = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('enrichment_batch')
    .select(['requested_by', 'total', 'completed', 'created_at', 'finished_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const listFailures = async (ctx: Ctx, batch_id: string) =>
  ctx.db
    .selectFrom('enrichment_batch_item')
    .select(['contact_id', 'reason'])
    .where('organization_id', '=', ctx.organization_id)
    .where('batch_id', '=', batch_id)
    .where('status', '=', 'failed')
    .orderBy('contact_id')
    .execute();

/** What a process that died was at, is to be done again. */
export const resetRunning = async (ctx: Ctx, batch_id: string): Promise<void> => {
  await ctx.db
    .updateTable('enrichment_batch_item')
    .set({ status: 'pending' })
    .where('organization_id', '=', ctx.organization_id)
    .where('batch_id', '=', batch_id)
    .where('status', '=', 'running')
    .execute();
};

/** A contact to read now; nobody yet while others read all that are left; or nobody any more. */
export type Claim = { contact_id: string } | 'busy' | 'none';

export const claimItem = async (ctx: Ctx, batch_id: string): Promise<Claim> => {
  const { rows } = await sql<{ contact_id: string | null; left: boolean }>`
    with next as (
      select p.contact_id from enrichment_batch_item p
      where p.organization_id = ${ctx.organization_id} and p.batch_id = ${batch_id}
        and p.status = 'pending'
        and not exists (
          select 1 from enrichment_batch_item r
          where r.organization_id = p.organization_id and r.contact_id = p.contact_id
            and r.status = 'running')
      order by p.contact_id limit 1
      for update skip locked
    ), claimed as (
      update enrichment_batch_item i set status = 'running' from next
      where i.organization_id = ${ctx.organization_id} and i.batch_id = ${batch_id}
        and i.contact_id = next.contact_id
      returning i.contact_id
    )
    select (select contact_id from claimed) as contact_id,
           exists (select 1 from enrichment_batch_item
                   where organization_id = ${ctx.organization_id} and batch_id = ${batch_id}
                     and status = 'pending') as left`.execute(ctx.db);
  const { contact_id, left } = rows[0]!;
  if (contact_id) return { contact_id };
  return left ? 'busy' : 'none';
};

/** Writes down what became of a contact. @returns how far the batch is; undefined when others took it over */
export const finishItem = async (
  ctx: Ctx,
  batch_id: string,
  contact_id: string,
  reason: string | null,
): Promise<{ completed: number; total: number } | undefined> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('enrichment_batch_item')
    .set({ status: reason === null ? 'succeeded' : 'failed', reason })
    .where('organization_id', '=', ctx.organization_id)
    .where('batch_id', '=', batch_id)
    .where('contact_id', '=', contact_id)
    .where('status', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  return ctx.db
    .updateTable('enrichment_batch')
    .set((eb) => ({
      completed: eb('completed', '+', 1),
      finished_at: sql`case when completed + 1 = total then ${ctx.now()}::timestamptz end`,
    }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', batch_id)
    .returning(['completed', 'total'])
    .executeTakeFirstOrThrow();
};
