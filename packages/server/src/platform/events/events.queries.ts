import { sql } from 'kysely';
import type { BaseCtx, Ctx, Db } from '../ctx.ts';
import { newId } from '../ids.ts';

export type NumberedEvent = {
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  contact_id: string | null;
  /** The only one who hears it; null for all. */
  member_id: string | null;
};

export const insertEvent = async (
  ctx: Ctx,
  { payload, ...event }: Omit<NumberedEvent, 'seq'>,
): Promise<void> => {
  await ctx.db
    .insertInto('event')
    .values({
      ...event,
      organization_id: ctx.organization_id,
      id: newId(),
      payload: JSON.stringify(payload),
    })
    .execute();
};

// Any constant will do, as long as nothing else takes the same advisory lock.
const SEQUENCER_LOCK = 736_101;

/**
 * Gives the next numbers of each organization to events that have none yet, and tells the other
 * processes. One process at a time; the rows themselves were written without a lock.
 * @returns how many events were numbered (at most `limit`).
 */
export const numberEvents = async (ctx: BaseCtx, limit: number): Promise<number> =>
  ctx.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK})`.execute(db);
    const { rows } = await sql<{ numbered: number }>`
      with pending as (
        select organization_id, id, row_number() over (partition by organization_id order by id) as n
        from (select organization_id, id from event where seq is null order by id limit ${limit}) unnumbered
      ), base as (
        update organization o set event_seq = o.event_seq + c.n
        from (select organization_id, count(*) as n from pending group by organization_id) c
        where o.id = c.organization_id
        returning o.id, o.event_seq - c.n as seq
      ), numbered as (
        update event e set seq = b.seq + p.n
        from pending p join base b on b.id = p.organization_id
        where e.organization_id = p.organization_id and e.id = p.id
        returning e.organization_id
      )
      select count(*)::int as numbered, pg_notify('rapport_events', organization_id::text)
      from numbered group by organization_id`.execute(db);
    return rows.reduce((sum, { numbered }) => sum + numbered, 0);
  });

/** The newest number, and the oldest event that can still be replayed (null when there is none). */
export const getEventRange = async (
  db: Db,
  organization_id: string,
): Promise<{ newest: number; oldest: number | null }> => {
  const row = await db
    .selectFrom('organization')
    .select((eb) => [
      'event_seq as newest',
      eb
        .selectFrom('event')
        .select((e) => e.fn.min('seq').as('seq'))
        .where('event.organization_id', '=', organization_id)
        .as('oldest'),
    ])
    .where('id', '=', organization_id)
    .executeTakeFirstOrThrow();
  return { newest: row.newest, oldest: row.oldest };
};

export const listEventsAfter = async (
  db: Db,
  organization_id: string,
  after: number,
  limit: number,
): Promise<NumberedEvent[]> => {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'type', 'payload', 'contact_id', 'member_id'])
    .where('organization_id', '=', organization_id)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows as NumberedEvent[];
};

/** Which of these contacts each of these members is assigned to. @returns contacts by member */
export const listAssigned = async (
  db: Db,
  organization_id: string,
  member_ids: string[],
  contact_ids: string[],
): Promise<Map<string, Set<string>>> => {
  const assigned = new Map(member_ids.map((id) => [id, new Set<string>()]));
  if (member_ids.length === 0 || contact_ids.length === 0) return assigned;
  const rows = await db
    .selectFrom('contact_user')
    .select(['member_id', 'contact_id'])
    .where('organization_id', '=', organization_id)
    .where('contact_id', '=', sql<string>`any(${contact_ids}::uuid[])`)
    .where('member_id', '=', sql<string>`any(${member_ids}::uuid[])`)
    .execute();
  for (const row of rows) assigned.get(row.member_id)!.add(row.contact_id);
  return assigned;
};

/** Deletes numbered events older than `days`; a client that missed them refetches instead. */
export const pruneEvents = async (db: Db, days: number): Promise<number> => {
  const result = await db
    .deleteFrom('event')
    .where('seq', 'is not', null)
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};
