// Enrichment of many contacts, as it is asked for: a batch, and how far it is.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { requireVisibleContacts } from '../contacts/contacts.service.ts';
import { bulkEnrichJob } from './bulk.jobs.ts';
import * as queries from './bulk.queries.ts';
import { enrichmentErrors } from './enrichment.errors.ts';

const LOOK_MS = 100;

/**
 * Begins a batch, or finds the one with this id.
 * @throws CONTACT_NOT_FOUND unless every contact is one that the caller sees
 */
export const startBatch = async (
  ctx: Ctx,
  { batch_id, contact_ids }: { batch_id: string; contact_ids: string[] },
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const ids = [...new Set(contact_ids)];
    await requireVisibleContacts(ctx, ids);
    const requested_by = memberIdOf(ctx);
    if (!(await queries.insertBatch(ctx, { id: batch_id, contact_ids: ids, requested_by }))) return;
    const { organization_id } = ctx;
    await enqueue(ctx, bulkEnrichJob, { organization_id, batch_id }, { key: `bulk ${batch_id}` });
  });

/** How far a batch is. @throws BATCH_NOT_FOUND */
export const getBatch = async (ctx: Ctx, batch_id: string) => {
  const batch = await queries.findBatch(ctx, batch_id);
  if (!batch) throw enrichmentErrors.BATCH_NOT_FOUND();
  const failures = await queries.listFailures(ctx, batch_id);
  return {
    batch_id,
    total: batch.total,
    completed: batch.completed,
    succeeded: batch.completed - failures.length,
    failed: failures.length,
    failed_ids: failures.map(({ contact_id }) => contact_id),
    failures: failures.map(({ contact_id, reason }) => ({ contact_id, reason: reason ?? '' })),
    created_at: batch.created_at,
    finished_at: batch.finished_at,
  };
};

/** Waits until a batch is done, or nobody listens any more. */
export const awaitBatch = async (ctx: Ctx, batch_id: string, isWaiting: () => boolean) => {
  for (;;) {
    const batch = await getBatch(ctx, batch_id);
    if (batch.finished_at || !isWaiting()) return batch;
    await sleep(LOOK_MS);
  }
};
