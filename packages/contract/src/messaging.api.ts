// Messages: what was said, on every channel.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { time, uuid } from './shared.ts';

export const MESSAGE_STATUSES = ['queued', 'sent', 'delivered', 'failed', 'received'] as const;
export const DIRECTIONS = ['inbound', 'outbound'] as const;

export const OPT_OUT_WORDS = ['stop', 'start', 'help', 'asks_to_stop'] as const;

export const messageAttachment = z.object({
  id: uuid,
  content_type: z.string(),
  file_name: z.string().nullable(),
  file_size: z.number().int().nullable(),
  /** Only its name is known: the history it came from held no file. */
  omitted: z.boolean(),
  /** `pending`: on its way to us; `failed`: it cannot be had, and `failure` says why. */
  status: z.enum(['pending', 'ready', 'failed']),
  failure: z.string().nullable(),
  /** Where a signed-in member gets it; null when there are no bytes (yet). */
  url: z.string().nullable(),
  /** A small WebP picture of it; null when it is no picture. */
  thumbnail_url: z.string().nullable(),
  /** Of a picture as it is shown, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type MessageAttachment = z.output<typeof messageAttachment>;

export const message = z.object({
  id: uuid,
  contact_id: uuid.nullable(),
  phone_number_id: uuid.nullable(),
  channel: z.enum(CHANNELS),
  direction: z.enum(DIRECTIONS),
  body: z.string().nullable(),
  from_address: z.string(),
  to_address: z.string(),
  status: z.enum(MESSAGE_STATUSES),
  source: z.string().nullable(),
  ai_origin: z.string().nullable(),
  subject: z.string().nullable(),
  /** The provider's own id, such as Twilio's SID. */
  external_id: z.string().nullable(),
  attachments: z.array(messageAttachment),
  /** Why it failed: the provider's code, or a word of ours such as `suppressed` or `cancelled`. */
  error_code: z.string().nullable(),
  /** The same for a person: what went wrong and what to do. */
  error_words: z.string().nullable(),
  /** It was handed to the provider and no answer came: it may or may not have been sent. */
  is_outcome_unknown: z.boolean(),
  /** How many SMS it takes; null on other channels and for messages of others. */
  segments: z.number().int().nullable(),
  /** When the contact read it, where the channel tells. */
  read_at: time.nullable(),
  /** When it is to be sent, for one that waits. */
  scheduled_at: time.nullable(),
  /** Whether it can still be cancelled: not handed to the provider yet. */
  is_cancellable: z.boolean(),
  sent_by_member_id: uuid.nullable(),
  /** What an inbound text says about being written to; `asks_to_stop` is for a person to judge. */
  opt_out: z.enum(OPT_OUT_WORDS).nullable(),
  /** The name that the organization gave to its number. */
  phone_line_label: z.string().nullable(),
  /** The number that received the message, as people write it. */
  receiver_number_display: z.string().nullable(),
  /** When it was said. */
  created_at: time,
});
export type Message = z.output<typeof message>;

export const messagingApi = defineApi({
  listMessages: endpoint({
    method: 'GET',
    path: '/api/messages',
    access: { kind: 'person', permission: 'message:read' },
    summary:
      'The messages of a contact in order of time: all of them, or with `limit` the newest ones, older ones by `before`.',
    query: z.object({
      contact_id: uuid,
      limit: z.coerce.number().int().min(1).max(1000).optional(),
      /** The `next_before` of the page that came before. */
      before: z.string().max(100).optional(),
    }),
    response: z.object({
      messages: z.array(message),
      total_count: z.number().int(),
      /** For the next older page; null at the beginning of the history. */
      next_before: z.string().nullable(),
    }),
    contact_param: 'contact_id',
  }),
  receiveMessage: endpoint({
    method: 'POST',
    path: '/contact-intel/messages',
    access: { kind: 'service' },
    summary:
      'Deliver one inbound message of a channel that a program serves. The same `external_id` twice is one message.',
    body: z.object({
      tenant_id: uuid,
      channel: z.enum(CHANNELS),
      /** Phone number, e-mail address or the channel's own id of the sender. */
      from: z.string().trim().min(1).max(254),
      to: z.string().trim().max(254).default(''),
      body: z.string().min(1).max(100_000),
      subject: z.string().max(998).optional(),
      external_id: z.string().trim().min(1).max(200),
      sent_at: z.iso.datetime({ offset: true }).optional(),
    }),
    response: z.object({ message_id: uuid, contact_id: uuid, created: z.boolean() }),
  }),
});
