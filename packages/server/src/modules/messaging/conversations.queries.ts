import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { isFound } from '../contacts/list.service.ts';
import { readUpTo } from './unread.queries.ts';

/** The last row of the page before. */
export type Cursor = { at: Date | null; id: string };
export type Page = { limit: number; after: Cursor | null };
export type Place = { id: string; at: Date | null };

/** Everybody, last contacted first; who never was comes last. */
export const listContacted = async (ctx: Ctx, { limit, after }: Page): Promise<Place[]> => {
  const everybody = ctx.db
    .selectFrom('contact')
    .select(['contact.id', 'contact.last_contacted_at as at'])
    .where(isFound(ctx, undefined))
    .orderBy(sql`last_contacted_at desc nulls last, id desc`);
  if (!after) return everybody.limit(limit).execute();
  const never = everybody.where('contact.last_contacted_at', 'is', null);
  if (!after.at) return never.where('contact.id', '<', after.id).limit(limit).execute();
  // Two walks along the index: one condition for both would read it from its beginning.
  const once = await everybody
    .where(sql<boolean>`(last_contacted_at, id) < (${after.at}, ${after.id}::uuid)`)
    .limit(limit)
    .execute();
  if (once.length === limit) return once;
  return [...once, ...(await never.limit(limit - once.length).execute())];
};

/** Whom a reply is owed. */
export const listNeedingReply = async (
  ctx: Ctx,
  search: string | undefined,
  page: Page,
): Promise<Place[]> => waiting(ctx, search, page).where('v.needs_reply', '=', true).execute();

/** Who has not answered what we wrote before a time. */
export const listNeedingFollowUp = async (
  ctx: Ctx,
  search: string | undefined,
  before: Date,
  page: Page,
): Promise<Place[]> =>
  waiting(ctx, search, page)
    .where('v.awaits_answer', '=', true)
    .where('v.last_outbound_at', '<', before)
    .where('contact.status', 'not in', LEFT_ALONE)
    .execute();

/** Whom nobody is to be reminded of. */
const LEFT_ALONE = ['do_not_contact', 'archived'];

const waiting = (ctx: Ctx, search: string | undefined, { limit, after }: Page) => {
  const query = ctx.db
    .selectFrom('conversation as v')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organization_id', '=', 'v.organization_id')
        .onRef('contact.id', '=', 'v.contact_id'),
    )
    .select(['contact.id', 'v.last_message_at as at'])
    .where('v.organization_id', '=', ctx.organization_id)
    .where(isFound(ctx, search))
    .orderBy(sql`v.last_message_at desc, v.contact_id desc`)
    .limit(limit);
  return after
    ? query.where(
        sql<boolean>`(v.last_message_at, v.contact_id) < (${after.at}, ${after.id}::uuid)`,
      )
    : query;
};

export type ConversationRow = Awaited<ReturnType<typeof listRows>>[number];

/** The rows of the inbox for these contacts, in their order. */
export const listRows = async (
  ctx: Ctx,
  member_id: string,
  ids: string[],
  { overdue_before, most_counted }: { overdue_before: Date; most_counted: number },
) => {
  const { rows } = await sql<{
    id: string;
    first_name: string;
    last_name: string;
    company: string | null;
    avatar_url: string | null;
    status: string;
    phone_number: string | null;
    email: string | null;
    last_contacted_at: Date | null;
    message_id: string | null;
    channel: string;
    direction: string;
    message_status: string;
    subject: string | null;
    beginning: string;
    message_at: Date;
    attachment_count: number;
    unread_count: number;
    marked_unread: boolean;
    needs_reply: boolean;
    needs_follow_up: boolean;
    last_inbound_at: Date | null;
    last_outbound_at: Date | null;
    has_draft: boolean;
  }>`
    select c.id, c.first_name, c.last_name, c.company, c.avatar_url, c.status, c.last_contacted_at,
      (select p.phone_number from contact_phone p
       where p.organization_id = c.organization_id and p.contact_id = c.id
       order by p.is_preferred desc, p.created_at, p.id limit 1) as phone_number,
      (select e.email from contact_email e
       where e.organization_id = c.organization_id and e.contact_id = c.id
       order by e.is_preferred desc, e.created_at, e.id limit 1) as email,
      m.id as message_id, m.channel, m.direction, m.status as message_status, m.subject,
      left(coalesce(m.body, ''), 400) as beginning, m.created_at as message_at,
      (select count(*) from message_attachment a
       where a.organization_id = m.organization_id and a.message_id = m.id)::int as attachment_count,
      case when v.last_arrival_id > seen.read_id then
        (select count(*) from (
           select 1 from message u
           where u.organization_id = c.organization_id and u.contact_id = c.id
             and is_message_arrival(u.direction, u.import_id, u.created_at, u.recorded_at)
             and u.id > seen.read_id
           limit ${most_counted}) counted) else 0 end::int as unread_count,
      coalesce(r.marked_unread, false) as marked_unread,
      coalesce(v.needs_reply, false) as needs_reply,
      coalesce(v.awaits_answer and v.last_outbound_at < ${overdue_before}, false)
        and c.status <> all (${LEFT_ALONE}::text[]) as needs_follow_up,
      v.last_inbound_at, v.last_outbound_at,
      exists (select 1 from draft d where d.organization_id = c.organization_id
              and d.member_id = ${member_id} and d.contact_id = c.id) as has_draft
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    join contact c on c.organization_id = ${ctx.organization_id} and c.id = wanted.id
    left join conversation v on v.organization_id = c.organization_id and v.contact_id = c.id
    left join message m on m.organization_id = c.organization_id and m.id = v.last_message_id
    left join conversation_read r on r.organization_id = c.organization_id
      and r.member_id = ${member_id} and r.contact_id = c.id
    cross join lateral (select coalesce(r.read_id, ${readUpTo(ctx, member_id)}) as read_id) seen
    order by wanted.n`.execute(ctx.db);
  return rows;
};

/** How many conversations wait; counting stops at `most`. */
export const countWaiting = async (ctx: Ctx, overdue_before: Date, most: number) => {
  const page = { limit: most, after: null };
  const [reply, follow_up] = await Promise.all([
    listNeedingReply(ctx, undefined, page),
    listNeedingFollowUp(ctx, undefined, overdue_before, page),
  ]);
  return { needs_reply: reply.length, needs_follow_up: follow_up.length };
};
