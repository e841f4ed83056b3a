import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** A kind of part of a contact: its table, and the column that marks the one that is used first. */
const KINDS = {
  phone: { table: sql.table('contact_phone'), first: sql.ref('is_preferred') },
  email: { table: sql.table('contact_email'), first: sql.ref('is_preferred') },
  address: { table: sql.table('contact_address'), first: sql.ref('is_primary') },
};
export type PartKind = keyof typeof KINDS;

/** Holds the contact's row, so that two people do not choose two preferred parts at once. */
export const lockContact = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('contact')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) !== undefined;

/** Counts a change of a contact's parts as a change of the contact. */
export const bumpContact = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .updateTable('contact')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: ctx.now() }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/**
 * Leaves exactly one part of a kind preferred (primary), if there is any: the wished one, else the one
 * that is, else the oldest. The caller holds the contact's row.
 * @param wish the part to prefer, or the one to prefer no longer (it stays when it is the only one)
 */
export const preferOne = async (
  ctx: Ctx,
  contact_id: string,
  kind: PartKind,
  wish: { prefer?: string; avoid?: string },
): Promise<void> => {
  const { table, first } = KINDS[kind];
  const { rows } = await sql<{ id: string }>`
    select id from ${table}
    where organization_id = ${ctx.organization_id} and contact_id = ${contact_id}
    order by id is not distinct from ${wish.prefer ?? null}::uuid desc,
             id is not distinct from ${wish.avoid ?? null}::uuid,
             ${first} desc, created_at, id
    limit 1`.execute(ctx.db);
  const id = rows[0]?.id;
  if (id === undefined) return;
  // In two steps: at no moment may there be two.
  await sql`
    update ${table} set ${first} = false
    where organization_id = ${ctx.organization_id} and contact_id = ${contact_id}
      and ${first} and id <> ${id}`.execute(ctx.db);
  await sql`
    update ${table} set ${first} = true
    where organization_id = ${ctx.organization_id} and id = ${id} and not ${first}`.execute(ctx.db);
};
