// The simulated network as people use it: a phone that writes to us, and what it has on its screen.
import type { MessageStatus } from '@rapport/domain/messaging/status';
import type { Ctx } from '../../platform/ctx.ts';
import { findSimulatedLine } from '../../platform/telephony/simulated-account.ts';
import { type SimulatedText, textFromPhone } from '../../platform/telephony/simulated-phone.ts';
import { listSimulatedMessages } from '../../platform/telephony/simulator.ts';
import { claimPendingAttachments } from './attachments.service.ts';
import { findReceived } from './inbound.queries.ts';
import { findPhoneNumber, listPhoneNumbers } from './phone-numbers.queries.ts';
import { sendingErrors } from './sending.errors.ts';

type FromPhone = SimulatedText & {
  phone_number_id?: string | undefined;
  /** Uploads that go along. */
  attachment_ids: string[];
};

/** For so long the simulated carrier keeps the pictures of a phone, in seconds. */
const KEPT_SECONDS = 3600;

/**
 * Writes to one of our simulated numbers, through the carrier's webhook.
 * @throws PHONE_NUMBER_NOT_FOUND, NO_SIMULATED_NUMBER also for a number that a real carrier serves,
 *   ATTACHMENT_NOT_PENDING
 */
export const simulateInbound = async (
  ctx: Ctx,
  { phone_number_id, attachment_ids, ...text }: FromPhone,
) => {
  const number = phone_number_id
    ? await findPhoneNumber(ctx, phone_number_id)
    : (await listPhoneNumbers(ctx)).find(({ provider }) => provider === 'simulator');
  if (!number && phone_number_id) throw sendingErrors.PHONE_NUMBER_NOT_FOUND();
  const line = number && (await findSimulatedLine(ctx, number.phone_number));
  if (!line) throw sendingErrors.NO_SIMULATED_NUMBER();
  const files = await claimPendingAttachments(ctx, attachment_ids);
  const pictures = files.map((file) => ctx.ports.file_links.urlOf(file, ctx.now(), KEPT_SECONDS));
  const media_urls = [...text.media_urls, ...pictures];
  const message_sid = await textFromPhone(ctx, line, { ...text, media_urls });
  const { id, contact_id } = (await findReceived(ctx, line.provider, message_sid))!;
  return { message_sid, message_id: id, contact_id };
};

/** What one simulated phone, or all of them, sent and received. */
export const listSimulated = async (ctx: Ctx, phone: string | undefined) =>
  (await listSimulatedMessages(ctx, phone)).map((row) => ({
    id: row.id,
    sid: row.sid,
    from: row.from_number,
    to: row.to_number,
    body: row.body,
    media_urls: row.media_urls,
    status: row.status as MessageStatus,
    created_at: row.created_at,
  }));
