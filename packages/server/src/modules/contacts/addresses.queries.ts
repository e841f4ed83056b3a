import type { Ctx } from '../../platform/ctx.ts';

export type AddressValues = {
  label?: string | null | undefined;
  street?: string | null | undefined;
  city?: string | null | undefined;
  state?: string | null | undefined;
  zip?: string | null | undefined;
  country?: string | null | undefined;
};

export const findAddress = async (ctx: Ctx, contact_id: string, id: string) =>
  ctx.db
    .selectFrom('contact_address')
    .select(['id', 'label', 'street', 'city', 'state', 'zip', 'country', 'is_primary'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const insertAddress = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  values: AddressValues,
): Promise<void> => {
  await ctx.db
    .insertInto('contact_address')
    .values({ ...values, organization_id: ctx.organization_id, id, contact_id })
    .execute();
};

export const updateAddress = async (ctx: Ctx, id: string, values: AddressValues): Promise<void> => {
  await ctx.db
    .updateTable('contact_address')
    .set((eb) => ({ id: eb.ref('id'), ...values }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteAddress = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_address')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
