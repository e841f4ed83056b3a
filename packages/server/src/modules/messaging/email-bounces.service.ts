// A mail of ours that came back: the message says so, and an address that is no good is not written to again.
import type { Bounce } from '@rapport/domain/messaging/email-bounces';
import { isAddressBad } from '@rapport/domain/messaging/email-bounces';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { markBounced } from './email.queries.ts';
import { suppress } from './suppressions.service.ts';

/** Takes in a report about a mail of ours. */
export const takeBounce = async (ctx: Ctx, message_id: string, bounce: Bounce): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const message = await markBounced(ctx, message_id, bounce);
    if (!message) return;
    const { contact_id, to_address: address } = message;
    if (isAddressBad(bounce))
      await suppress(ctx, { channel: 'email', address, reason: 'bounce', message_id }, null);
    await emit(ctx, 'messaging.message.status', { contact_id, message_id });
  });
