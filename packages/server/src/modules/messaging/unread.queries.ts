// How far each member has read. Ids of messages count up, so that "read up to here" is one id.
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { isFound } from '../contacts/list.service.ts';

/** In SQL: up to which message a member has read everything; what came before they joined is no news. */
export const readUpTo = (ctx: Ctx, member_id: string) => sql<string>`
  coalesce((select i.read_id from inbox_member i
            where i.organization_id = ${ctx.organization_id} and i.member_id = ${member_id}),
           ${member_id}::uuid)`;

const NIL = '00000000-0000-0000-0000-000000000000';

/** A place in the list of what is unread: the conversation, and the newest that came in there. */
export type UnreadPlace = { id: string; arrival_id: string };
export type UnreadPage = { limit: number; after: UnreadPlace | null };

/**
 * What a member has not read, the newest message first: what came in, by its index, and what they marked,
 * which is little. A conversation that is marked although nothing ever came in stands at the end.
 */
export const listUnread = async (
  ctx: Ctx,
  member_id: string,
  search: string | undefined,
  { limit, after }: UnreadPage,
): Promise<UnreadPlace[]> => {
  const isLeft = after
    ? sql<boolean>`(coalesce(v.last_arrival_id, ${NIL}::uuid), contact.id)
                   < (${after.arrival_id}::uuid, ${after.id}::uuid)`
    : sql<boolean>`true`;
  const isBelow = after
    ? sql<boolean>`v.last_arrival_id <= ${after.arrival_id}::uuid`
    : sql<boolean>`true`;
  const { rows } = await sql<UnreadPlace>`
    with seen as materialized (select ${readUpTo(ctx, member_id)} as read_id),
    arrived as (
      select v.contact_id as id, v.last_arrival_id as arrival_id
      from conversation v
      join contact on contact.organization_id = v.organization_id and contact.id = v.contact_id
      left join conversation_read r on r.organization_id = v.organization_id
        and r.member_id = ${member_id} and r.contact_id = v.contact_id
      where v.organization_id = ${ctx.organization_id}
        and v.last_arrival_id > (select read_id from seen) and ${isBelow}
        and (r.read_id is null or r.read_id < v.last_arrival_id)
        and ${isLeft} and ${isFound(ctx, search)}
      order by v.last_arrival_id desc limit ${limit}),
    marked as (
      select contact.id, coalesce(v.last_arrival_id, ${NIL}::uuid) as arrival_id
      from conversation_read r
      join contact on contact.organization_id = r.organization_id and contact.id = r.contact_id
      left join conversation v on v.organization_id = r.organization_id
        and v.contact_id = r.contact_id
      where r.organization_id = ${ctx.organization_id} and r.member_id = ${member_id}
        and r.marked_unread and ${isLeft} and ${isFound(ctx, search)}
      order by arrival_id desc, contact.id desc limit ${limit})
    select id, arrival_id from arrived union select id, arrival_id from marked
    order by arrival_id desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
};

/** In SQL: the newest message that came in by itself, of a contact, and before a place in the history. */
const lastArrival = (ctx: Ctx, contact_id: string, before: ReturnType<typeof sql>) => sql<string>`
  (select a.id from message a
   where a.organization_id = ${ctx.organization_id} and a.contact_id = ${contact_id}
     and is_message_arrival(a.direction, a.import_id, a.created_at, a.recorded_at) and ${before}
   order by a.id desc limit 1)`;

/** Where a message stands in the history of its contact. */
export const findPlace = async (ctx: Ctx, contact_id: string, message_id: string) =>
  ctx.db
    .selectFrom('message')
    .select(['id', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', message_id)
    .executeTakeFirst();

type Told = { id: string; created_at: Date };

/** A member has read a conversation up to a message, or all of it; what was read stays read. */
export const saveRead = async (
  ctx: Ctx,
  member_id: string,
  contact_id: string,
  up_to: Told | null,
): Promise<void> => {
  const before = up_to
    ? sql`(a.created_at, a.id) <= (${up_to.created_at}, ${up_to.id}::uuid)`
    : sql`true`;
  await sql`
    insert into conversation_read as r (organization_id, member_id, contact_id, read_id)
    values (${ctx.organization_id}, ${member_id}, ${contact_id},
            greatest(${lastArrival(ctx, contact_id, before)}, ${readUpTo(ctx, member_id)}))
    on conflict (organization_id, member_id, contact_id) do update
      set read_id = greatest(r.read_id, excluded.read_id), marked_unread = false`.execute(ctx.db);
};

/** A message and what came after it is unread again; without one, the conversation gets a mark and no more. */
export const saveUnread = async (
  ctx: Ctx,
  member_id: string,
  contact_id: string,
  from: Told | null,
): Promise<void> => {
  const read_id = from
    ? sql`coalesce(${lastArrival(
        ctx,
        contact_id,
        sql`(a.created_at, a.id) < (${from.created_at}, ${from.id}::uuid)`,
      )}, ${NIL}::uuid)`
    : readUpTo(ctx, member_id);
  await sql`
    insert into conversation_read as r (organization_id, member_id, contact_id, read_id, marked_unread)
    values (${ctx.organization_id}, ${member_id}, ${contact_id}, ${read_id}, true)
    on conflict (organization_id, member_id, contact_id) do update
      set read_id = ${from ? sql`least(r.read_id, excluded.read_id)` : sql`r.read_id`},
          marked_unread = true`.execute(ctx.db);
};

/** A member has read everything that has come in. */
export const saveAllRead = async (ctx: Ctx, member_id: string): Promise<void> => {
  await sql`
    insert into inbox_member as i (organization_id, member_id, read_id)
    select organization_id, ${member_id}, last_arrival_id from conversation
    where organization_id = ${ctx.organization_id} and last_arrival_id is not null
    order by last_arrival_id desc limit 1
    on conflict (organization_id, member_id) do update
      set read_id = greatest(i.read_id, excluded.read_id)`.execute(ctx.db);
  await ctx.db
    .deleteFrom('conversation_read')
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .execute();
};

/** How many conversations are looked at each time: more than are read between two looks. */
const STEP = 200;

/**
 * Moves the place up to which a member has read everything over what they have read by now, so that
 * counting the unread never looks at years of read conversations.
 * @param settled ids before this one are committed: a transaction of a moment ago may still come
 */
export const advanceReading = async (
  ctx: Ctx,
  member_id: string,
  settled: string,
): Promise<void> => {
  await sql`
    with next as materialized (
      select v.last_arrival_id as id,
             coalesce(r.read_id >= v.last_arrival_id or r.marked_unread, false) as is_read
      from conversation v
      left join conversation_read r on r.organization_id = v.organization_id
        and r.member_id = ${member_id} and r.contact_id = v.contact_id
      where v.organization_id = ${ctx.organization_id} and v.last_arrival_id < ${settled}::uuid
        and v.last_arrival_id > (select ${readUpTo(ctx, member_id)})
      order by v.last_arrival_id limit ${STEP})
    insert into inbox_member as i (organization_id, member_id, read_id)
    select ${ctx.organization_id}, ${member_id}, n.id from next n
    where not exists (select 1 from next u where not u.is_read and u.id <= n.id)
    order by n.id desc limit 1
    on conflict (organization_id, member_id) do update
      set read_id = greatest(i.read_id, excluded.read_id)`.execute(ctx.db);
};
