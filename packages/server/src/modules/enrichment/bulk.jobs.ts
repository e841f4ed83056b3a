import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { runBatch } from './bulk-run.service.ts';

export const bulkEnrichJob = defineJob({
  name: 'enrichment.bulk',
  payload: z.object({ organization_id: z.uuid(), batch_id: z.uuid() }),
  run: async (base, { organization_id, batch_id }, { signal }) =>
    runBatch(systemCtx(base, organization_id, 'enrichment'), batch_id, signal),
});
