import type { Ctx } from '../../platform/ctx.ts';

/** Keeps the contact's row until the transaction ends, without stopping those who change it. */
export const holdContact = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('contact')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()) !== undefined;
