import type { Ctx } from '../../platform/ctx.ts';

/** @returns whether that changed anything */
export const setOutreachDisabled = async (
  ctx: Ctx,
  contact_id: string,
  outreach_disabled: boolean,
): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('contact')
    .set((eb) => ({
      outreach_disabled,
      version: eb('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', contact_id)
    .where('outreach_disabled', '!=', outreach_disabled)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** The contacts that have one of these numbers. */
export const findPhoneOwners = async (
  ctx: Ctx,
  phone_numbers: string[],
): Promise<{ contact_id: string; phone_number: string }[]> =>
  ctx.db
    .selectFrom('contact_phone')
    .select(['contact_id', 'phone_number'])
    .where('organization_id', '=', ctx.organization_id)
    .where('phone_number', 'in', phone_numbers)
    .execute();
