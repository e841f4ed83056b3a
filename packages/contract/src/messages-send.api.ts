// Sending a message, now or later, and calling it back while it waits.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { message } from './messaging.api.ts';
import { uuid } from './shared.ts';

/** Carriers take no longer text message. */
export const MOST_SMS_CHARACTERS = 1600;
export const MOST_MEDIA = 10;

/** Which feature of ours composed a message; null when a person wrote it. */
export const AI_ORIGINS = ['assistant', 'suggestion', 'text_agent', 'plan', 'outreach'] as const;

const MOST_DELAY_SECONDS = 60;

export const sendMessageBody = z.object({
  contact_id: uuid,
  /** `sms` or `email`; the API's documentation writes them with a capital. */
  channel: z
    .string()
    .transform((name) => name.toLowerCase())
    .pipe(z.enum(CHANNELS)),
  /** May be empty only beside attachments. Markdown for e-mail. */
  body: z.string().max(100_000),
  /** SMS: which number of the organization sends it. */
  phone_number_id: uuid.nullish(),
  /** E-mail: which address of the organization sends it. */
  email_address_id: uuid.nullish(),
  /** E-mail. */
  subject: z.string().trim().max(998).nullish(),
  attachment_ids: z.array(uuid).max(50).nullish(),
  /** One of the contact's numbers; the preferred one unless given. */
  contact_phone_id: uuid.nullish(),
  /** One of the contact's addresses; the preferred one unless given. */
  contact_email_id: uuid.nullish(),
  /** E-mail: the message that this one answers, for the thread. */
  in_reply_to_message_id: uuid.nullish(),
  ai_origin: z.enum(AI_ORIGINS).nullish(),
  /** When to send it, at most a year ahead; at once unless given. */
  send_at: z.iso
    .datetime({ offset: true, error: 'must be a time such as 2027-02-28T09:00:00Z' })
    .nullish(),
  /** Holds it back for so long, so that it can be undone. */
  delay_seconds: z.number().int().min(0).max(MOST_DELAY_SECONDS).nullish(),
  /** Replaces curly quotes and the like, so that an SMS takes fewer parts. */
  smart_encoding: z.boolean().default(false),
});

const messageParams = z.object({ message_id: uuid });
const send = { kind: 'person', permission: 'message:send' } as const;

export const messagesSendApi = defineApi({
  sendMessage: endpoint({
    method: 'POST',
    path: '/api/messages/send',
    access: send,
    summary:
      'Send an SMS, MMS or e-mail to a contact, now or at `send_at`. With the header `Idempotency-Key`, the same request twice is one message.',
    body: sendMessageBody,
    response: message,
    status: 201,
    contact_param: 'contact_id',
  }),
  cancelMessage: endpoint({
    method: 'POST',
    path: '/api/messages/{message_id}/cancel',
    access: send,
    summary:
      'Call back a message that waits (scheduled, or within the time to undo); 409 when it is too late.',
    params: messageParams,
    response: message,
  }),
});
