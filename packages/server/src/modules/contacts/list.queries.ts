import { foldText } from '@rapport/domain/contacts/search-text';
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { type ContactExpression, isVisible } from './contacts.queries.ts';

export type ContactFilter = {
  search?: string | undefined;
  tag_ids: string[];
  status?: string[];
  pipeline_stage?: string[];
  /** The id of a member, or `unassigned`; whoever it is when left out. */
  assigned_to?: string | undefined;
};
export type Sort = 'recently_added' | 'name_asc' | 'last_contacted_at';
export type Page = { sort: Sort; page: number; page_size: number };

/** As many hits are sorted where they were found; for more, the index of the sort is walked. */
const MOST_SORTED = 5000;

const isAssigned = (ctx: Ctx, eb: ContactExpression, assigned_to: string): Expression<SqlBool> => {
  const assignments = eb
    .selectFrom('contact_user as u')
    .select('u.contact_id')
    .where('u.organization_id', '=', ctx.organization_id)
    .whereRef('u.contact_id', '=', 'contact.id');
  if (assigned_to === 'unassigned') return eb.not(eb.exists(assignments));
  return eb.exists(assignments.where('u.member_id', '=', assigned_to));
};

export const matches = (
  ctx: Ctx,
  eb: ContactExpression,
  filter: ContactFilter,
): Expression<SqlBool> => {
  const conditions = [
    isVisible(ctx, eb),
    ...searchTerms(filter.search).map((term) => matchesTerm(eb, term)),
  ];
  if (filter.tag_ids.length > 0)
    conditions.push(
      eb.exists(
        eb
          .selectFrom('contact_tagging as g')
          .select('g.contact_id')
          .where('g.organization_id', '=', ctx.organization_id)
          .whereRef('g.contact_id', '=', 'contact.id')
          .where('g.tag_id', 'in', filter.tag_ids),
      ),
    );
  if (filter.status?.length) conditions.push(eb('contact.status', 'in', filter.status));
  if (filter.pipeline_stage?.length)
    conditions.push(eb('contact.pipeline_stage', 'in', filter.pipeline_stage));
  if (filter.assigned_to) conditions.push(isAssigned(ctx, eb, filter.assigned_to));
  return eb.and(conditions);
};

/**
 * The words of a search; each must be found. A run of digits and phone punctuation is one number:
 * "(415) 555-0132" looks for 4155550132, which is inside +14155550132; so is 0701234567, as it is dialled
 * at home, without the zero that numbers abroad do not have.
 */
const searchTerms = (search: string | undefined): string[] => {
  const text = foldText(search ?? '').trim();
  if (text === '') return [];
  if (/^[+\d\s()./-]+$/.test(text)) {
    const digits = text.replace(/\D/g, '');
    const number = digits.length >= SHORTEST_DIALLED ? digits.replace(/^0+/, '') : digits;
    return number === '' ? [] : [number];
  }
  return text.split(/\s+/).slice(0, 8);
};

/** Fewer digits are the end of a number, where a zero is a digit like any other. */
const SHORTEST_DIALLED = 6;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** One or two characters answer by prefix of the name: three make a trigram, fewer would scan everything. */
const matchesTerm = (eb: ContactExpression, term: string): Expression<SqlBool> => {
  const safe = escapeLike(term);
  if ([...term].length >= 3) return eb('contact.search_text', 'like', `%${safe}%`);
  return eb.or([
    eb('contact.name_key', 'like', `${safe}%`),
    eb('contact.name_key', 'like', `% ${safe}%`),
  ]);
};

/** People without a name come last, not first. */
const ORDER: Record<Sort, ReturnType<typeof sql>> = {
  recently_added: sql`created_at desc, id desc`,
  name_asc: sql`(name_key = ''), name_key, id`,
  last_contacted_at: sql`last_contacted_at desc nulls last, id desc`,
};

const matching = (ctx: Ctx, filter: ContactFilter) =>
  ctx.db.selectFrom('contact').where((eb) => matches(ctx, eb, filter));

