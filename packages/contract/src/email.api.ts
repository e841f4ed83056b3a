// What a message of the channel e-mail has beside others, and the mails that became no message.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { pageQuery, pageReply, time, uuid } from './shared.ts';

const params = z.object({ message_id: uuid });
const read = { kind: 'person', permission: 'message:read' } as const;

export const RECEIPT_OUTCOMES = ['message', 'bounce', 'automatic', 'loop', 'unreadable'] as const;

export const email = z.object({
  message_id: uuid,
  email_address_id: uuid.nullable(),
  /** Mails of one conversation have the same. */
  thread_id: uuid,
  /** Without brackets. */
  header_id: z.string(),
  in_reply_to: z.string().nullable(),
  from_name: z.string().nullable(),
  cc: z.array(z.string()),
  /** Whether it has a look of its own, at `/api/messages/{message_id}/html`. */
  has_html: z.boolean(),
  /** Whether pictures of other servers are left out of it unless asked for. */
  has_remote_pictures: z.boolean(),
  /** The mail before it, as it stood below the answer. */
  quoted: z.string().nullable(),
  /** `hard`: the address is no good; `soft`: it may work later. */
  bounce: z.enum(['hard', 'soft']).nullable(),
  /** The other mail host's words. */
  bounce_reason: z.string().nullable(),
  bounced_at: time.nullable(),
  /** The subject of an answer. */
  reply_subject: z.string(),
  /** Whether the mail as it came can be had, at `/api/messages/{message_id}/raw`. */
  has_raw: z.boolean(),
});
export type Email = z.output<typeof email>;

export const emailReceipt = z.object({
  id: uuid,
  from_address: z.string(),
  subject: z.string(),
  outcome: z.enum(RECEIPT_OUTCOMES),
  /** Why it became no message, for people. */
  reason: z.string().nullable(),
  message_id: uuid.nullable(),
  size: z.number().int(),
  received_at: time,
});
export type EmailReceipt = z.output<typeof emailReceipt>;

export const emailApi = defineApi({
  getEmail: endpoint({
    method: 'GET',
    path: '/api/messages/{message_id}/email',
    access: read,
    summary: 'What a mail has beside what every message has.',
    params,
    response: email,
  }),
  getEmailHtml: endpoint({
    method: 'GET',
    path: '/api/messages/{message_id}/html',
    access: read,
    summary:
      'The mail as its sender laid it out: made harmless, for a frame of its own; pictures of other servers only with `images=1`.',
    params,
    query: z.object({ images: z.enum(['0', '1']).default('0') }),
    response: z.unknown(),
    encoding: 'file',
  }),
  getEmailRaw: endpoint({
    method: 'GET',
    path: '/api/messages/{message_id}/raw',
    access: read,
    summary: 'The mail as it came, with all its headers (message/rfc822).',
    params,
    response: z.unknown(),
    encoding: 'file',
  }),
  listEmailReceipts: endpoint({
    method: 'GET',
    path: '/api/email-receipts',
    access: { kind: 'person', permission: 'settings:manage' },
    summary:
      'Every mail that came in and what became of it, the newest first; with `outcome`, such as those that programs sent.',
    query: z.object({ outcome: z.enum(RECEIPT_OUTCOMES).optional(), ...pageQuery }),
    response: z.object({ receipts: z.array(emailReceipt), ...pageReply }),
  }),
});
