import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export const findEmail = async (ctx: Ctx, contact_id: string, id: string) =>
  ctx.db
    .selectFrom('contact_email')
    .select(['id', 'email', 'label', 'is_preferred'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const findEmailByAddress = async (ctx: Ctx, contact_id: string, email: string) =>
  ctx.db
    .selectFrom('contact_email')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst();

export const updateEmail = async (
  ctx: Ctx,
  id: string,
  values: { email?: string; label?: string | null | undefined },
): Promise<void> => {
  await ctx.db
    .updateTable('contact_email')
    .set((eb) => ({ id: eb.ref('id'), ...values }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteEmail = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_email')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** What comes from the address belongs to this contact no longer. */
export const freeEmailIdentity = async (
  ctx: Ctx,
  contact_id: string,
  email: string,
): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_identity')
    .where('organization_id', '=', ctx.organization_id)
    .where('channel', '=', 'email')
    .where('external_id', '=', email.toLowerCase())
    .where('contact_id', '=', contact_id)
    .execute();
};

/** The contacts that list addresses or write from them. */
export const findEmailOwners = async (
  ctx: Ctx,
  emails: string[],
): Promise<{ email: string; contact_id: string }[]> => {
  const { rows } = await sql<{ email: string; contact_id: string }>`
    select external_id as email, contact_id from contact_identity
    where organization_id = ${ctx.organization_id} and channel = 'email'
      and external_id = any(${emails}::text[])
    union
    select lower(email), contact_id from contact_email
    where organization_id = ${ctx.organization_id} and lower(email) = any(${emails}::text[])`.execute(
    ctx.db,
  );
  return rows;
};