/**
 * Tells the planner what it cannot know: how many rows hold a piece of text. It would guess, and read the
 * whole table for a rare word or sort a hundred thousand rows for one page.
 */
const planBy = async (ctx: Ctx, off: 'scans' | 'bitmaps'): Promise<void> => {
  const scans = off === 'scans' ? 'off' : 'on';
  const bitmaps = off === 'bitmaps' ? 'off' : 'on';
  await sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('enable_indexscan', ${scans}, true), set_config('enable_indexonlyscan', ${scans}, true),
    set_config('enable_bitmapscan', ${bitmaps}, true)`.execute(ctx.db);
};

/**
 * The page of a list whose hits are few enough to be sorted.
 * @returns how many hits there are, at most one more than `MOST_SORTED`, and the ids of the page unless
 * there are more
 */
const sortHits = async (ctx: Ctx, filter: ContactFilter, { sort, page, page_size }: Page) => {
  const hits = matching(ctx, filter)
    .select(['contact.id', 'contact.created_at', 'contact.name_key', 'contact.last_contacted_at'])
    .limit(MOST_SORTED + 1);
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with hits as materialized (${hits})
    select (select count(*) from hits)::int as total,
           array(select id from hits order by ${ORDER[sort]}
                 limit ${page_size} offset ${page * page_size}) as ids`.execute(ctx.db);
  return rows[0]!;
};

/** The page of any list, along the index of its sort. */
const walk = async (
  ctx: Ctx,
  filter: ContactFilter,
  { sort, page, page_size }: Page,
): Promise<string[]> => {
  const rows = await matching(ctx, filter)
    .select('contact.id')
    .orderBy(ORDER[sort])
    .limit(page_size)
    .offset(page * page_size)
    .execute();
  return rows.map((row) => row.id);
};

const isEverything = (filter: ContactFilter): boolean =>
  searchTerms(filter.search).length === 0 &&
  filter.tag_ids.length === 0 &&
  !filter.status?.length &&
  !filter.pipeline_stage?.length &&
  !filter.assigned_to;

/**
 * The ids of a page, and how many hits there are if they are few.
 * @param isLong whether the list is known to be longer than what is sorted
 * @returns `total` null for many
 */
export const findPage = async (
  ctx: Ctx,
  filter: ContactFilter,
  page: Page,
  isLong: () => Promise<boolean>,
): Promise<{ ids: string[]; total: number | null }> => {
  if (isEverything(filter)) return { ids: await walk(ctx, filter, page), total: null };
  const is_long = await isLong();
  return inTx(ctx, async (ctx) => {
    if (!is_long) {
      if (searchTerms(filter.search).length > 0) await planBy(ctx, 'scans');
      const { total, ids } = await sortHits(ctx, filter, page);
      if (total <= MOST_SORTED) return { ids, total };
    }
    await planBy(ctx, 'bitmaps');
    return { ids: await walk(ctx, filter, page), total: null };
  });
};

export const countContacts = async (ctx: Ctx, filter: ContactFilter): Promise<number> => {
  const row = await matching(ctx, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
};

/** The ids of all contacts that a list shows, the oldest first. */
export const listMatchingIds = async (
  ctx: Ctx,
  filter: ContactFilter,
  limit: number,
): Promise<string[]> => {
  const rows = await matching(ctx, filter)
    .select('contact.id')
    .orderBy('contact.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};

/**
 * Changes with each change in the organization: every change writes an event in its own transaction.
 * @returns null while events wait for their number
 */
export const readRevision = async (ctx: Ctx): Promise<number | null> => {
  const { rows } = await sql<{ seq: number; waiting: boolean }>`
    select event_seq as seq,
           exists (select 1 from event where seq is null and organization_id = o.id) as waiting
    from organization o where id = ${ctx.organization_id}`.execute(ctx.db);
  const { seq, waiting } = rows[0]!;
  return waiting ? null : seq;
};
