// Search over everything that was said, with everybody.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { DIRECTIONS } from './messaging.api.ts';
import { list, time, uuid } from './shared.ts';

/** A part of a text, in UTF-16 units: what `text.slice(start, end)` gives. */
const highlight = z.object({ start: z.number().int(), end: z.number().int() });

export const messageHit = z.object({
  message_id: uuid,
  contact: z.object({ id: uuid, first_name: z.string(), last_name: z.string() }),
  channel: z.enum(CHANNELS),
  direction: z.enum(DIRECTIONS),
  subject: z.string().nullable(),
  subject_highlights: z.array(highlight),
  /** The message, or the part of a long one around what was found. */
  snippet: z.string(),
  snippet_highlights: z.array(highlight),
  created_at: time,
});
export type MessageHit = z.output<typeof messageHit>;

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a date such as 2026-03-01, or a date with time and zone',
});

export const messageSearchApi = defineApi({
  searchMessages: endpoint({
    method: 'GET',
    path: '/api/messages/search',
    access: { kind: 'person', permission: 'message:read' },
    summary:
      'Find messages by words and beginnings of words, all of which must be in the message or its subject; in scripts without spaces by any characters. The newest first.',
    query: z.object({
      q: z.string().trim().min(1).max(200),
      contact_id: uuid.optional(),
      channel: list(z.enum(CHANNELS)),
      direction: z.enum(DIRECTIONS).optional(),
      /** From that moment on; a date begins at midnight in the organization's time zone. */
      from: moment.optional(),
      /** Before that moment; a date is included. */
      to: moment.optional(),
      /** The `next_cursor` of the page before. */
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    response: z.object({
      messages: z.array(messageHit),
      /** For the next page; null at the end. */
      next_cursor: z.string().nullable(),
    }),
    contact_param: 'contact_id',
  }),
});
