// JSON Lines: our own exchange format, one message per line.
//
//   {"contact":{"phone":"+4917012345","name":"Anna"},"direction":"inbound","channel":"sms",
//    "body":"Hi","sent_at":"2023-07-04T17:06:07+02:00","subject":"...","id":"..."}
import { CHANNELS, type Channel } from '../messaging/channels.ts';
import { isoTime } from './iso-time.ts';
import { lineReader } from './lines.ts';
import {
  type HistoryContact,
  type HistoryParser,
  type HistoryRow,
  MAX_BODY,
  type Rejection,
  storable,
} from './rows.ts';
import { type ZoneClock, zoneClock } from './zoned-time.ts';

export type JsonLinesOptions = {
  /** IANA zone of times without an offset; `UTC` unless given. */
  zone?: string;
};

/** UTF-16 units of a line; a longer one is rejected without being held. */
const MAX_LINE = 1_000_000;

const MAX_LENGTHS = { name: 200, phone: 60, email: 320, external_id: 200, subject: 1000, id: 200 };

/**
 * Parser of one JSON Lines file. Each line is valid or rejected with the field that is wrong.
 * @throws RangeError when the zone is unknown
 */
export function jsonLinesParser(options: JsonLinesOptions = {}): HistoryParser {
  const clock = zoneClock(options.zone ?? 'UTC');
  let rows: HistoryRow[] = [];
  let rejections: Rejection[] = [];

  const reader = lineReader(MAX_LINE, (text, line, cut) => {
    if (text.trim() === '') return;
    const row = cut ? 'The line is longer than 1 MB.' : rowOf(text, line, clock);
    if (typeof row === 'string') rejections.push({ line, reason: row });
    else rows.push(row);
  });

  function taken() {
    const chunk = { rows, rejections };
    rows = [];
    rejections = [];
    return chunk;
  }

  return {
    push(chunk) {
      reader.push(chunk);
      return taken();
    },
    end() {
      reader.end();
      return { ...taken(), summary: { skipped: {} } };
    },
  };
}

/** A problem ends the reading of a line; caught in `rowOf` alone. */
class Problem extends Error {}

function rowOf(text: string, line: number, clock: ZoneClock): HistoryRow | string {
  try {
    return validated(parsed(text), line, clock);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

type Fields = Record<string, unknown>;

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('The line is not valid JSON.');
  }
  if (Array.isArray(value)) throw new Problem('The line is a list: write one object per line.');
  if (typeof value !== 'object' || value === null) throw new Problem('The line is not an object.');
  return value as Fields;
}

function validated(fields: Fields, line: number, clock: ZoneClock): HistoryRow {
  const direction = oneOf(fields['direction'], 'direction', ['inbound', 'outbound'] as const);
  const channel = oneOf(fields['channel'], 'channel', CHANNELS);
  const subject = optionalText(fields['subject'], 'subject', MAX_LENGTHS.subject);
  const id = optionalText(fields['id'], 'id', MAX_LENGTHS.id);
  return {
    line,
    contact: contactOf(fields['contact'], channel),
    direction,
    channel,
    body: bodyOf(fields['body']),
    ...(subject !== undefined && { subject }),
    sent_at: sentAt(fields['sent_at'], clock),
    ...(id !== undefined && { external_id: id }),
    attachments: [],
  };
}

function contactOf(value: unknown, rowChannel: Channel): HistoryContact {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(`contact ${value === undefined ? 'is missing' : 'is not an object'}.`);
  }
  const fields = value as Fields;
  const text = (key: 'name' | 'phone' | 'email' | 'external_id') =>
    optionalText(fields[key], `contact.${key}`, MAX_LENGTHS[key]);
  const name = text('name');
  const phone = text('phone');
  const email = text('email');
  const external_id = text('external_id');
  if (phone === undefined && email === undefined && external_id === undefined) {
    throw new Problem('The contact has no phone, e-mail or external id.');
  }
  if (phone !== undefined && !/\d/.test(phone))
    throw wrong('contact.phone', 'a phone number', phone);
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw wrong('contact.email', 'an e-mail address', email);
  }
  const channel =
    fields['channel'] === undefined || fields['channel'] === null
      ? rowChannel
      : oneOf(fields['channel'], 'contact.channel', CHANNELS);
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(external_id !== undefined && { external_id, channel }),
  };
}

function bodyOf(value: unknown): string {
  if (value === undefined || value === null) throw new Problem('body is missing.');
  if (typeof value !== 'string') throw wrong('body', 'text', value);
  const body = storable(value);
  if (body.trim() === '') throw new Problem('body is empty.');
  if (body.length > MAX_BODY) throw new Problem('body is longer than 100,000 characters.');
  return body;
}

function sentAt(value: unknown, clock: ZoneClock): string {
  if (value === undefined || value === null) throw new Problem('sent_at is missing.');
  const instant = typeof value === 'string' ? isoTime(value.trim(), clock) : null;
  if (instant === null) throw wrong('sent_at', 'a date', value);
  return new Date(instant).toISOString();
}

function oneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
  if (value === undefined || value === null) throw new Problem(`${field} is missing.`);
  if (allowed.includes(value as T)) return value as T;
  throw wrong(field, `one of ${allowed.join(', ')}`, value);
}

/** Trimmed; null, absent and blank are the same. */
function optionalText(value: unknown, field: string, limit: number): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrong(field, 'text', value);
  const text = storable(value).trim();
  if (text.length > limit) throw new Problem(`${field} is longer than ${limit} characters.`);
  return text === '' ? undefined : text;
}

function wrong(field: string, expected: string, value: unknown): Problem {
  const shown = JSON.stringify(value) ?? 'undefined';
  const clipped = shown.length > 60 ? `${shown.slice(0, 60)}...` : shown;
  return new Problem(`${field} is not ${expected}: ${storable(clipped)}`);
}
