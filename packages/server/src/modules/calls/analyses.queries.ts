import type { Segment } from '@rapport/domain/calls/segments';
import type { Ctx } from '../../platform/ctx.ts';

export type AnalysisRow = Awaited<ReturnType<typeof listAnalyses>>[number];

/** All answers about these calls, the oldest first. */
export const listAnalyses = async (ctx: Ctx, call_ids: string[]) =>
  ctx.db
    .selectFrom('call_analysis')
    .select([
      'id',
      'call_id',
      'analyzer_id',
      'analyzer_name',
      'status',
      'content',
      'engine',
      'model',
      'created_at',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('call_id', 'in', call_ids)
    .orderBy('id')
    .execute();

export type NewAnalysis = {
  id: string;
  call_id: string;
  analyzer_id: string;
  analyzer_name: string;
  prompt: string;
  status: 'completed' | 'failed';
  content: string;
  engine: string;
  model: string | null;
  requested_by: string | null;
};

/** Adds answers; one that is there already, of a job that runs again, stays. */
export const insertAnalyses = async (ctx: Ctx, analyses: NewAnalysis[]): Promise<void> => {
  if (analyses.length === 0) return;
  const { organization_id } = ctx;
  await ctx.db
    .insertInto('call_analysis')
    .values(analyses.map((one) => ({ ...one, organization_id, created_at: ctx.now() })))
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .execute();
};

export type TranscriptionRow = {
  text: string;
  segments: Segment[];
  source: string;
  created_at: Date;
  digested_at: Date | null;
};

const transcriptions = (ctx: Ctx, call_id: string) =>
  ctx.db
    .selectFrom('call_transcription')
    .select(['text', 'segments', 'source', 'created_at', 'digested_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('call_id', '=', call_id);

export const findTranscription = async (
  ctx: Ctx,
  call_id: string,
): Promise<TranscriptionRow | null> =>
  (await transcriptions(ctx, call_id).executeTakeFirst()) ?? null;

export const lockTranscription = async (
  ctx: Ctx,
  call_id: string,
): Promise<TranscriptionRow | null> =>
  (await transcriptions(ctx, call_id).forUpdate().executeTakeFirst()) ?? null;

export const upsertTranscription = async (
  ctx: Ctx,
  call_id: string,
  values: { text: string; segments: Segment[]; source: 'provider' | 'api' },
): Promise<void> => {
  const row = { ...values, segments: JSON.stringify(values.segments), created_at: ctx.now() };
  await ctx.db
    .insertInto('call_transcription')
    .values({ ...row, organization_id: ctx.organization_id, call_id })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'call_id']).doUpdateSet({ ...row, digested_at: null }),
    )
    .execute();
};

export const markDigested = async (ctx: Ctx, call_id: string): Promise<void> => {
  await ctx.db
    .updateTable('call_transcription')
    .set({ digested_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('call_id', '=', call_id)
    .execute();
};
