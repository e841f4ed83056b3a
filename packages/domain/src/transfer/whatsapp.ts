// WhatsApp chat exports (.txt) -> messages. Two passes: `scanWhatsApp`, then `whatsAppParser`.
//
// A group message belongs to its sender; one of ours to a group is given to each participant who
// wrote in it, as SMS groups do, but only in groups of at most 20 others.
import {
  type HistoryContact,
  type HistoryParser,
  type HistoryRow,
  MAX_BODY,
  type Rejection,
  count,
} from './rows.ts';
import { contentOf, isNotice } from './whatsapp-content.ts';
import type { Header } from './whatsapp-header.ts';
import { type RawMessage, messageReader, splitSender } from './whatsapp-lines.ts';
import { type WhatsAppPeopleOptions, whatsAppPeople } from './whatsapp-people.ts';
import type { WhatsAppDateOrder, WhatsAppScan } from './whatsapp-scan.ts';
import type { DateOrder } from './text-dates.ts';
import { type LocalTime, zoneClock } from './zoned-time.ts';

export type WhatsAppOptions = WhatsAppPeopleOptions & {
  /** Phone of the contact of a chat between two, where the export has only a name. */
  contact_phone?: string;
  /** IANA zone of the phone that exported; `UTC` unless given. */
  zone?: string;
  /** Forces the reading of 03/04/2023; else the scan decides. */
  date_order?: DateOrder;
};

/** In larger groups our messages are no messages to each single contact. */
const MAX_FAN_OUT = 20;

/**
 * Parser for the second pass. When nobody can tell who we are, it gives no rows and a summary with
 * `needs: 'own_name'` and the participants to choose from.
 *
 * A contact known by name alone gets it as `external_id` on `whatsapp`, so that importing again
 * finds the same contact.
 * @param scan result of the first pass over the same file
 * @throws RangeError when the zone is unknown
 */
export function whatsAppParser(scan: WhatsAppScan, options: WhatsAppOptions = {}): HistoryParser {
  const people = whatsAppPeople(scan, options);
  if ('needs' in people && scan.participants.length > 0) {
    const participants = scan.participants.map(({ name }) => name);
    const nothing = { rows: [], rejections: [] };
    return {
      push: () => nothing,
      end: () => ({ ...nothing, summary: { skipped: {}, needs: people.needs, participants } }),
    };
  }
  const { ours, others, group } =
    'needs' in people ? { ours: new Set<string>(), others: [], group: null } : people;
  const clock = zoneClock(options.zone ?? 'UTC');
  const order = scan.date_order === 'ymd' ? 'ymd' : (options.date_order ?? scan.date_order);
  const contacts = new Map(
    others.map((name) => [name, contactOf(name, group ? undefined : options.contact_phone)]),
  );
  const notices = new Set(scan.notice_senders);
  const skipped: Record<string, number> = {};
  let rows: HistoryRow[] = [];
  let rejections: Rejection[] = [];
  let isFirst = true;
  let strays = 0;

  const reject = (line: number, reason: string) => rejections.push({ line, reason });

  function onMessage({ line, header, text, cut }: RawMessage) {
    const wasFirst = isFirst;
    isFirst = false;
    const said = splitSender(text, scan.colon_names);
    // iOS writes its encryption notice first, under the name of the chat.
    if (said === null || notices.has(said.name) || (wasFirst && isNotice(said.body))) {
      return count(skipped, 'system');
    }
    const content = contentOf(said.body);
    if ('skipped' in content) return count(skipped, content.skipped);
    const instant = clock(localTime(header, order));
    if (instant === null) {
      return reject(
        line,
        `The date ${header.numbers.join(header.separator)} does not exist with ${ORDER_WORDS[order]}.`,
      );
    }
    if (cut || (content.body !== null && content.body.length > MAX_BODY)) {
      return reject(line, 'The text is longer than 100,000 characters.');
    }
    const outbound = ours.has(said.name);
    if (outbound && others.length > MAX_FAN_OUT) return count(skipped, 'sent_to_large_group');
    for (const name of outbound ? others : [said.name]) {
      rows.push({
        line,
        contact: contacts.get(name) ?? contactOf(name, undefined),
        direction: outbound ? 'outbound' : 'inbound',
        channel: 'whatsapp',
        body: content.body,
        sent_at: new Date(instant).toISOString(),
        attachments: content.attachments,
        ...(group !== null && { group: { name: group.name, participants: others } }),
      });
    }
  }

  function onStray(line: number) {
    strays += 1;
    if (strays === 1 && scan.style !== null) {
      reject(line, 'The text before the first message has no date and was left out.');
    }
  }

  const reader = messageReader(scan.style, onMessage, onStray);

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
      if (scan.style === null)
        reject(1, 'This is no WhatsApp chat export: no line begins with a date and time.');
      return { ...taken(), summary: { skipped } };
    },
  };
}

const ORDER_WORDS: Record<WhatsAppDateOrder, string> = {
  dmy: 'the day before the month',
  mdy: 'the month before the day',
  ymd: 'the year first',
};

function localTime(header: Header, order: WhatsAppDateOrder): LocalTime {
  const [a, b, c] = header.numbers;
  const { hour, minute, second } = header;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  return { year: gregorian(year), month, day, hour, minute, second };
}

/** Two digits are of this century; Thai phones count 543 years more. */
function gregorian(year: number): number {
  if (year < 100) return 2000 + year;
  return year > 2400 ? year - 543 : year;
}

/** People who are in no address book are shown by their number. */
function contactOf(name: string, phone: string | undefined): HistoryContact {
  if (/^\+?[\d\s().-]{7,}$/.test(name)) return { phone: name };
  return phone === undefined
    ? { name: name, external_id: name, channel: 'whatsapp' }
    : { name: name, phone };
}
