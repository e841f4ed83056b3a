// The inbox: everybody who was written with, what of it is unread, and who waits for an answer.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { z } from 'zod';
import { CONTACT_STATUSES } from './contacts.words.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { DIRECTIONS, MESSAGE_STATUSES } from './messaging.api.ts';
import { contactParams, done, time, uuid } from './shared.ts';

export const CONVERSATION_SHOWS = ['all', 'unread', 'needs_reply', 'needs_follow_up'] as const;
export type ConversationShow = (typeof CONVERSATION_SHOWS)[number];

/** Counts stop here: more is shown as "99+". */
export const MOST_COUNTED_UNREAD = 100;

export const conversation = z.object({
  contact: z.object({
    id: uuid,
    first_name: z.string(),
    last_name: z.string(),
    company: z.string().nullable(),
    avatar_url: z.string().nullable(),
    status: z.enum(CONTACT_STATUSES),
    /** The preferred one, else the first. */
    phone_number: z.string().nullable(),
    email: z.string().nullable(),
  }),
  last_contacted_at: time.nullable(),
  /** Null for whom nothing was written with yet. One that is scheduled counts once it goes out. */
  last_message: z
    .object({
      id: uuid,
      channel: z.enum(CHANNELS),
      direction: z.enum(DIRECTIONS),
      status: z.enum(MESSAGE_STATUSES),
      subject: z.string().nullable(),
      /** The beginning of the body in one line, at most 160 characters; empty for one of attachments only. */
      preview: z.string(),
      attachment_count: z.number().int(),
      created_at: time,
    })
    .nullable(),
  /** Inbound messages that the caller has not read, at most 100. */
  unread_count: z.number().int(),
  /** Also true, with a count of 0, for a conversation that the caller marked unread. */
  is_unread: z.boolean(),
  /** The last word is theirs. */
  needs_reply: z.boolean(),
  /** The last word is ours, and they have not answered for the days of the setting. */
  needs_follow_up: z.boolean(),
  /** When the last unanswered message was sent: theirs if we owe a reply, ours if a follow-up; else null. */
  waiting_since: time.nullable(),
  /** The caller has begun to write something. */
  has_draft: z.boolean(),
});
export type Conversation = z.output<typeof conversation>;

const read = { kind: 'person', permission: 'message:read' } as const;
const settings = z.object({
  /** Days without an answer after which somebody is to be asked again. */
  follow_up_days: z.number().int().min(1).max(365),
});

export const inboxApi = defineApi({
  listConversations: endpoint({
    method: 'GET',
    path: '/api/conversations',
    access: read,
    summary:
      'The contacts that the caller may see, last contacted first, with the last message, what is unread and who waits.',
    query: z.object({
      /** Part of a name, number, address or company. */
      search: z.string().trim().max(200).optional(),
      show: z.enum(CONVERSATION_SHOWS).default('all'),
      limit: z.coerce.number().int().min(1).max(100).default(30),
      /** The `next_cursor` of the page before. */
      cursor: z.string().max(100).optional(),
    }),
    response: z.object({
      conversations: z.array(conversation),
      /** For the next page; null at the end. */
      next_cursor: z.string().nullable(),
    }),
  }),
  getConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/{contact_id}',
    access: read,
    summary: 'One row of the inbox.',
    params: contactParams,
    response: conversation,
    contact_param: 'contact_id',
  }),
  countInbox: endpoint({
    method: 'GET',
    path: '/api/inbox/counts',
    access: read,
    summary:
      'How many conversations are unread, need a reply and need a follow-up; each at most 100.',
    response: z.object({
      unread: z.number().int(),
      needs_reply: z.number().int(),
      needs_follow_up: z.number().int(),
    }),
  }),
  markRead: endpoint({
    method: 'POST',
    path: '/api/conversations/{contact_id}/read',
    access: read,
    summary: 'The caller has read a conversation, up to a message or all of it.',
    params: contactParams,
    body: z.object({ message_id: uuid.optional() }),
    response: conversation,
    contact_param: 'contact_id',
  }),
  markUnread: endpoint({
    method: 'POST',
    path: '/api/conversations/{contact_id}/unread',
    access: read,
    summary:
      'Make a conversation unread again for the caller: from a message on, or by a mark without a count.',
    params: contactParams,
    body: z.object({ message_id: uuid.optional() }),
    response: conversation,
    contact_param: 'contact_id',
  }),
  markAllRead: endpoint({
    method: 'POST',
    path: '/api/inbox/read',
    access: read,
    summary: 'The caller has read everything.',
    response: done,
  }),
  dismissUnanswered: endpoint({
    method: 'POST',
    path: '/api/conversations/{contact_id}/dismiss',
    access: { kind: 'person', permission: 'message:send' },
    summary: 'Nothing needs to be answered here, for the whole team, until the next message.',
    params: contactParams,
    response: conversation,
    contact_param: 'contact_id',
  }),
  restoreUnanswered: endpoint({
    method: 'DELETE',
    path: '/api/conversations/{contact_id}/dismiss',
    access: { kind: 'person', permission: 'message:send' },
    summary: 'Take a dismissal back.',
    params: contactParams,
    response: conversation,
    contact_param: 'contact_id',
  }),
  getInboxSettings: endpoint({
    method: 'GET',
    path: '/api/settings/inbox',
    access: { kind: 'person', permission: 'settings:read' },
    summary: 'After how many days without an answer a conversation needs a follow-up.',
    response: settings,
  }),
  updateInboxSettings: endpoint({
    method: 'PUT',
    path: '/api/settings/inbox',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Change after how many days a follow-up is due.',
    body: settings,
    response: settings,
  }),
});
