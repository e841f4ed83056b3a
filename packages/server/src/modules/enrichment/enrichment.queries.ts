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
 * @returns the columns that were filled; null when there is no such contact
 */
export const fillEmpty = async (
  ctx: Ctx,
  contact_id: string,
  values: FieldValues,
  ai_summary: string,
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
      ai_summary = ${ai_summary === '' ? null : ai_summary},
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
  note_id: string;
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
  evidence: { field: string; value: string; message_id: string | null; quote: string | null }[],
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
      'e.message_id',
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

const runColumns = [
  'id',
  'contact_id',
  'engine',
  'model',
  'message_count',
  'omitted_count',
  'cost_usd',
  'fallback_reason',
  'filled',
  'created_at',
] as const;

export const findLastRun = async (ctx: Ctx, contact_id: string) =>
  ctx.db
    .selectFrom('enrichment_run')
    .select(runColumns)
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
