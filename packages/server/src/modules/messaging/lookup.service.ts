// Messages whose answer was lost: the carrier is asked whether it has them. They are never sent again.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import {
  type CarrierMessage,
  CarrierError,
  type Period,
} from '../../platform/telephony/telephony.ts';
import { queueLookUp } from './outbox.service.ts';
import { type DeliveryRow, findDelivery, updateDelivery } from './delivery.queries.ts';
import { settleAccepted } from './status.service.ts';
import { lockByExternalId } from './status.queries.ts';

/** After so long the carrier would have told; a person decides. */
const GIVE_UP_MS = 24 * 3_600_000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** The carrier's clock is not ours. */
const CLOCKS_DIFFER_MS = 60_000;

/** Looks once; when the carrier does not know the message (yet), it will be looked for again. */
export const lookUpMessage = async (ctx: Ctx, message_id: string): Promise<void> => {
  const delivery = await findDelivery(ctx, message_id);
  if (delivery?.state !== 'unknown' || !delivery.attempted_at) return;
  const found = await findAtCarrier(ctx, delivery, delivery.attempted_at);
  if (found) return settleAccepted(ctx, message_id, found);
  await inTx(ctx, async (ctx) => {
    const now = ctx.now().getTime();
    if (now - delivery.attempted_at!.getTime() > GIVE_UP_MS) return;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** delivery.lookups, LONGEST_PAUSE_MS);
    const next_attempt_at = new Date(now + pause);
    await updateDelivery(ctx, message_id, { lookups: delivery.lookups + 1, next_attempt_at });
    await queueLookUp(ctx, message_id, next_attempt_at);
  });
};

/** Same numbers, same words, about that time, and nobody else's. */
const findAtCarrier = async (
  ctx: Ctx,
  delivery: DeliveryRow,
  attempted_at: Date,
): Promise<CarrierMessage | null> => {
  const { from_address: from, to_address: to, body, provider } = delivery;
  const since = new Date(attempted_at.getTime() - CLOCKS_DIFFER_MS);
  const period: Period = { from, to, since };
  try {
    for await (const message of ctx.ports.telephony[provider!].listMessages(ctx, period)) {
      const isSame = message.direction === 'outbound' && saysSame(message.body, body ?? '');
      if (isSame && !(await lockByExternalId(ctx, provider!, message.external_id))) return message;
    }
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    ctx.ports.log.warn({ err: error }, 'A message could not be looked up at the carrier');
  }
  return null;
};

/** A trial account puts its own words before ours. */
const saysSame = (theirs: string, ours: string): boolean =>
  theirs === ours || theirs.endsWith(` - ${ours}`);
