// Analyzers: the questions that are asked of each transcript.
import type { AnalysisTask } from '@rapport/domain/calls/local-analysis';
import type { Ctx } from '../../platform/ctx.ts';
import { inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import * as queries from './analyzers.queries.ts';
import { callErrors } from './calls.errors.ts';

export { listAnalyzers } from './analyzers.queries.ts';

/** What every organization starts with, as the migration gave it to those before. */
const DEFAULTS: { name: string; prompt: string; task: AnalysisTask }[] = [
  {
    name: 'Summary',
    prompt: 'Summarise the call in two to four plain sentences for a colleague who was not there.',
    task: 'summary',
  },
  {
    name: 'Sentiment',
    prompt: 'How does the caller feel by the end of the call, and what in their words shows it?',
    task: 'sentiment',
  },
  {
    name: 'Next steps',
    prompt: 'List what was promised or asked for and is still open, one line each.',
    task: 'next_steps',
  },
  {
    name: 'Topics',
    prompt: 'List what the call was about, the most telling first.',
    task: 'topics',
  },
];

/** Gives a new organization its four questions. */
export const createDefaultAnalyzers = async (ctx: Ctx): Promise<void> => {
  await queries.insertAnalyzers(
    ctx,
    DEFAULTS.map((one) => ({ ...one, enabled: true })),
  );
};

/** @throws ANALYZER_EXISTS */
export const createAnalyzer = async (
  ctx: Ctx,
  values: queries.AnalyzerValues,
): Promise<queries.AnalyzerRow> =>
  inTx(ctx, async (ctx) => {
    const rows = await queries.insertAnalyzers(ctx, [{ ...values, task: taskOf(values.prompt) }]);
    if (!rows) throw callErrors.ANALYZER_EXISTS();
    await emit(ctx, 'calls.settings.changed', {});
    return rows[0]!;
  });

/** @throws ANALYZER_NOT_FOUND, ANALYZER_EXISTS */
export const updateAnalyzer = async (
  ctx: Ctx,
  id: string,
  changes: Parameters<typeof queries.updateAnalyzer>[2],
): Promise<queries.AnalyzerRow> =>
  inTx(ctx, async (ctx) => {
    const before = (await queries.listAnalyzers(ctx)).find((one) => one.id === id);
    if (!before) throw callErrors.ANALYZER_NOT_FOUND();
    // A question in other words is another question, which the built-in engine has no way of its own for.
    const task = taskOf(changes.prompt ?? before.prompt);
    const row = await queries.updateAnalyzer(ctx, id, changes, task);
    if (row === null) throw callErrors.ANALYZER_EXISTS();
    if (row === undefined) throw callErrors.ANALYZER_NOT_FOUND();
    await emit(ctx, 'calls.settings.changed', {});
    return row;
  });

const taskOf = (prompt: string): AnalysisTask | null =>
  DEFAULTS.find((one) => one.prompt === prompt)?.task ?? null;

/** @throws ANALYZER_NOT_FOUND */
export const removeAnalyzer = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.deleteAnalyzer(ctx, id))) throw callErrors.ANALYZER_NOT_FOUND();
    await emit(ctx, 'calls.settings.changed', {});
  });
