// The outbox at work: one job a message, queued with it.
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { defineJob, enqueue, systemCtx } from '../../platform/jobs/jobs.ts';
import { insertDelivery } from './delivery.queries.ts';
import { deliverMessage } from './delivery.service.ts';
import { lookUpMessage } from './lookup.service.ts';
import { reconcile } from './reconcile.service.ts';

const message = z.object({ organization_id: z.uuid(), message_id: z.uuid() });
// A fault of ours must not strand a message; the carrier's are counted elsewhere.
const MOST_ATTEMPTS = 50;

/** Hands a message to the carrier. */
export const deliver = defineJob({
  name: 'messaging.deliver',
  payload: message,
  run: async (base, { organization_id, message_id }) =>
    deliverMessage(systemCtx(base, organization_id, 'delivery'), message_id),
});

/** Asks the carrier for a message whose answer was lost. */
export const lookUp = defineJob({
  name: 'messaging.look_up',
  payload: message,
  run: async (base, { organization_id, message_id }) =>
    lookUpMessage(systemCtx(base, organization_id, 'delivery'), message_id),
});

/** Asks the carrier what became of messages that nothing was heard of any more. */
export const reconcileDaily = defineJob({
  name: 'messaging.reconcile',
  payload: z.object({ organization_id: z.uuid() }),
  run: async (base, { organization_id }) =>
    void (await reconcile(systemCtx(base, organization_id, 'delivery'))),
});

/** Puts a new message into the outbox, with the transaction of `ctx`. @param at when it may go out */
export const queueDelivery = async (
  ctx: Ctx,
  message_id: string,
  { at, request_hash }: { at: Date; request_hash: string | null },
): Promise<void> => {
  await insertDelivery(ctx, message_id, at, request_hash);
  await queueAttempt(ctx, message_id, at);
};

/** One job a message: a later time replaces the one that waits. */
export const queueAttempt = async (ctx: Ctx, message_id: string, at: Date): Promise<void> => {
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    deliver,
    { organization_id, message_id },
    { key: `deliver:${message_id}`, run_at: at, max_attempts: MOST_ATTEMPTS },
  );
};

export const queueLookUp = async (ctx: Ctx, message_id: string, at: Date): Promise<void> => {
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    lookUp,
    { organization_id, message_id },
    { key: `look_up:${message_id}`, run_at: at, max_attempts: MOST_ATTEMPTS },
  );
};

const DAY_MS = 86_400_000;

/** Once for each day on which something was sent, in the night after the next. */
export const queueReconcile = async (ctx: Ctx): Promise<void> => {
  const { organization_id } = ctx;
  const day = Math.floor(ctx.now().getTime() / DAY_MS);
  await enqueue(
    ctx,
    reconcileDaily,
    { organization_id },
    { key: `reconcile:${organization_id}:${day}`, run_at: new Date((day + 2) * DAY_MS) },
  );
};
