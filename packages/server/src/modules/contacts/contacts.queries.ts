import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Ctx } from '../../platform/ctx.ts';
import type { DB } from '../../platform/db/schema.gen.ts';

export type ContactExpression = ExpressionBuilder<DB, 'contact'>;

/** What the member may see: everything of the organization, or only what is assigned to them. */
export const isVisible = (ctx: Ctx, eb: ContactExpression): Expression<SqlBool> => {
  const own = eb('contact.organization_id', '=', ctx.organization_id);
  if (ctx.actor.kind !== 'person' || !ctx.actor.restricted) return own;
  return eb.and([
    own,
    eb.exists(
      eb
        .selectFrom('contact_user')
        .select('contact_user.contact_id')
        .where('contact_user.organization_id', '=', ctx.organization_id)
        .where('contact_user.member_id', '=', ctx.actor.member_id)
        .whereRef('contact_user.contact_id', '=', 'contact.id'),
    ),
  ]);
};

const parts = (eb: ContactExpression) =>
  [
    jsonArrayFrom(
      eb
        .selectFrom('contact_phone as p')
        .select(['p.id', 'p.phone_number', 'p.label', 'p.is_preferred'])
        .whereRef('p.organization_id', '=', 'contact.organization_id')
        .whereRef('p.contact_id', '=', 'contact.id')
        .orderBy('p.is_preferred', 'desc')
        .orderBy('p.created_at'),
    ).as('phones'),
    jsonArrayFrom(
      eb
        .selectFrom('contact_email as e')
        .select(['e.id', 'e.email', 'e.label', 'e.is_preferred'])
        .whereRef('e.organization_id', '=', 'contact.organization_id')
        .whereRef('e.contact_id', '=', 'contact.id')
        .orderBy('e.is_preferred', 'desc')
        .orderBy('e.created_at'),
    ).as('emails'),
    jsonArrayFrom(
      eb
        .selectFrom('contact_address as a')
        .select([
          'a.id',
          'a.label',
          'a.street',
          'a.city',
          'a.state',
          'a.zip',
          'a.country',
          'a.is_primary',
        ])
        .whereRef('a.organization_id', '=', 'contact.organization_id')
        .whereRef('a.contact_id', '=', 'contact.id')
        .orderBy('a.is_primary', 'desc')
        .orderBy('a.created_at'),
    ).as('addresses'),
    jsonArrayFrom(
      eb
        .selectFrom('contact_identity as i')
        .select(['i.channel', 'i.external_id'])
        .whereRef('i.organization_id', '=', 'contact.organization_id')
        .whereRef('i.contact_id', '=', 'contact.id')
        .orderBy('i.channel')
        .orderBy('i.external_id'),
    ).as('identities'),
    jsonArrayFrom(
      eb
        .selectFrom('contact_tagging as g')
        .innerJoin('contact_tag as t', (join) =>
          join.onRef('t.organization_id', '=', 'g.organization_id').onRef('t.id', '=', 'g.tag_id'),
        )
        .select(['t.id', 't.name', 't.color'])
        .whereRef('g.organization_id', '=', 'contact.organization_id')
        .whereRef('g.contact_id', '=', 'contact.id')
        .orderBy('t.name'),
    ).as('tags'),
    jsonArrayFrom(
      eb
        .selectFrom('contact_user as u')
        .innerJoin('member as m', (join) =>
          join
            .onRef('m.organization_id', '=', 'u.organization_id')
            .onRef('m.id', '=', 'u.member_id'),
        )
        .innerJoin('user as person', 'person.id', 'm.user_id')
        .select(['m.id as member_id', 'm.user_id', 'person.name'])
        .whereRef('u.organization_id', '=', 'contact.organization_id')
        .whereRef('u.contact_id', '=', 'contact.id')
        .orderBy('person.name'),
    ).as('assigned_users'),
  ] as const;

export type ContactRow = NonNullable<Awaited<ReturnType<typeof findContact>>>;

export const findContact = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('contact')
    .selectAll('contact')
    .select((eb) => parts(eb as ContactExpression))
    .where((eb) => isVisible(ctx, eb))
    .where('contact.id', '=', id)
    .executeTakeFirst();

export const hasVisibleContact = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('contact')
    .select('contact.id')
    .where((eb) => isVisible(ctx, eb))
    .where('contact.id', '=', id)
    .executeTakeFirst()) !== undefined;

/** Those of the contacts that the caller may see. */
export const listVisibleIds = async (ctx: Ctx, ids: string[]): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('contact')
    .select('contact.id')
    .where((eb) => isVisible(ctx, eb))
    .where('contact.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => row.id);
};

/** Holds those of the contacts that the caller may see. @returns their ids */
export const lockVisible = async (ctx: Ctx, ids: string[]): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('contact')
    .select('contact.id')
    .where((eb) => isVisible(ctx, eb))
    .where('contact.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('contact.id')
    .forUpdate('contact')
    .execute();
  return rows.map((row) => row.id);
};

/** Whole contacts, in the order of their ids as given. */
export const listByIds = async (ctx: Ctx, ids: string[]): Promise<ContactRow[]> => {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('contact')
    .selectAll('contact')
    .select((eb) => parts(eb as ContactExpression))
    .where('contact.organization_id', '=', ctx.organization_id)
    .where('contact.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

export type ContactValues = {
  first_name?: string | undefined;
  last_name?: string | undefined;
  company?: string | null | undefined;
  job_title?: string | null | undefined;
  source?: string | null | undefined;
  status?: string | undefined;
  timezone?: string | null | undefined;
  preferred_language?: string | null | undefined;
  date_of_birth?: string | null | undefined;
  gender?: string | null | undefined;
  pipeline_stage?: string | null | undefined;
  external_id?: string | null | undefined;
  avatar_url?: string | null | undefined;
};

export const insertContact = async (ctx: Ctx, id: string, values: ContactValues): Promise<void> => {
  await ctx.db
    .insertInto('contact')
    .values({ ...values, organization_id: ctx.organization_id, id })
    .execute();
};

export const assignContact = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
): Promise<void> => {
  await ctx.db
    .insertInto('contact_user')
    .values({ organization_id: ctx.organization_id, contact_id, member_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Writes the fields that are given. */
export const updateContact = async (ctx: Ctx, id: string, values: ContactValues): Promise<void> => {
  await ctx.db
    .updateTable('contact')
    .set((eb) => ({ ...values, version: eb('version', '+', 1), updated_at: ctx.now() }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteContact = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('contact')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};

/** Deletes the people of the sample workspace, with all that hangs on them. @returns their ids */
export const deleteSampleContacts = async (ctx: Ctx): Promise<string[]> => {
  const rows = await ctx.db
    .deleteFrom('contact')
    .where('organization_id', '=', ctx.organization_id)
    .where('is_sample', '=', true)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
};
