import type { EarlierAnswer } from '@rapport/domain/messaging/suggest-answers';
import type { Suggestion } from '@rapport/domain/messaging/suggestion';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';

/** A message that the actor may see. */
export const findAsked = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('message')
    .select(['id', 'contact_id', 'direction', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where(isContactVisible(ctx, 'message.contact_id'))
    .executeTakeFirst();
export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** Whether at least so many messages of the organization are newer than a time. */
export const hasManySince = async (ctx: Ctx, since: Date, many: number): Promise<boolean> => {
  const rows = await ctx.db
    .selectFrom('message')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('created_at', '>', since)
    .limit(many)
    .execute();
  return rows.length === many;
};

/** The newest texts of a contact up to a message, oldest first. */
export const listTextsUpTo = async (
  ctx: Ctx,
  { id, contact_id, created_at }: Asked,
  limit: number,
) => {
  const rows = await ctx.db
    .selectFrom('message')
    .select(['id', 'direction', 'body', 'channel', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where(sql<boolean>`(created_at, id) <= (${created_at}, ${id}::uuid)`)
    .where(sql<boolean>`body ~ '[^[:space:]]'`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse() as {
    id: string;
    direction: 'inbound' | 'outbound';
    body: string;
    channel: string;
    created_at: Date;
  }[];
};

/** So many messages like the one asked are looked at: enough to see what is said to many. */
const MOST_LIKE = 150;
/** What we write later answers something else. */
const ANSWERED_WITHIN = '3 days';

/**
 * Messages of this organization that came in and hold some of these words, with what was answered, and
 * whom. By the index of words: two words at least must be there, when there are two.
 */
export const listEarlierAnswers = async (
  ctx: Ctx,
  asked: Asked,
  words: string[],
): Promise<EarlierAnswer[]> => {
  if (words.length === 0) return [];
  const { rows } = await sql<{
    question: string;
    answer: string;
    contact_id: string;
    names: string[];
    addresses: string[];
  }>`
    with alike as materialized (
      select m.id, m.contact_id, m.body, m.created_at from message m
      where m.organization_id = ${ctx.organization_id} and m.direction = 'inbound'
        and m.words @@ ${someOf(words)}::tsquery and m.id <> ${asked.id}
        and ${isSeenByTheSame(ctx, asked)}
      order by m.created_at desc limit ${MOST_LIKE})
    select a.body as question, r.body as answer, a.contact_id,
           array_remove(array[c.first_name, c.last_name, c.company], null) as names,
           array(select phone_number from contact_phone p
                 where p.organization_id = c.organization_id and p.contact_id = c.id
                 union all select email from contact_email e
                 where e.organization_id = c.organization_id and e.contact_id = c.id
                 union all select external_id from contact_identity i
                 where i.organization_id = c.organization_id and i.contact_id = c.id) as addresses
    from alike a
    join contact c on c.organization_id = ${ctx.organization_id} and c.id = a.contact_id
    cross join lateral (
      select r.body from message r
      where r.organization_id = c.organization_id and r.contact_id = a.contact_id
        and r.created_at >= a.created_at and r.created_at < a.created_at + ${ANSWERED_WITHIN}::interval
        and r.direction = 'outbound' and r.status <> 'failed' and r.body ~ '[^[:space:]]'
      order by r.created_at, r.id limit 1) r
    where a.body is not null
    order by a.created_at desc, a.id`.execute(ctx.db);
  return rows.map(({ question, answer, ...person }) => ({ question, answer, person }));
};

/**
 * In an organization whose members see assigned contacts only: whoever may see the question may see message
 * `m`, so that suggestions say nothing of conversations that are hidden from who reads them.
 */
const isSeenByTheSame = ({ organization_id }: Ctx, { contact_id }: Asked) => sql<boolean>`(
  not (select members_see_assigned_only from organization where id = ${organization_id})
  or not exists (
    select 1 from contact_user reader
    where reader.organization_id = ${organization_id} and reader.contact_id = ${contact_id}
      and not exists (
        select 1 from contact_user seen
        where seen.organization_id = ${organization_id} and seen.contact_id = m.contact_id
          and seen.member_id = reader.member_id)))`;

/** Any two of the words, by their beginnings; the one when there is only one. */
const someOf = (words: string[]): string => {
  const lexemes = words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`);
  if (lexemes.length === 1) return lexemes[0]!;
  const pairs = lexemes.flatMap((one, i) => lexemes.slice(i + 1).map((two) => `(${one} & ${two})`));
  return pairs.join(' | ');
};

export const findSuggestions = async (ctx: Ctx, message_id: string) =>
  ctx.db
    .selectFrom('suggestion_set')
    .select(['engine', 'model', 'suggestions', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('message_id', '=', message_id)
    .executeTakeFirst();

export const saveSuggestions = async (
  ctx: Ctx,
  message_id: string,
  made: { engine: string; model: string | null; suggestions: Suggestion[] },
): Promise<void> => {
  const values = {
    ...made,
    suggestions: JSON.stringify(made.suggestions),
    created_at: ctx.now(),
  };
  await ctx.db
    .insertInto('suggestion_set')
    .values({ ...values, organization_id: ctx.organization_id, message_id })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'message_id']).doUpdateSet(values),
    )
    .execute();
};
