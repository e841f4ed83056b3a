import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { sweepFiles } from './files-sweep.service.ts';
import { fetchMedia } from './media-fetch.service.ts';

export const fetchMediaJob = defineJob({
  name: 'messaging.media.fetch',
  payload: z.object({ organization_id: z.uuid(), attachment_id: z.uuid() }),
  run: async (base, { organization_id, attachment_id }, { attempt, last_attempt }) =>
    fetchMedia(
      systemCtx(base, organization_id, 'inbound media'),
      attachment_id,
      attempt >= last_attempt,
    ),
});

export const sweepFilesJob = defineJob({
  name: 'messaging.files.sweep',
  payload: z.object({}),
  cron: '23 * * * *',
  run: async (base, _payload, { signal }) => sweepFiles(base, signal),
});
