// Second thoughts: a message that waits is called back.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import {
  type DeliveryState,
  lockDelivery,
  updateDelivery,
  updateMessage,
} from './delivery.queries.ts';
import { findMessage, type MessageRow } from './messages.queries.ts';
import { sendingErrors } from './sending.errors.ts';

/**
 * Calls back a message that waits.
 * @throws MESSAGE_NOT_FOUND, TOO_LATE when it has been handed over
 */
export const cancelMessage = async (ctx: Ctx, message_id: string): Promise<MessageRow> =>
  inTx(ctx, async (ctx) => {
    if (!(await findMessage(ctx, message_id))) throw sendingErrors.MESSAGE_NOT_FOUND();
    const delivery = await lockDelivery(ctx, message_id);
    if (!delivery) throw sendingErrors.MESSAGE_NOT_FOUND();
    if (delivery.state !== 'pending')
      throw sendingErrors.TOO_LATE({ state: STATE_WORDS[delivery.state] });
    await updateDelivery(ctx, message_id, { state: 'cancelled' });
    await updateMessage(ctx, message_id, { status: 'failed', error_code: 'cancelled' });
    const { contact_id } = delivery;
    await emit(ctx, 'messaging.message.status', { contact_id, message_id });
    return (await findMessage(ctx, message_id))!;
  });

const STATE_WORDS: Record<Exclude<DeliveryState, 'pending'>, string> = {
  sending: 'on its way',
  unknown: 'on its way',
  done: 'sent',
  failed: 'refused',
  cancelled: 'cancelled',
};
