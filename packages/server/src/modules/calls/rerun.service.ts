// Asking the analyzers once more.
import { type Ctx, memberIdOf } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { answerAgainJob } from './analyses.jobs.ts';
import { listAnalyzers } from './analyzers.queries.ts';
import { callErrors } from './calls.errors.ts';
import { findCall } from './calls.queries.ts';

/**
 * Asks analyzers once more, in the background.
 * @param analyzer_ids all enabled ones unless given
 * @returns how many are asked
 * @throws CALL_NOT_FOUND, NO_TRANSCRIPTION, ANALYZER_NOT_FOUND
 */
export const rerunAnalyses = async (
  ctx: Ctx,
  call_id: string,
  analyzer_ids: string[] | undefined,
): Promise<number> => {
  const call = await findCall(ctx, call_id);
  if (!call) throw callErrors.CALL_NOT_FOUND();
  if (call.transcription === null) throw callErrors.NO_TRANSCRIPTION();
  const analyzers = await listAnalyzers(ctx);
  const asked = analyzer_ids
    ? [...new Set(analyzer_ids)].map((id) => {
        const found = analyzers.find((analyzer) => analyzer.id === id);
        if (!found) throw callErrors.ANALYZER_NOT_FOUND();
        return found;
      })
    : analyzers.filter(({ enabled }) => enabled);
  const runs = asked.map(({ id }) => ({ id: newId(), analyzer_id: id }));
  const { organization_id } = ctx;
  await enqueue(ctx, answerAgainJob, {
    organization_id,
    call_id,
    runs,
    requested_by: memberIdOf(ctx),
  });
  return runs.length;
};
