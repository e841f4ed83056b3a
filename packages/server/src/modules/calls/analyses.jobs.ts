// Background work after a transcription: the digest of a call, and answers asked for again.
import { z } from 'zod';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { answerAgain, digestTranscription } from './analyses.service.ts';

const ofCall = z.object({ organization_id: z.string(), call_id: z.string() });

/** Summary note, analyses and proposed todos of a new transcription. */
export const digestCallJob = defineJob({
  name: 'calls.digest',
  payload: ofCall,
  run: async (base, { organization_id, call_id }) =>
    digestTranscription(systemCtx(base, organization_id, 'call transcribed'), call_id),
});

/** The questions asked once more; each answer has its id already, so that it is added once. */
export const answerAgainJob = defineJob({
  name: 'calls.answer_again',
  payload: ofCall.extend({
    runs: z.array(z.object({ id: z.string(), analyzer_id: z.string() })),
    requested_by: z.string().nullable(),
  }),
  run: async (base, { organization_id, ...asked }) =>
    answerAgain(systemCtx(base, organization_id, 'analyses asked for again'), asked),
});
