import type { LlmFeature } from '@rapport/contract/llm-settings.api';
import { sql } from 'kysely';
import type { LlmFailureKind } from '../../platform/llm/llm.ts';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type Outcome = 'answered' | 'repaired' | LlmFailureKind;

/** The beginning of the organization's day. */
const today = (ctx: Ctx) => sql<Date>`(
  select date_trunc('day', ${ctx.now()}::timestamptz at time zone o.timezone) at time zone o.timezone
  from organization o where o.id = ${ctx.organization_id})`;

/** US dollars since the day began, estimates of what is running included. */
export const readSpentToday = async (ctx: Ctx): Promise<number> => {
  const { spent } = await ctx.db
    .selectFrom('llm_usage')
    .select(sql<number>`coalesce(sum(cost_usd), 0)`.as('spent'))
    .where('organization_id', '=', ctx.organization_id)
    .where('created_at', '>=', today(ctx))
    .executeTakeFirstOrThrow();
  return spent;
};

/**
 * Writes down that a request begins, with what it may cost, unless the day's limit is reached. Requests
 * of one organization are admitted one after another, so that many at once do not pass the limit together.
 * @returns the id of the line; null when the limit does not allow it
 */
export const admitUsage = async (
  ctx: Ctx,
  line: { feature: LlmFeature; model: string; estimated_usd: number; limit_usd: number | null },
): Promise<string | null> =>
  inTx(ctx, async (ctx) => {
    if (line.limit_usd !== null) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`llm ${ctx.organization_id}`}, 0))`.execute(
        ctx.db,
      );
      if ((await readSpentToday(ctx)) + line.estimated_usd > line.limit_usd) return null;
    }
    const id = newId();
    await ctx.db
      .insertInto('llm_usage')
      .values({
        organization_id: ctx.organization_id,
        id,
        feature: line.feature,
        model: line.model,
        outcome: 'running',
        cost_usd: line.estimated_usd,
        created_at: ctx.now(),
      })
      .execute();
    return id;
  });

export const settleUsage = async (
  ctx: Ctx,
  id: string,
  line: {
    outcome: Outcome;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number | null;
    latency_ms: number;
  },
): Promise<void> => {
  await ctx.db
    .updateTable('llm_usage')
    .set(line)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const listUsageTotals = async (ctx: Ctx, days: number) =>
  ctx.db
    .selectFrom('llm_usage')
    .select([
      sql.ref<LlmFeature>('feature').as('feature'),
      'model',
      sql<number>`count(*)::int`.as('requests'),
      sql<number>`(count(*) filter (where outcome not in ('answered', 'repaired', 'running')))::int`.as(
        'failed',
      ),
      sql<number>`coalesce(sum(input_tokens), 0)::float8`.as('input_tokens'),
      sql<number>`coalesce(sum(output_tokens), 0)::float8`.as('output_tokens'),
      sql<number>`coalesce(sum(cost_usd), 0)`.as('cost_usd'),
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('created_at', '>=', sql<Date>`${ctx.now()}::timestamptz - ${days} * interval '1 day'`)
    .groupBy(['feature', 'model'])
    .orderBy('cost_usd', 'desc')
    .orderBy('feature')
    .execute();

export const listRecentUsage = async (ctx: Ctx, limit: number) =>
  ctx.db
    .selectFrom('llm_usage')
    .select([
      'id',
      sql.ref<LlmFeature>('feature').as('feature'),
      'model',
      'outcome',
      'input_tokens',
      'output_tokens',
      'cost_usd',
      'latency_ms',
      'created_at',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
