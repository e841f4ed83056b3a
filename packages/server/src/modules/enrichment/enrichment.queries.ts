import type { FilledField } from '@rapport/domain/enrichment/rules';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

type Column = Exclude<FilledField, 'email'>;
export type FieldValues = Partial<Record<Column, string>>;

const COLUMNS: Column[] = [
  'first_name',
  'last_name',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'pipeline_stage',
];

/**
 * Fills what is empty and overwrites nothing but the summary, in one statement: the row is locked before
 * it is looked at, so that a person who types at the same moment wins. A last name is not added to
 * somebody else's first name.
 * @param ai_summary null keeps the one that is there
 * @returns the columns that were filled; null when there is no such contact
 */
export const fillEmpty = async (
  ctx: Ctx,
  contact_id: string,
  values: FieldValues,
  ai_summary: string | null,
): Promise<Column[] | null> => {
  const value = (column: Column) => sql`${values[column] ?? null}::text`;
  const { rows } = await sql<Record<Column, boolean>>`
    with old as (
      select *, lower(trim(first_name)) in ('', 'unknown') as no_first,
                lower(trim(last_name)) in ('', 'unknown') as no_last
      from contact
      where organization_id = ${ctx.organization_id} and id = ${contact_id}
      for update
    ), fill as (
      select
        no_first and ${value('first_name')} is not null as first_name,
        no_last and ${value('last_name')} is not null
          and (no_first or ${value('first_name')} is null
               or lower(trim(first_name)) = lower(${value('first_name')})) as last_name,
        coalesce(trim(company), '') = '' and ${value('company')} is not null as company,
        coalesce(trim(job_title), '') = '' and ${value('job_title')} is not null as job_title,
        preferred_language is null and ${value('preferred_language')} is not null as preferred_language,
        timezone is null and ${value('timezone')} is not null as timezone,
        gender is null and ${value('gender')} is not null as gender,
        pipeline_stage is null and ${value('pipeline_stage')} is not null as pipeline_stage
      from old
    )
    update contact c set
      first_name = case when fill.first_name then ${value('first_name')} else c.first_name end,
      last_name = case when fill.last_name then ${value('last_name')} else c.last_name end,
      company = case when fill.company then ${value('company')} else c.company end,
      job_title = case when fill.job_title then ${value('job_title')} else c.job_title end,
      preferred_language =
        case when fill.preferred_language then ${value('preferred_language')} else c.preferred_language end,
      timezone = case when fill.timezone then ${value('timezone')} else c.timezone end,
      gender = case when fill.gender then ${value('gender')} else c.gender end,
      pipeline_stage = case when fill.pipeline_stage then ${value('pipeline_stage')} else c.pipeline_stage end,
      ai_summary = case when ${ai_summary === null} then c.ai_summary else ${ai_summary || null}::text end,
      version = c.version + 1,
      updated_at = ${ctx.now()}
    from fill
    where c.organization_id = ${ctx.organization_id} and c.id = ${contact_id}
    returning fill.*`.execute(ctx.db);
  const row = rows[0];
  return row ? COLUMNS.filter((column) => row[column]) : null;
};

export const hasEmail = async (ctx: Ctx, contact_id: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('contact_email')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export type NewRun = {
  id: string;
  contact_id: string;
  engine: string;
  model: string | null;
  message_count: number;
  omitted_count: number;
  cost_usd: number | null;
  fallback_reason: string | null;
  filled: string[];
  extraction: string;
  refused: string;
  suggested: string;
  source: 'messages' | 'call';
  call_id: string | null;
  memory_before: string | null;
  memory_after: string | null;
  note_id: string | null;
  requested_by: string | null;
};

export const insertRun = async (ctx: Ctx, run: NewRun): Promise<void> => {
  await ctx.db
    .insertInto('enrichment_run')
    .values({ ...run, organization_id: ctx.organization_id, created_at: ctx.now() })
    .execute();
};

export const upsertEvidence = async (
  ctx: Ctx,
  contact_id: string,
  run_id: string,
  evidence: {
    field: string;
    value: string;
    message_id: string | null;
    call_id: string | null;
    quote: string | null;
  }[],
): Promise<void> => {
  if (evidence.length === 0) return;
  await ctx.db
    .insertInto('contact_evidence')
    .values(
      evidence.map((one) => ({
        ...one,
        organization_id: ctx.organization_id,
        contact_id,
        run_id,
        created_at: ctx.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'contact_id', 'field']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        message_id: eb.ref('excluded.message_id'),
        call_id: eb.ref('excluded.call_id'),
        quote: eb.ref('excluded.quote'),
        run_id: eb.ref('excluded.run_id'),
        created_at: eb.ref('excluded.created_at'),
      })),
    )
    .execute();
};

