import type { Ctx, Db } from '../../platform/ctx.ts';

export const findEmailWebhook = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('email_webhook')
    .select(['created_at', 'last_used_at'])
    .where('organization_id', '=', ctx.organization_id)
    .executeTakeFirst();

/** The one before it ends. */
export const saveEmailWebhook = async (ctx: Ctx, secret_hash: string): Promise<void> => {
  const values = { secret_hash, created_at: ctx.now(), last_used_at: null };
  await ctx.db
    .insertInto('email_webhook')
    .values({ organization_id: ctx.organization_id, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute();
};

export const deleteEmailWebhook = async (ctx: Ctx): Promise<void> => {
  await ctx.db
    .deleteFrom('email_webhook')
    .where('organization_id', '=', ctx.organization_id)
    .execute();
};

/** The organization whose secret it is; notes the use. */
export const useEmailWebhook = async (
  db: Db,
  secret_hash: string,
  now: Date,
): Promise<string | null> => {
  const row = await db
    .updateTable('email_webhook')
    .set({ last_used_at: now })
    .where('secret_hash', '=', secret_hash)
    .returning('organization_id')
    .executeTakeFirst();
  return row?.organization_id ?? null;
};
