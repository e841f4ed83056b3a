import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type AnalyzerRow = Awaited<ReturnType<typeof listAnalyzers>>[number];

const columns = ['id', 'name', 'prompt', 'task', 'enabled', 'created_at'] as const;

export const listAnalyzers = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('analyzer')
    .select(columns)
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

export type AnalyzerValues = { name: string; prompt: string; enabled: boolean };

/** @returns null when the name is taken */
export const insertAnalyzers = async (
  ctx: Ctx,
  values: (AnalyzerValues & { task: string | null })[],
): Promise<AnalyzerRow[] | null> => {
  const { organization_id } = ctx;
  const rows = values.map((one) => ({
    ...one,
    organization_id,
    id: newId(),
    created_at: ctx.now(),
  }));
  return ctx.db.insertInto('analyzer').values(rows).returning(columns).execute().catch(nullIfTaken);
};

/** @returns undefined when there is none, null when the name is taken */
export const updateAnalyzer = async (
  ctx: Ctx,
  id: string,
  values: { [Key in keyof AnalyzerValues]?: AnalyzerValues[Key] | undefined },
  task: string | null,
): Promise<AnalyzerRow | undefined | null> =>
  ctx.db
    .updateTable('analyzer')
    .set({ ...values, task })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
    .catch(nullIfTaken);

const nullIfTaken = (error: { code?: string }): null => {
  if (error.code === '23505') return null;
  throw error;
};

export const deleteAnalyzer = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('analyzer')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};
