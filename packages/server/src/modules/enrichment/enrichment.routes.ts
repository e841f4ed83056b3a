import type { EnrichedField, enrichmentApi } from '@rapport/contract/enrichment.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { awaitBatch, getBatch, startBatch } from './bulk.service.ts';
import { enrichFromMessages, findLastRun, listEvidence } from './enrichment.service.ts';

const presentRun = <R extends { filled: string[] }>(run: R) => ({
  ...run,
  filled: run.filled as EnrichedField[],
});

export const enrichmentHandlers: Handlers<typeof enrichmentApi> = {
  bulkEnrichFromMessages: async (ctx, { body }, { request }) => {
    await startBatch(ctx, body);
    return awaitBatch(ctx, body.batch_id, () => !request.raw.socket.destroyed);
  },
  getEnrichmentBatch: async (ctx, { params }) => getBatch(ctx, params.batch_id),
  enrichFromMessages: async (ctx, { params }) => ({
    run: presentRun(await enrichFromMessages(ctx, params.contact_id)),
  }),
  getEvidence: async (ctx, { params }) => {
    const [evidence, run] = await Promise.all([
      listEvidence(ctx, params.contact_id),
      findLastRun(ctx, params.contact_id),
    ]);
    return {
      evidence: evidence.map((row) => ({ ...row, field: row.field as EnrichedField })),
      last_run: run ? presentRun(run) : null,
    };
  },
};
