import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export const findFollowUpDays = async (ctx: Ctx): Promise<number | null> =>
  (
    await ctx.db
      .selectFrom('inbox_setting')
      .select('follow_up_days')
      .where('organization_id', '=', ctx.organization_id)
      .executeTakeFirst()
  )?.follow_up_days ?? null;

export const saveFollowUpDays = async (ctx: Ctx, follow_up_days: number): Promise<void> => {
  await ctx.db
    .insertInto('inbox_setting')
    .values({ organization_id: ctx.organization_id, follow_up_days })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ follow_up_days }))
    .execute();
};

/** What was said up to now needs no answer, or does again. */
export const saveDismissal = async (
  ctx: Ctx,
  contact_id: string,
  dismissed: boolean,
): Promise<void> => {
  const up_to = dismissed ? sql<Date>`greatest(last_inbound_at, last_outbound_at)` : null;
  await ctx.db
    .updateTable('conversation')
    .set({ dismissed_at: up_to })
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .execute();
};
