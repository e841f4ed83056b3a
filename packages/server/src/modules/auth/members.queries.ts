import type { Role } from '@rapport/contract/permissions';
import { sql } from 'kysely';
import type { BaseCtx, Ctx, Db } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type MemberRow = {
  id: string;
  user_id: string;
  name: string;
  email: string;
  role: Role;
  created_at: Date;
};

const memberships = (db: Db) =>
  db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'member.user_id',
      'member.organization_id',
      'member.id as member_id',
      'member.role',
      'user.super_admin',
      'organization.members_see_assigned_only',
    ])
    .orderBy('member.created_at')
    .limit(1);

export type Membership = NonNullable<Awaited<ReturnType<typeof findMembership>>>;

/** The membership with which a user acts: the oldest one. */
export const findMembership = async (db: Db, user_id: string) =>
  memberships(db).where('member.user_id', '=', user_id).executeTakeFirst();

/** The membership behind a session that is still good at `valid_at`, in one round trip. */
export const findMembershipOfSession = async (db: Db, token: string, valid_at: Date) =>
  memberships(db)
    .innerJoin('session', 'session.user_id', 'member.user_id')
    .where('session.token', '=', token)
    .where('session.expires_at', '>', valid_at)
    .executeTakeFirst();

const memberColumns = [
  'member.id',
  'member.user_id',
  'user.name',
  'user.email',
  'member.role',
  'member.created_at',
] as const;

export const listMembers = async (ctx: Ctx): Promise<MemberRow[]> => {
  const rows = await ctx.db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(memberColumns)
    .where('member.organization_id', '=', ctx.organization_id)
    .orderBy('member.created_at')
    .execute();
  return rows as MemberRow[];
};

export const findMember = async (ctx: Ctx, id: string): Promise<MemberRow | undefined> => {
  const row = await ctx.db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(memberColumns)
    .where('member.organization_id', '=', ctx.organization_id)
    .where('member.id', '=', id)
    .executeTakeFirst();
  return row as MemberRow | undefined;
};

/** The owners, locked until the transaction ends: two owners cannot both be the last to leave. */
export const lockOwners = async (ctx: Ctx): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('role', '=', 'owner')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
};

export const updateRole = async (ctx: Ctx, id: string, role: Role): Promise<void> => {
  await ctx.db
    .updateTable('member')
    .set({ role })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteMember = async (ctx: Ctx, id: string, user_id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('member')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
  await ctx.db.deleteFrom('session').where('user_id', '=', user_id).execute();
};

export const insertMember = async (
  db: Db,
  organization_id: string,
  user_id: string,
  role: Role,
): Promise<void> => {
  await db
    .insertInto('member')
    .values({ organization_id, id: newId(), user_id, role })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
    .execute();
};

// Any constant will do, as long as nothing else takes the same advisory lock.
const FOUNDING_LOCK = 736_103;

/** Lets one transaction at a time found an organization, so that exactly one first sign-up wins. */
export const lockFounding = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${FOUNDING_LOCK})`.execute(db);
};

export const hasOrganization = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined;

export const insertOrganization = async (db: Db, id: string, name: string): Promise<void> => {
  await db.insertInto('organization').values({ id, name }).execute();
};

export const findOrganization = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('organization')
    .select(['id', 'name', 'default_country', 'timezone', 'members_see_assigned_only'])
    .where('id', '=', ctx.organization_id)
    .executeTakeFirstOrThrow();

export const updateOrganization = async (
  ctx: Ctx,
  changes: {
    name?: string;
    default_country?: string;
    timezone?: string;
    members_see_assigned_only?: boolean;
  },
): Promise<void> => {
  if (Object.keys(changes).length === 0) return;
  await ctx.db
    .updateTable('organization')
    .set(changes)
    .where('id', '=', ctx.organization_id)
    .execute();
};

/** Whom `/api/me` greets, and whether there is anything to see yet. */
export const findUser = async (ctx: Ctx, user_id: string) =>
  ctx.db
    .selectFrom('user')
    .select((eb) => [
      'id',
      'name',
      'email',
      'super_admin',
      eb
        .exists(
          eb.selectFrom('contact').select('id').where('organization_id', '=', ctx.organization_id),
        )
        .as('has_contacts'),
      eb
        .exists(
          eb
            .selectFrom('contact')
            .select('id')
            .where('organization_id', '=', ctx.organization_id)
            .where('is_sample', '=', true),
        )
        .as('has_sample'),
    ])
    .where('id', '=', user_id)
    .executeTakeFirstOrThrow();

/** For the operator of the installation: every organization with its size. */
export const listOrganizations = async (ctx: BaseCtx) =>
  ctx.db
    .selectFrom('organization as o')
    .select((eb) => [
      'o.id',
      'o.name',
      'o.created_at',
      eb
        .selectFrom('member as m')
        .whereRef('m.organization_id', '=', 'o.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('members'),
      eb
        .selectFrom('contact as c')
        .whereRef('c.organization_id', '=', 'o.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('contacts'),
    ])
    .orderBy('o.created_at')
    .execute();

export const updateSuperAdmin = async (db: Db, email: string, super_admin: boolean) => {
  const result = await db
    .updateTable('user')
    .set({ super_admin })
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

export const deleteUser = async (db: Db, user_id: string): Promise<void> => {
  await db.deleteFrom('user').where('id', '=', user_id).execute();
};
