// The outbox: hands each message over once. What is surely not taken is tried again, what may have been taken
// never; the carrier is asked instead (lookup.service.ts).
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import type { SendOutcome } from '../../platform/telephony/telephony.ts';
import { presignedMediaUrls } from './attachments.service.ts';
import { touchContacts } from '../contacts/resolve.service.ts';
import { queueAttempt, queueLookUp, queueReconcile } from './outbox.service.ts';
import * as queries from './delivery.queries.ts';
import { deliverEmail } from './email-delivery.service.ts';
import { holdBack, takeSlot } from './phone-numbers.queries.ts';
import { OPTED_OUT, settleAccepted } from './status.service.ts';
import { isSuppressed, suppress } from './suppressions.service.ts';

/** A carrier that is away for longer has lost its chance: the words would come too late. */
const GIVE_UP_MS = 24 * 3_600_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** The carrier's list knows a message a moment after it was taken. */
const FIRST_LOOK_MS = 3000;
/** A place in a queue counts as reached a moment before its time: clocks differ. */
const EARLY_MS = 50;

/** Hands a message over if it is its time; otherwise sees to it that it will be. */
export const deliverMessage = async (ctx: Ctx, message_id: string): Promise<void> => {
  const claimed = await inTx(ctx, async (ctx) => claim(ctx, message_id));
  if (!claimed) return;
  const outcome = await handOver(ctx, claimed);
  await inTx(ctx, async (ctx) => settle(ctx, claimed, outcome));
};

/** @returns the message when it is to be handed over now, marked as being so */
const claim = async (ctx: Ctx, message_id: string): Promise<queries.DeliveryRow | null> => {
  const delivery = await queries.lockDelivery(ctx, message_id);
  if (!delivery) return null;
  // Whoever was handing it over has died: it may have been taken.
  if (delivery.state === 'sending') await loseSight(ctx, delivery, 'cut short');
  if (delivery.state !== 'pending') return null;

  const now = ctx.now().getTime();
  if (delivery.next_attempt_at.getTime() > now + EARLY_MS) {
    await queueAttempt(ctx, message_id, delivery.next_attempt_at);
    return null;
  }
  const obstacle = await obstacleTo(ctx, delivery);
  if (obstacle) {
    await fail(ctx, delivery, obstacle, null);
    return null;
  }
  const slot_at = delivery.slot_at ?? (await placeOf(ctx, delivery));
  if (slot_at === 'gone') {
    await fail(ctx, delivery, 'number_released', null);
    return null;
  }
  if (slot_at && slot_at.getTime() > now + EARLY_MS) {
    await queries.updateDelivery(ctx, message_id, { slot_at, next_attempt_at: slot_at });
    await queueAttempt(ctx, message_id, slot_at);
    return null;
  }
  await queries.updateDelivery(ctx, message_id, {
    state: 'sending',
    attempts: delivery.attempts + 1,
    attempted_at: ctx.now(),
    slot_at: null,
  });
  await touchContacts(ctx, [{ contact_id: delivery.contact_id, at: ctx.now() }]);
  return { ...delivery, attempts: delivery.attempts + 1 };
};

/** What has come between since it was written: asked again, because it may have waited for months. */
const obstacleTo = async (ctx: Ctx, delivery: queries.DeliveryRow): Promise<string | null> => {
  if (delivery.contact_status === 'do_not_contact') return 'do_not_contact';
  const channel = delivery.channel === 'email' ? 'email' : 'sms';
  return (await isSuppressed(ctx, channel, delivery.to_address)) ? 'suppressed' : null;
};

/** Its place in the queue of its number; null where nothing is paced. */
const placeOf = async (
  ctx: Ctx,
  { channel, phone_number_id, segments }: queries.DeliveryRow,
): Promise<Date | null | 'gone'> => {
  if (channel !== 'sms') return null;
  if (!phone_number_id) return 'gone';
  return (await takeSlot(ctx, phone_number_id, Math.max(1, segments ?? 1))) ?? 'gone';
};

