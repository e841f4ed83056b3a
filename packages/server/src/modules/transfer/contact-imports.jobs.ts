import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { runContactImport } from './contact-run.service.ts';

export const contactImportJob = defineJob({
  name: 'transfer.contacts',
  payload: z.object({ organization_id: z.uuid(), contact_import_id: z.uuid() }),
  run: async (base, { organization_id, contact_import_id }, { attempt, last_attempt, signal }) =>
    runContactImport(
      systemCtx(base, organization_id, 'import'),
      contact_import_id,
      attempt >= last_attempt,
      signal,
    ),
});
