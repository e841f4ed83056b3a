// A mail that the product writes for people: what a todo sends once it is approved.
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import type { ContactMail } from '../../platform/ports.ts';
import { queueDelivery } from './outbox.service.ts';
import { senderOf } from './email-addresses.service.ts';
import { prepareEmail, recordEmail } from './email-send.service.ts';
import { insertOutgoing } from './send.queries.ts';

/**
 * Writes a mail to a contact into the outbox, from the organization's first address.
 * @throws CONTACT_HAS_NO_EMAIL, SUPPRESSED
 */
export const mailContact = async (
  ctx: Ctx,
  { contact_id, subject, body }: ContactMail,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const id = newId();
    const request = { contact_id, subject, body, attachment_ids: [] };
    const sender = await senderOf(ctx, null);
    const { email, ...prepared } = await prepareEmail(ctx, request, sender);
    await insertOutgoing(ctx, {
      ...prepared,
      id,
      contact_id,
      channel: 'email',
      ai_origin: null,
      sent_by_member_id: memberIdOf(ctx),
      dedup_key: `send:${id}`,
      scheduled_at: null,
      created_at: ctx.now(),
    });
    await recordEmail(ctx, id, email);
    await queueDelivery(ctx, id, { at: ctx.now(), request_hash: null });
    await emit(ctx, 'messaging.message.new', { contact_id, message_id: id });
  });
