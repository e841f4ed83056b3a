// The outbox: what is to be sent, asked for or found out, each as one job, queued with what causes it.
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { insertDelivery } from './delivery.queries.ts';

const message = z.object({ organization_id: z.uuid(), message_id: z.uuid() });
export const DELIVER = { name: 'messaging.deliver', payload: message };
export const LOOK_UP = { name: 'messaging.look_up', payload: message };
export const RECONCILE = {
  name: 'messaging.reconcile',
  payload: z.object({ organization_id: z.uuid() }),
};

// A fault of ours must not strand a message; the carrier's are counted elsewhere.
const MOST_ATTEMPTS = 50;

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
    DELIVER,
    { organization_id, message_id },
    { key: `deliver:${message_id}`, run_at: at, max_attempts: MOST_ATTEMPTS },
  );
};

export const queueLookUp = async (ctx: Ctx, message_id: string, at: Date): Promise<void> => {
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    LOOK_UP,
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
    RECONCILE,
    { organization_id },
    { key: `reconcile:${organization_id}:${day}`, run_at: new Date((day + 2) * DAY_MS) },
  );
};
