// Mail on its way out: put together and handed over when it is its time.
import { buffer } from 'node:stream/consumers';
import { withToken } from '@rapport/domain/messaging/email-addresses';
import type { Ctx } from '../../platform/ctx.ts';
import type { Carried } from '../../platform/mail/carrier.ts';
import { composeMail } from '../../platform/mail/compose.ts';
import type { SendOutcome } from '../../platform/telephony/telephony.ts';
import { listMessageFiles } from './attachments.service.ts';
import { findOutgoingEmail } from './email.queries.ts';
import { carrierOf } from './email-server.service.ts';
import { unsubscribeUrlOf } from './email-unsubscribe.service.ts';
import { suppress } from './suppressions.service.ts';

/**
 * Hands a mail over. Its Message-ID was given when it was written, so however often it is handed over, it is
 * one mail. An address that the server does not know is not written to again.
 */
export const deliverEmail = async (ctx: Ctx, message_id: string): Promise<SendOutcome> => {
  const mail = await findOutgoingEmail(ctx, message_id);
  if (!mail) throw new Error(`message ${message_id} is no mail`);
  const files = await filesOf(ctx, message_id);
  // Where our own mail comes in, the address itself says what is answered, and what came back.
  const isOurs = mail.from_address.endsWith(`@${ctx.ports.mail.domain}`);
  const tagged = withToken(mail.from_address, mail.reply_token!);
  const raw = await composeMail({
    from: { name: mail.from_name, address: mail.from_address },
    to: mail.to_address,
    reply_to: tagged,
    subject: mail.subject ?? '',
    body: mail.body ?? '',
    header_id: mail.header_id,
    in_reply_to: mail.in_reply_to,
    references: mail.reference_ids,
    date: mail.created_at,
    unsubscribe_url: mail.offers_unsubscribe ? unsubscribeUrlOf(ctx, mail.reply_token!) : null,
    files,
  });
  const carrier = await carrierOf(ctx);
  const carried = await carrier.carry(ctx, {
    message_id,
    contact_id: mail.contact_id,
    sender: isOurs ? tagged : mail.from_address,
    recipient: mail.to_address,
    subject: mail.subject ?? '',
    body: mail.body ?? '',
    raw,
  });
  if (carried.outcome === 'failed' && carried.status?.startsWith('5.1.')) {
    const address = mail.to_address;
    await suppress(ctx, { channel: 'email', address, reason: 'bounce', message_id }, null);
  }
  return outcomeOf(carried, mail.header_id);
};

/** The same in the words of the outbox. */
const outcomeOf = (carried: Carried, header_id: string): SendOutcome => {
  const { response } = carried;
  switch (carried.outcome) {
    case 'sent':
      return { kind: 'accepted', external_id: header_id, status: 'sent' };
    case 'failed':
      return { kind: 'refused', code: `smtp_${carried.code}`, message: response };
    case 'unknown':
      return { kind: 'unknown', reason: response };
    case 'retry':
      return { kind: 'busy', reason: response, retry_after_seconds: null };
  }
};

const filesOf = async (ctx: Ctx, message_id: string) =>
  Promise.all(
    (await listMessageFiles(ctx, message_id))
      .filter(({ storage_key }) => storage_key !== '')
      .map(async ({ storage_key, file_name, content_type }) => ({
        file_name: file_name ?? 'file',
        content_type,
        content: await buffer(ctx.ports.storage.get(storage_key)),
      })),
  );
