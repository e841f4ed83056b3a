// Enrichment of many contacts, as it is done: ten at a time, whatever restarts in between.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { Refusal } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import * as queries from './bulk.queries.ts';
import { enrichFromMessages } from './enrichment.service.ts';

const AT_ONCE = 10;
/** A contact that another batch is reading is asked for again this soon. */
const BUSY_MS = 200;

/**
 * Reads the contacts of a batch that are left. One that fails does not stop the others.
 * @throws when the process is to end; whoever takes over goes on with the rest
 */
export const runBatch = async (ctx: Ctx, batch_id: string, signal: AbortSignal): Promise<void> => {
  const batch = await queries.findBatch(ctx, batch_id);
  if (!batch) return;
  await queries.resetRunning(ctx, batch_id);
  const work = async () => {
    for (;;) {
      signal.throwIfAborted();
      const claimed = await claim(ctx, batch_id);
      if (claimed === 'none') return;
      if (claimed === 'busy') await sleep(BUSY_MS);
      else await readOne(ctx, batch_id, claimed.contact_id, batch.requested_by, signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

const UNIQUE_VIOLATION = '23505';

/** Another batch that claims the same contact at the same moment wins or waits. */
const claim = async (ctx: Ctx, batch_id: string) =>
  queries.claimItem(ctx, batch_id).catch((error: { code?: string }) => {
    if (error.code === UNIQUE_VIOLATION) return 'busy' as const;
    throw error;
  });

const readOne = async (
  ctx: Ctx,
  batch_id: string,
  contact_id: string,
  requested_by: string | null,
  signal: AbortSignal,
): Promise<void> => {
  const finish = async (ctx: Ctx, reason: string | null) => {
    const progress = await queries.finishItem(ctx, batch_id, contact_id, reason);
    if (!progress) throw new TakenOver();
    await emit(ctx, 'contact.enrich.progress', {
      batch_id,
      contact_id,
      succeeded: reason === null,
      ...progress,
    });
  };
  try {
    // Written in the transaction of the run: a crash leaves both or neither.
    await enrichFromMessages(ctx, contact_id, {
      requested_by,
      alongside: async (ctx) => finish(ctx, null),
    }).catch(async (error: unknown) => {
      // Whoever takes over reads it again; the end of this process is no fault of the contact.
      if (error instanceof TakenOver || signal.aborted) throw error;
      if (!(error instanceof Refusal)) ctx.ports.log.error({ err: error }, 'An enrichment failed.');
      await inTx(ctx, async (ctx) => finish(ctx, reasonOf(error)));
    });
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error;
  }
};

/** We were taken for dead, and somebody else has read the contact: ours is not written. */
class TakenOver extends Error {}

const reasonOf = (error: unknown): string =>
  error instanceof Refusal
    ? error.message
    : 'Something went wrong on our side; nothing was changed.';
