import type { Ctx } from '../../platform/ctx.ts';

export const findPhone = async (ctx: Ctx, contact_id: string, id: string) =>
  ctx.db
    .selectFrom('contact_phone')
    .select(['id', 'phone_number', 'label', 'is_preferred'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const findPhoneByNumber = async (ctx: Ctx, contact_id: string, phone_number: string) =>
  ctx.db
    .selectFrom('contact_phone')
    .select(['id', 'label'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('phone_number', '=', phone_number)
    .executeTakeFirst();

export type PhoneValues = {
  phone_number?: string;
  raw?: string | null;
  extension?: string | null;
  label?: string | null | undefined;
};

export const updatePhone = async (ctx: Ctx, id: string, values: PhoneValues): Promise<void> => {
  await ctx.db
    .updateTable('contact_phone')
    .set((eb) => ({ id: eb.ref('id'), ...values }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** Whether a write failed because another contact got the number at the same moment. */
export const isPhoneTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'contact_phone_organization_id_phone_number_key';
};

export const deletePhone = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_phone')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
