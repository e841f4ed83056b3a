import type { Term } from '@rapport/domain/messaging/search-words';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import type { TimeCursor } from '../../platform/db/time-cursor.ts';
import { isContactVisible } from '../../platform/db/visible.ts';

export type MessageFilter = {
  terms: Term[];
  contact_id?: string | undefined;
  channel: string[];
  direction?: string | undefined;
  /** Whoever asks for a date means it in their own time zone. */
  timezone: string;
  from?: string | undefined;
  to?: string | undefined;
  before: TimeCursor | null;
};

/** The newest messages that are looked at for a term that is in many of them. */
const MOST_GLANCED = 4000;
/** As many hits are sorted where the index found them; for more, the messages are walked by time. */
const MOST_SORTED = 5000;
/** A term that is in so few of them is old: then all its hits are sorted after all. */
const MOST_WALKED = 200_000;

/** As the index keeps the terms: beginnings of words; of a run its pairs, or its only character. */
const wanted = (terms: Term[]): string => {
  const quote = (text: string) => `'${text.replace(/['\\]/g, '$&$&')}'`;
  const lexemes = terms.flatMap(({ kind, text }) => {
    if (kind === 'word') return [`${quote(text)}:*`];
    const chars = [...text];
    const pairs = chars.slice(1).map((char, n) => quote(chars[n]! + char));
    return pairs.length > 0 ? pairs : [quote(text)];
  });
  return lexemes.join(' & ');
};

const and = (conditions: RawBuilder<SqlBool>[]) =>
  sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/** Whether message `m` holds the terms. Pairs need not stand in a row: of long runs the text is asked. */
const holds = ({ terms }: MessageFilter): RawBuilder<SqlBool> =>
  and([
    sql`m.words @@ ${wanted(terms)}::tsquery`,
    ...terms
      .filter(({ kind, text }) => kind === 'run' && [...text].length > 2)
      .map(
        ({ text }) => sql<SqlBool>`position(${text} in
        fold_text(normalize(concat_ws(' ', m.subject, m.body), NFKC))) > 0`,
      ),
  ]);

/** Midnight of a date in a time zone, so many days later; a moment is what it is. */
const moment = (text: string, timezone: string, days: number) =>
  text.includes('T')
    ? sql`${text}::timestamptz`
    : sql`(${text}::timestamp + ${days} * interval '1 day') at time zone ${timezone}`;

/** The time that is looked at. */
const isInTime = ({ before, from, to, timezone }: MessageFilter): RawBuilder<SqlBool> => {
  const conditions: RawBuilder<SqlBool>[] = [sql`true`];
  if (before)
    conditions.push(
      sql`(m.created_at, m.id) < (${before.created_at}::timestamptz, ${before.id}::uuid)`,
    );
  if (from) conditions.push(sql`m.created_at >= ${moment(from, timezone, 0)}`);
  if (to) conditions.push(sql`m.created_at < ${moment(to, timezone, 1)}`);
  return and(conditions);
};

const isChosen = (ctx: Ctx, { contact_id, channel, direction }: MessageFilter) => {
  const conditions: RawBuilder<SqlBool>[] = [isContactVisible(ctx, 'm.contact_id')];
  if (contact_id) conditions.push(sql`m.contact_id = ${contact_id}`);
  if (channel.length > 0) conditions.push(sql`m.channel = any(${channel})`);
  if (direction) conditions.push(sql`m.direction = ${direction}`);
  return and(conditions);
};

const newest = sql`order by m.created_at desc, m.id desc`;

/** The ids of the newest hits among the newest `most` messages of that time. */
const walk = async (
  ctx: Ctx,
  filter: MessageFilter,
  limit: number,
  most: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from (
      select m.* from message as m
      where m.organization_id = ${ctx.organization_id} and ${isInTime(filter)}
      ${newest} limit ${most}) as m
    where ${holds(filter)} and ${isChosen(ctx, filter)}
    ${newest} limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
};

/** @returns null when there are more hits than `most` */
const sortHits = async (
  ctx: Ctx,
  filter: MessageFilter,
  limit: number,
  most: number,
): Promise<string[] | null> => {
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with m as materialized (
      select m.id, m.created_at from message as m
      where m.organization_id = ${ctx.organization_id} and ${holds(filter)}
        and ${isInTime(filter)} and ${isChosen(ctx, filter)}
      limit ${most + 1})
    select (select count(*) from m)::int as total,
           array(select m.id from m ${newest} limit ${limit}) as ids`.execute(ctx.db);
  const { total, ids } = rows[0]!;
  return total > most ? null : ids;
};

/** The planner cannot know how many messages hold the beginning of a word: it would read all of them. */
const useIndexOfWords = async (ctx: Ctx): Promise<void> => {
  await sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('enable_indexscan', 'off', true)`.execute(ctx.db);
};

const useIndexOfTime = async (ctx: Ctx): Promise<void> => {
  await sql`select set_config('enable_indexscan', 'on', true),
    set_config('enable_bitmapscan', 'off', true)`.execute(ctx.db);
};

/**
 * The ids of the newest hits. Terms that are in many messages are found by walking back in time, rare ones by
 * the index of words, whose hits are then sorted. A contact's messages, or those of a restricted member's
 * contacts, are few: they are read.
 */
export const findHits = async (
  ctx: Ctx,
  filter: MessageFilter,
  limit: number,
): Promise<string[]> => {
  const isRestricted = ctx.actor.kind === 'person' && ctx.actor.restricted;
  if (filter.contact_id || isRestricted) return listFew(ctx, filter, limit);
  const glanced = await walk(ctx, filter, limit, MOST_GLANCED);
  if (glanced.length === limit) return glanced;
  return inTx(ctx, async (ctx) => {
    await useIndexOfWords(ctx);
    const sorted = await sortHits(ctx, filter, limit, MOST_SORTED);
    if (sorted) return sorted;
    await useIndexOfTime(ctx);
    const walked = await walk(ctx, filter, limit, MOST_WALKED);
    if (walked.length === limit) return walked;
    await sql`select set_config('enable_bitmapscan', 'on', true)`.execute(ctx.db);
    await useIndexOfWords(ctx);
    return (await sortHits(ctx, filter, limit, Number.MAX_SAFE_INTEGER - 1))!;
  });
};

const listFew = async (ctx: Ctx, filter: MessageFilter, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from message as m
    where m.organization_id = ${ctx.organization_id} and ${holds(filter)}
      and ${isInTime(filter)} and ${isChosen(ctx, filter)}
    ${newest} limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
};

export type HitRow = Awaited<ReturnType<typeof listHits>>[number];

/** Messages with whom they were exchanged, the newest first. */
export const listHits = async (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('message as m')
    .innerJoin('contact as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.id', '=', 'm.contact_id'),
    )
    .select([
      'm.id',
      'm.contact_id',
      'c.first_name',
      'c.last_name',
      'm.channel',
      'm.direction',
      'm.subject',
      'm.body',
      'm.created_at',
    ])
    .where('m.organization_id', '=', ctx.organization_id)
    .where('m.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
