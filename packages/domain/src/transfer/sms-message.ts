// One <sms> or <mms> element of a backup -> messages of our history.
import { isAlphanumericSender, isShortCode } from '../contacts/phones.ts';
import {
  type HistoryAttachment,
  type HistoryContact,
  type HistoryRow,
  MAX_BODY,
  storable,
} from './rows.ts';
import { type SmsElement, peopleOf, present } from './sms-people.ts';
import { parseTextDate } from './text-dates.ts';
import type { XmlAttributes } from './xml-elements.ts';
import type { ZoneClock } from './zoned-time.ts';

export type SmsContext = {
  clock: ZoneClock;
  /** Digits of our own numbers. */
  own: string[];
  /** ISO 3166 alpha-2, to tell a short code from a short subscriber number. */
  country: string | null;
};

export type SmsOutcome = { rows: HistoryRow[] } | { skipped: string } | { rejected: string };

/** `m_type` of an announced MMS that was never downloaded, of a delivery and of a read report. */
const NO_MESSAGE: Record<string, string> = { 130: 'not_downloaded', 134: 'report', 136: 'report' };
/** `type` and `msg_box` of what the other side never got. */
const UNSENT: Record<string, string> = { 3: 'draft', 4: 'unsent', 5: 'unsent', 6: 'unsent' };

/** The message rows of one element, or why there are none. */
export function messagesOf(element: SmsElement, context: SmsContext): SmsOutcome {
  const { attributes, parts } = element;
  const box = attributes['msg_box'] ?? attributes['type'] ?? '';
  if (UNSENT[box] !== undefined) return { skipped: UNSENT[box] };
  if (box !== '1' && box !== '2') return { rejected: `The message has an unknown type "${box}".` };
  const direction = box === '1' ? 'inbound' : 'outbound';

  const body = bodyOf(element);
  const attachments = parts.flatMap(attachmentOf);
  if (body === null && attachments.length === 0) {
    return { skipped: NO_MESSAGE[attributes['m_type'] ?? ''] ?? 'empty' };
  }
  if (body !== null && body.length > MAX_BODY) {
    return { rejected: 'The text is longer than 100,000 characters.' };
  }
  const sent = sentAt(attributes, context.clock);
  if (sent === null) {
    const given = attributes['date'] ?? attributes['readable_date'] ?? '';
    return { rejected: `The date cannot be read: "${given.slice(0, 40)}".` };
  }

  const people = peopleOf(element, direction, context.own);
  if (people.counterparts.length === 0) {
    return {
      rejected:
        people.participants.length > 1
          ? 'The sender of this group message is not in the file.'
          : 'The message has no address.',
    };
  }
  const isGroup = people.participants.length > 1;
  const name = contactName(attributes);
  const id = present(attributes['m_id']);
  const subject = subjectOf(attributes);
  return {
    rows: people.counterparts.map((address) => ({
      line: element.line,
      contact: contactOf(address, isGroup ? undefined : name, context.country),
      direction,
      channel: 'sms' as const,
      body,
      ...(subject !== undefined && { subject }),
      sent_at: new Date(sent).toISOString(),
      ...(id !== undefined && {
        external_id: people.counterparts.length > 1 ? `${id}#${address}` : id,
      }),
      attachments,
      ...(isGroup && { group: { name: name ?? null, participants: people.participants } }),
    })),
  };
}

function contactName(attributes: XmlAttributes): string | undefined {
  const name = present(attributes['contact_name']);
  if (name === undefined || /^\(?unknown\)?$/i.test(name)) return undefined;
  return name === attributes['address'] ? undefined : name;
}

function subjectOf(attributes: XmlAttributes): string | undefined {
  const subject = present(attributes['subject'] ?? attributes['sub']);
  // RCS puts its transport data there.
  if (subject === undefined || /^(no ?subject|\(no subject\)|proto:.*)$/i.test(subject)) {
    return undefined;
  }
  return subject;
}

function bodyOf({ attributes, parts }: SmsElement): string | null {
  const texts = [attributes['body'], ...parts.filter(isText).map((part) => part['text'])];
  const said = texts.filter((text) => present(text) !== undefined);
  return said.length === 0 ? null : storable(said.join('\n'));
}

function isText(part: XmlAttributes): boolean {
  return mediaType(part) === 'text/plain' && present(part['text']) !== undefined;
}

function mediaType(part: XmlAttributes): string {
  return (present(part['ct']) ?? 'application/octet-stream').toLowerCase().split(';')[0]!.trim();
}

function attachmentOf(part: XmlAttributes): HistoryAttachment[] {
  const type = mediaType(part);
  const omitted = present(part['data']) === undefined;
  // The layout of the slides; and a text part without text.
  if (type === 'application/smil' || isText(part) || (type === 'text/plain' && omitted)) return [];
  const names = [part['cl'], part['name'], part['fn'], part['cid']?.replace(/^<|>$/g, '')];
  const name = names.map(present).find((one) => one !== undefined);
  return [{ name: name ?? null, content_type: type, omitted }];
}

/** Milliseconds: exports differ in the unit of `date`, and old ones hold text. */
function sentAt(attributes: XmlAttributes, clock: ZoneClock): number | null {
  for (const key of ['date', 'date_sent', 'readable_date']) {
    const text = present(attributes[key]);
    if (text === undefined) continue;
    const instant = /^\d+$/.test(text) ? fromEpoch(Number(text)) : parseTextDate(text, clock);
    if (instant !== null) return instant;
  }
  return null;
}

/** As milliseconds 10^11 is in 1973, as seconds in the year 5138; the year 9999 is the end. */
function fromEpoch(value: number): number | null {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  return milliseconds > 0 && milliseconds < 253_402_300_800_000 ? milliseconds : null;
}

/** Numbers stay as they are written; senders that are none are identified by their text. */
function contactOf(
  address: string,
  name: string | undefined,
  country: string | null,
): HistoryContact {
  const named = name === undefined ? {} : { name };
  if (address.includes('@')) return { ...named, email: address };
  if (isShortCode(address, country) || isAlphanumericSender(address)) {
    return { ...named, external_id: address, channel: 'sms' };
  }
  return { ...named, phone: address };
}