/** Where the channels part: e-mail goes its own way to the same outcomes. */
const handOver = async (ctx: Ctx, delivery: queries.DeliveryRow): Promise<SendOutcome> => {
  if (delivery.channel === 'email') return deliverEmail(ctx, delivery.message_id);
  return ctx.ports.telephony[delivery.provider!].send(ctx, {
    message_id: delivery.message_id,
    from: delivery.from_address,
    to: delivery.to_address,
    body: delivery.body ?? '',
    media_urls: await presignedMediaUrls(ctx, delivery.message_id),
  });
};

const settle = async (
  ctx: Ctx,
  delivery: queries.DeliveryRow,
  outcome: SendOutcome,
): Promise<void> => {
  switch (outcome.kind) {
    case 'accepted':
      await settleAccepted(ctx, delivery.message_id, outcome);
      return queueReconcile(ctx);
    case 'refused':
      return fail(ctx, delivery, outcome.code, outcome.message);
    case 'unknown':
      return loseSight(ctx, delivery, outcome.reason);
    case 'busy':
      return tryLater(ctx, delivery, outcome);
  }
};

const fail = async (
  ctx: Ctx,
  delivery: queries.DeliveryRow,
  error_code: string,
  error_message: string | null,
): Promise<void> => {
  const { message_id, contact_id, to_address } = delivery;
  await queries.updateDelivery(ctx, message_id, { state: 'failed', last_error: error_message });
  await queries.updateMessage(ctx, message_id, { status: 'failed', error_code, error_message });
  if (error_code === OPTED_OUT)
    await suppress(
      ctx,
      { channel: 'sms', address: to_address, reason: 'provider', message_id },
      contact_id,
    );
  await tell(ctx, delivery);
};

const loseSight = async (
  ctx: Ctx,
  delivery: queries.DeliveryRow,
  last_error: string,
): Promise<void> => {
  const { message_id } = delivery;
  // A callback may have been faster than the answer that never came.
  const current = await queries.lockDelivery(ctx, message_id);
  if (current?.state !== 'sending') return;
  const handed_over = current.attempted_at?.getTime() ?? 0;
  const next_attempt_at = new Date(Math.max(ctx.now().getTime(), handed_over + FIRST_LOOK_MS));
  await queries.updateDelivery(ctx, message_id, { state: 'unknown', last_error, next_attempt_at });
  await queries.updateMessage(ctx, message_id, { is_outcome_unknown: true });
  // No mail host can be asked: an answer or a report of failure tells, or nobody does.
  if (delivery.provider) await queueLookUp(ctx, message_id, next_attempt_at);
  await tell(ctx, delivery);
};

const tryLater = async (
  ctx: Ctx,
  delivery: queries.DeliveryRow,
  { reason, retry_after_seconds }: Extract<SendOutcome, { kind: 'busy' }>,
): Promise<void> => {
  const { message_id, attempts, phone_number_id } = delivery;
  const now = ctx.now().getTime();
  const since = (delivery.scheduled_at ?? delivery.queued_at).getTime();
  if (now - since > GIVE_UP_MS) return fail(ctx, delivery, 'unreachable', reason);
  const pause = Math.max(pauseAfter(attempts), (retry_after_seconds ?? 0) * 1000);
  const next_attempt_at = new Date(now + pause);
  await queries.updateDelivery(ctx, message_id, {
    state: 'pending',
    next_attempt_at,
    last_error: reason,
  });
  if (phone_number_id) await holdBack(ctx, phone_number_id, next_attempt_at);
  await queueAttempt(ctx, message_id, next_attempt_at);
};

/** Twice as long each time, with jitter, so that those who met a refusal together do not meet the next. */
const pauseAfter = (attempts: number): number => {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
};

const tell = async (
  ctx: Ctx,
  { message_id, contact_id }: { message_id: string; contact_id: string },
): Promise<void> => emit(ctx, 'messaging.message.status', { contact_id, message_id });
