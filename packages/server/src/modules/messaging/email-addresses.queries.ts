import type { Ctx, Db } from '../../platform/ctx.ts';

const columns = ['id', 'username', 'domain', 'sender_name', 'created_at'] as const;

export type EmailAddressRow = {
  id: string;
  username: string;
  domain: string | null;
  sender_name: string | null;
  created_at: Date;
};

const addresses = (ctx: Ctx) =>
  ctx.db
    .selectFrom('email_address')
    .select(columns)
    .where('organization_id', '=', ctx.organization_id);

export const listEmailAddresses = async (ctx: Ctx): Promise<EmailAddressRow[]> =>
  addresses(ctx).orderBy('created_at').orderBy('id').execute();

export const findEmailAddress = async (
  ctx: Ctx,
  id: string,
): Promise<EmailAddressRow | undefined> => addresses(ctx).where('id', '=', id).executeTakeFirst();

/** @returns false when somebody on this server has the address */
export const insertEmailAddress = async (
  ctx: Ctx,
  values: {
    id: string;
    username: string;
    domain: string | null;
    sender_name: string | null;
    created_by: string | null;
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('email_address')
    .values({ ...values, organization_id: ctx.organization_id, created_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

export const updateEmailAddress = async (
  ctx: Ctx,
  id: string,
  values: { username?: string | undefined; sender_name?: string | null | undefined },
): Promise<void> => {
  await ctx.db
    .updateTable('email_address')
    .set((eb) => ({ id: eb.ref('id'), ...values }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteEmailAddress = async (ctx: Ctx, id: string): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('email_address')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** The organization that has an address of this server's own domain. */
export const findOrganizationOfAddress = async (
  db: Db,
  username: string,
): Promise<string | null> => {
  const row = await db
    .selectFrom('email_address')
    .select('organization_id')
    .where('username', '=', username)
    .where('domain', 'is', null)
    .executeTakeFirst();
  return row?.organization_id ?? null;
};

/** The organization that sent the mail whose answers go to this token. */
export const findOrganizationOfToken = async (db: Db, token: string): Promise<string | null> => {
  const row = await db
    .selectFrom('email_message')
    .select('organization_id')
    .where('reply_token', '=', token)
    .executeTakeFirst();
  return row?.organization_id ?? null;
};