export const listEvidence = async (ctx: Ctx, contact_id: string) =>
  ctx.db
    .selectFrom('contact_evidence as e')
    .innerJoin('enrichment_run as r', (join) =>
      join.onRef('r.organization_id', '=', 'e.organization_id').onRef('r.id', '=', 'e.run_id'),
    )
    .leftJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'e.organization_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select([
      'e.field',
      'e.value',
      'e.run_id',
      'e.message_id',
      'e.call_id',
      'e.quote',
      'm.created_at as message_at',
      'r.engine',
      'r.model',
      'e.created_at',
    ])
    .where('e.organization_id', '=', ctx.organization_id)
    .where('e.contact_id', '=', contact_id)
    .orderBy('e.field')
    .execute();

const runs = (ctx: Ctx) =>
  ctx.db
    .selectFrom('enrichment_run as r')
    .leftJoin('member as m', (join) =>
      join
        .onRef('m.organization_id', '=', 'r.organization_id')
        .onRef('m.id', '=', 'r.requested_by'),
    )
    .leftJoin('user as person', 'person.id', 'm.user_id')
    .select([
      'r.id',
      'r.contact_id',
      'r.source',
      'r.call_id',
      'r.engine',
      'r.model',
      'r.message_count',
      'r.omitted_count',
      'r.cost_usd',
      'r.fallback_reason',
      'r.filled',
      'r.reverted',
      'r.refused',
      'r.suggested',
      'person.name as requested_by_name',
      'r.created_at',
    ])
    .where('r.organization_id', '=', ctx.organization_id);

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>;

export const findRun = async (ctx: Ctx, id: string) =>
  runs(ctx).where('r.id', '=', id).executeTakeFirst();

/** The runs of a contact, newest first. */
export const listRuns = async (ctx: Ctx, contact_id: string, limit: number) =>
  runs(ctx)
    .where('r.contact_id', '=', contact_id)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();

/** What taking a run back needs to know; the row is held. */
export const lockRun = async (ctx: Ctx, contact_id: string, id: string) =>
  ctx.db
    .selectFrom('enrichment_run')
    .select(['filled', 'reverted', 'extraction', 'note_id', 'memory_before', 'memory_after'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const markReverted = async (ctx: Ctx, id: string, reverted: string[]): Promise<void> => {
  await ctx.db
    .updateTable('enrichment_run')
    .set({ reverted })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteEvidence = async (
  ctx: Ctx,
  contact_id: string,
  run_id: string,
  fields: string[],
): Promise<void> => {
  if (fields.length === 0) return;
  await ctx.db
    .deleteFrom('contact_evidence')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('run_id', '=', run_id)
    .where('field', 'in', fields)
    .execute();
};

export const findSettings = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('enrichment_setting')
    .select(['after_call', 'after_messages'])
    .where('organization_id', '=', ctx.organization_id)
    .executeTakeFirst();

export const upsertSettings = async (
  ctx: Ctx,
  settings: { after_call: boolean; after_messages: number | null },
): Promise<void> => {
  await ctx.db
    .insertInto('enrichment_setting')
    .values({ ...settings, organization_id: ctx.organization_id })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(settings))
    .execute();
};

/** Whether a contact has no name and the organization wants such contacts to be read by themselves. */
export const isAwaited = async (ctx: Ctx, contact_id: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from enrichment_setting s
    join contact c on c.organization_id = s.organization_id and c.id = ${contact_id}
    where s.organization_id = ${ctx.organization_id} and s.after_messages is not null
      and lower(trim(c.first_name)) in ('', 'unknown') and lower(trim(c.last_name)) in ('', 'unknown')
    limit 1`.execute(ctx.db);
  return rows.length > 0;
};

/** Inbound messages with text since the last run, at most `limit`. */
export const countUnread = async (ctx: Ctx, contact_id: string, limit: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from message m
      where m.organization_id = ${ctx.organization_id} and m.contact_id = ${contact_id}
        and m.direction = 'inbound' and coalesce(m.body, '') <> ''
        and m.recorded_at > coalesce((
          select max(r.created_at) from enrichment_run r
          where r.organization_id = m.organization_id and r.contact_id = m.contact_id), '-infinity')
      limit ${limit}) unread`.execute(ctx.db);
  return rows[0]!.count;
};
