import type { Role } from '@rapport/contract/permissions';
import type { Ctx, Db } from '../../platform/ctx.ts';

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  created_at: Date;
  expires_at: Date;
};

const columns = ['id', 'email', 'role', 'created_at', 'expires_at'] as const;

export const listInvitations = async (ctx: Ctx): Promise<InvitationRow[]> => {
  const rows = await ctx.db
    .selectFrom('invitation')
    .select(columns)
    .where('organization_id', '=', ctx.organization_id)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .orderBy('created_at', 'desc')
    .execute();
  return rows as InvitationRow[];
};

export const insertInvitation = async (
  ctx: Ctx,
  values: {
    id: string;
    email: string;
    role: Role;
    token_hash: string;
    invited_by: string | null;
    expires_at: Date;
  },
): Promise<InvitationRow> => {
  const row = await ctx.db
    .insertInto('invitation')
    .values({ organization_id: ctx.organization_id, ...values })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return row as InvitationRow;
};

export const deleteInvitation = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('invitation')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};

/** An invitation that can still be accepted. The link itself says for which organization. */
export const findOpenInvitation = async (db: Db, token_hash: string, now: Date) => {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select([
      'invitation.organization_id',
      'invitation.id',
      'invitation.email',
      'invitation.role',
      'organization.name as organization_name',
    ])
    .where('token_hash', '=', token_hash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row as
    | { organization_id: string; id: string; email: string; role: Role; organization_name: string }
    | undefined;
};

/** Marks an invitation as used. @returns false when somebody else was faster */
export const acceptInvitation = async (
  db: Db,
  organization_id: string,
  id: string,
  now: Date,
): Promise<boolean> => {
  const result = await db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};
