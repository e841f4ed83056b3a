// The carrier's memory, brought in by a job.
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { defineJob, enqueue, systemCtx } from '../../platform/jobs/jobs.ts';
import { syncHistory } from './history.service.ts';

export const syncHistoryJob = defineJob({
  name: 'messaging.sync_history',
  payload: z.object({ organization_id: z.uuid(), since: z.coerce.date() }),
  run: async (base, { organization_id, since }) =>
    syncHistory(systemCtx(base, organization_id, 'history'), since),
});

const USUAL_DAYS = 90;

/** @param day ISO date from which on; 90 days ago unless given */
export const queueHistorySync = async (ctx: Ctx, day: string | undefined): Promise<void> => {
  const { organization_id } = ctx;
  const since = day
    ? new Date(`${day}T00:00:00Z`)
    : new Date(ctx.now().getTime() - USUAL_DAYS * 86_400_000);
  await enqueue(
    ctx,
    syncHistoryJob,
    { organization_id, since },
    { key: `history:${organization_id}` },
  );
};
