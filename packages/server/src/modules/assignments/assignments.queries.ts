import type { Ctx } from '../../platform/ctx.ts';

/** How many contacts of the organization are assigned to anybody. */
export const countAssigned = async (ctx: Ctx): Promise<number> => {
  const { total } = await ctx.db
    .selectFrom('contact_user')
    .select((eb) => eb.fn.count<number>('contact_id').distinct().as('total'))
    .where('organization_id', '=', ctx.organization_id)
    .executeTakeFirstOrThrow();
  return total;
};

/** @returns whether it was not there before */
export const insertAssignment = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
): Promise<boolean> => {
  const result = await ctx.db
    .insertInto('contact_user')
    .values({ organization_id: ctx.organization_id, contact_id, member_id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
};

/** @returns whether it was there */
export const deleteAssignment = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('contact_user')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('member_id', '=', member_id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};
