// A found message as the API shows it: the part that says why it was found, and where.
import type { messageHit } from '@rapport/contract/message-search.api';
import { type Highlight, highlightsOf, type Term } from '@rapport/domain/messaging/search-words';
import type { z } from 'zod';
import type { HitRow } from './message-search.queries.ts';

const SNIPPET_LENGTH = 240;
/** What is shown before the first word that was found. */
const LEAD = 60;
/** As much of a message is in the index. */
const SEARCHED_LENGTH = 20_000;

export const presentHit = (row: HitRow, terms: Term[]): z.input<typeof messageHit> => {
  const body = (row.body ?? '').slice(0, SEARCHED_LENGTH);
  const found = highlightsOf(body, terms);
  const { start, end } = windowOf(body, found[0]?.start ?? 0);
  return {
    message_id: row.id,
    contact: { id: row.contact_id, first_name: row.first_name, last_name: row.last_name },
    channel: row.channel as 'sms',
    direction: row.direction as 'inbound',
    subject: row.subject,
    subject_highlights: highlightsOf(row.subject ?? '', terms),
    snippet: body.slice(start, end),
    snippet_highlights: found
      .filter((one) => one.end <= end)
      .map((one): Highlight => ({ start: one.start - start, end: one.end - start })),
    created_at: row.created_at,
  };
};

/** The part of a text around a place, cut between words where there are any. */
const windowOf = (text: string, place: number): Highlight => {
  if (text.length <= SNIPPET_LENGTH) return { start: 0, end: text.length };
  const earliest = Math.min(Math.max(0, place - LEAD), text.length - SNIPPET_LENGTH);
  const space = earliest === 0 ? -1 : text.slice(earliest, place).search(/\s/);
  const start = notInside(text, space < 0 ? earliest : earliest + space + 1);
  return { start, end: notInside(text, Math.min(text.length, start + SNIPPET_LENGTH)) };
};

/** A place that does not cut a surrogate pair in two. */
const notInside = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
