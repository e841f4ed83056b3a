import { sql } from 'kysely';
import type { CHANGE_WAYS } from '@rapport/contract/contact-changes.api';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type NewChange = {
  contact_id: string;
  member_id: string | null;
  way: (typeof CHANGE_WAYS)[number];
  field: string;
  before: string | null;
  after: string | null;
};

export const insertChanges = async (ctx: Ctx, changes: NewChange[]): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    insert into contact_change (organization_id, id, contact_id, member_id, way, field, before, after, created_at)
    select ${ctx.organization_id}, id, contact_id, member_id, way, field, before, after, ${ctx.now()}
    from unnest(${changes.map(() => newId())}::uuid[], ${changes.map((c) => c.contact_id)}::uuid[],
                ${changes.map((c) => c.member_id)}::uuid[], ${changes.map((c) => c.way)}::text[],
                ${changes.map((c) => c.field)}::text[], ${changes.map((c) => c.before)}::text[],
                ${changes.map((c) => c.after)}::text[])
      as line (id, contact_id, member_id, way, field, before, after)`.execute(ctx.db);
};

/** Newest first. @param before the id of a line: only older ones */
export const listChanges = async (
  ctx: Ctx,
  contact_id: string,
  before: string | undefined,
  limit: number,
) => {
  let query = ctx.db
    .selectFrom('contact_change as c')
    .leftJoin('member as m', (join) =>
      join.onRef('m.organization_id', '=', 'c.organization_id').onRef('m.id', '=', 'c.member_id'),
    )
    .leftJoin('user as person', 'person.id', 'm.user_id')
    .select([
      'c.id',
      'c.member_id',
      'person.name as member_name',
      'c.way',
      'c.field',
      'c.before',
      'c.after',
      'c.created_at',
    ])
    .where('c.organization_id', '=', ctx.organization_id)
    .where('c.contact_id', '=', contact_id)
    .orderBy('c.id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('c.id', '<', before);
  return query.execute();
};

/** Erases what was written down of contacts; the table refuses it outside of this. */
export const eraseChanges = async (ctx: Ctx, contact_ids: string[]): Promise<void> => {
  await sql`select set_config('app.erasure', 'on', true)`.execute(ctx.db);
  await sql`
    delete from contact_change
    where organization_id = ${ctx.organization_id} and contact_id = any(${contact_ids}::uuid[])`.execute(
    ctx.db,
  );
  await sql`select set_config('app.erasure', '', true)`.execute(ctx.db);
};
