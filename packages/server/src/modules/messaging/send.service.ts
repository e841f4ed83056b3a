// Sending: a message is checked and written down with its place in the outbox; the carrier comes after the commit.
import { createHash } from 'node:crypto';
import type { sendMessageBody } from '@rapport/contract/messages-send.api';
import type { z } from 'zod';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import { claimPendingAttachments, linkAttachments, requireCarried } from './attachments.service.ts';
import { queueDelivery } from './outbox.service.ts';
import { clearDraft } from './drafts.service.ts';
import type { NewEmail } from './email.queries.ts';
import { prepareEmail, recordEmail } from './email-send.service.ts';
import { findMessage, type MessageRow } from './messages.queries.ts';
import { findByKey, insertOutgoing } from './send.queries.ts';
import { prepareSms } from './send-sms.service.ts';
import { sendingErrors } from './sending.errors.ts';

export type SendRequest = Omit<z.output<typeof sendMessageBody>, 'attachment_ids'> & {
  attachment_ids: string[];
};

/** What a channel makes of a request: from whom to whom, and in which words. */
export type PreparedMessage = {
  phone_number_id: string | null;
  provider: string | null;
  from_address: string;
  to_address: string;
  body: string;
  subject: string | null;
  segments: number | null;
  /** What only a mail has. */
  email?: NewEmail;
};

const YEAR_MS = 366 * 86_400_000;

/**
 * Writes a message to a contact into the outbox.
 * @param key the caller's Idempotency-Key: the same request under it is the same message
 * @throws CONTACT_NOT_FOUND, DO_NOT_CONTACT, CHANNEL_NOT_SUPPORTED, IDEMPOTENCY_KEY_REUSED, and what the
 *   channel and its files refuse
 */
export const sendMessage = async (
  ctx: Ctx,
  given: z.output<typeof sendMessageBody>,
  key: string | null,
): Promise<MessageRow> => {
  const request = { ...given, attachment_ids: [...new Set(given.attachment_ids ?? [])] };
  const id = newId();
  const dedup_key = key === null ? `send:${id}` : `send:${memberIdOf(ctx) ?? 'program'}:${key}`;
  const request_hash = key === null ? null : fingerprintOf(given);
  return inTx(ctx, async (ctx) => {
    const known = key === null ? undefined : await findByKey(ctx, dedup_key);
    if (known) return repeated(ctx, known, request_hash);

    const times = timesOf(ctx, request);
    await holdContact(ctx, request.contact_id);
    const { status } = await getContact(ctx, request.contact_id);
    if (status === 'do_not_contact') throw sendingErrors.DO_NOT_CONTACT();
    const { email, ...prepared } = await prepare(ctx, request);
    const isNew = await insertOutgoing(ctx, {
      ...prepared,
      id,
      contact_id: request.contact_id,
      channel: request.channel as 'sms' | 'email',
      ai_origin: request.ai_origin ?? null,
      sent_by_member_id: memberIdOf(ctx),
      dedup_key,
      scheduled_at: times.scheduled_at,
      created_at: times.scheduled_at ?? ctx.now(),
    });
    // The same request at the same moment: the other one is in.
    if (!isNew) return repeated(ctx, (await findByKey(ctx, dedup_key))!, request_hash);

    if (email) await recordEmail(ctx, id, email);
    const files = await claimPendingAttachments(ctx, request.attachment_ids);
    requireCarried(request.channel as 'sms' | 'email', files);
    await linkAttachments(ctx, id, request.attachment_ids);
    await queueDelivery(ctx, id, { at: times.send_at, request_hash });
    await clearDraft(ctx, request.contact_id, request.channel as 'sms' | 'email');
    await emit(ctx, 'messaging.message.new', { contact_id: request.contact_id, message_id: id });
    return (await findMessage(ctx, id))!;
  });
};

/** Where the channels part. */
const prepare = async (ctx: Ctx, request: SendRequest): Promise<PreparedMessage> => {
  switch (request.channel) {
    case 'sms':
      return prepareSms(ctx, request);
    case 'email':
      return prepareEmail(ctx, request);
    default:
      throw sendingErrors.CHANNEL_NOT_SUPPORTED({ channel: request.channel });
  }
};

const repeated = async (
  ctx: Ctx,
  known: { id: string; request_hash: string | null },
  request_hash: string | null,
): Promise<MessageRow> => {
  if (known.request_hash !== request_hash) throw sendingErrors.IDEMPOTENCY_KEY_REUSED();
  const message = await findMessage(ctx, known.id);
  if (!message) throw sendingErrors.MESSAGE_NOT_FOUND();
  return message;
};

const fingerprintOf = (request: object): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(request).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');

/** @throws INVALID_INPUT for a time that is over or too far ahead */
const timesOf = (ctx: Ctx, { send_at, delay_seconds }: SendRequest) => {
  const now = ctx.now().getTime();
  if (!send_at) return { send_at: new Date(now + (delay_seconds ?? 0) * 1000), scheduled_at: null };
  const at = new Date(send_at);
  if (at.getTime() <= now)
    throw invalidInput([{ field: 'send_at', message: 'must be in the future' }]);
  if (at.getTime() > now + YEAR_MS)
    throw invalidInput([{ field: 'send_at', message: 'must be within a year' }]);
  return { send_at: at, scheduled_at: at };
};

/** A text that we send by ourselves, such as the answer to HELP: nobody of ours wrote it. */
export const sendAutomatic = async (
  ctx: Ctx,
  contact_id: string,
  message: PreparedMessage,
): Promise<void> => {
  const id = newId();
  await insertOutgoing(ctx, {
    ...message,
    id,
    contact_id,
    channel: 'sms',
    ai_origin: null,
    sent_by_member_id: null,
    dedup_key: `send:${id}`,
    scheduled_at: null,
    created_at: ctx.now(),
  });
  await queueDelivery(ctx, id, { at: ctx.now(), request_hash: null });
  await emit(ctx, 'messaging.message.new', { contact_id, message_id: id });
};
