import type { EnrichedField, enrichmentApi } from '@rapport/contract/enrichment.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { getSettings, saveSettings } from './automatic.service.ts';
import { awaitBatch, getBatch, startBatch } from './bulk.service.ts';
import { presentRun } from './enrichment.present.ts';
import { enrichFromMessages } from './enrichment.service.ts';
import { findRun, listEvidence, listRuns, revertRun } from './runs.service.ts';

export const enrichmentHandlers: Handlers<typeof enrichmentApi> = {
  enrichFromMessages: async (ctx, { params }) => {
    const run_id = await enrichFromMessages(ctx, params.contact_id);
    return { run: presentRun((await findRun(ctx, run_id))!) };
  },
  bulkEnrichFromMessages: async (ctx, { body }, { request }) => {
    await startBatch(ctx, body);
    return awaitBatch(ctx, body.batch_id, () => !request.raw.socket.destroyed);
  },
  getEnrichmentBatch: async (ctx, { params }) => getBatch(ctx, params.batch_id),
  getEvidence: async (ctx, { params }) => {
    const [evidence, [run]] = await Promise.all([
      listEvidence(ctx, params.contact_id),
      listRuns(ctx, params.contact_id, 1),
    ]);
    return {
      evidence: evidence.map((row) => ({ ...row, field: row.field as EnrichedField })),
      last_run: run ? presentRun(run) : null,
    };
  },
  listEnrichmentRuns: async (ctx, { params }) => ({
    runs: (await listRuns(ctx, params.contact_id, 50)).map(presentRun),
  }),
  revertEnrichmentRun: async (ctx, { params, body }) => {
    const { kept } = await revertRun(ctx, params.contact_id, params.run_id, body.fields);
    return { run: presentRun((await findRun(ctx, params.run_id))!), kept };
  },
  getEnrichmentSettings: async (ctx) => getSettings(ctx),
  saveEnrichmentSettings: async (ctx, { body }) => saveSettings(ctx, body),
};
