import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { runImport } from './run.service.ts';

export const importJob = defineJob({
  name: 'transfer.import',
  payload: z.object({ organization_id: z.uuid(), import_id: z.uuid() }),
  run: async (base, { organization_id, import_id }, { attempt, last_attempt, signal }) =>
    runImport(
      systemCtx(base, organization_id, 'import'),
      import_id,
      attempt >= last_attempt,
      signal,
    ),
});
