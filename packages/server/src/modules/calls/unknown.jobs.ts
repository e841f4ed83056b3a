// Calls whose end nobody tells, by a callback that was lost: after a day nobody is on the line.
import { z } from 'zod';
import { type BaseCtx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { defineJob, systemCtx } from '../../platform/jobs/jobs.ts';
import { markUnknown } from './calls.queries.ts';

/** The carrier ends a call itself after this time. */
const LONGEST_CALL_MS = 24 * 3_600_000;

/** Shows as unknown what became of calls that began a day ago; a late callback still completes them. */
export const giveUpCalls = async (base: BaseCtx): Promise<void> =>
  inTx(base, async (base) => {
    const lost = await markUnknown(base, new Date(base.now().getTime() - LONGEST_CALL_MS));
    for (const { organization_id, id, contact_id } of lost)
      await emit(systemCtx(base, organization_id, 'end of a call is unknown'), 'call.changed', {
        contact_id,
        call_id: id,
      });
  });

export const giveUpCallsJob = defineJob({
  name: 'calls.give_up',
  payload: z.object({}),
  cron: '41 * * * *',
  run: async (base) => giveUpCalls(base),
});
