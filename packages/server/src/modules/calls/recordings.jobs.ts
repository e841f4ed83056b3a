// Brings a recording here from the provider, which keeps it for a while only.
import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { fetchRecording } from './recordings.service.ts';

export const fetchRecordingJob = defineJob({
  name: 'calls.recording',
  payload: z.object({
    organization_id: z.string(),
    call_id: z.string(),
    recording_sid: z.string(),
  }),
  run: async (base, { organization_id, call_id, recording_sid }, { attempt, last_attempt }) =>
    fetchRecording(
      systemCtx(base, organization_id, 'recording ready'),
      { call_id, recording_sid },
      attempt >= last_attempt,
    ),
});
