import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { readCall, readMessages } from './automatic-run.service.ts';

export const enrichCallJob = defineJob({
  name: 'enrichment.call',
  payload: z.object({ organization_id: z.uuid(), call_id: z.uuid() }),
  run: async (base, { organization_id, call_id }) =>
    readCall(systemCtx(base, organization_id, 'enrichment'), call_id),
});

export const enrichMessagesJob = defineJob({
  name: 'enrichment.messages',
  payload: z.object({ organization_id: z.uuid(), contact_id: z.uuid() }),
  run: async (base, { organization_id, contact_id }) =>
    readMessages(systemCtx(base, organization_id, 'enrichment'), contact_id),
});
