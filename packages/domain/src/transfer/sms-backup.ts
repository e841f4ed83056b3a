// Backups of the Android app "SMS Backup & Restore" (and of apps that write its format) -> messages.
import {
  type HistoryParser,
  type HistoryRow,
  type ParsedChunk,
  type Rejection,
  count,
} from './rows.ts';
import { messagesOf } from './sms-message.ts';
import type { SmsElement } from './sms-people.ts';
import { type XmlAttributes, xmlReader } from './xml-elements.ts';
import { zoneClock } from './zoned-time.ts';

export type SmsBackupOptions = {
  /** IANA zone of dates that are written as text; `UTC` unless given. */
  zone?: string;
  /** Our own numbers, to leave them out of group participants. */
  own_numbers?: string[];
  /** ISO 3166 alpha-2 of the organization. */
  country?: string;
};

/** More parts or addresses than this in one MMS are not kept. */
const MAX_CHILDREN = 500;
/** Text of one MMS that is held while its end is awaited, UTF-16 units. */
const MAX_TEXT = 1_000_000;

const WANTED = {
  whole: new Set(
    'address,body,cid,cl,contact_name,ct,date,date_sent,fn,m_id,m_type,msg_box,name,readable_date,sub,subject,text,type'.split(
      ',',
    ),
  ),
  glimpse: new Set(['data']), // base64 of attachments: many megabytes
};

/**
 * Parser of one backup file. Attachments become markers, their data is never held in memory.
 * A file that ends early gives every whole message before its end, and one rejection.
 * @throws RangeError when the zone is unknown
 */
export function smsBackupParser(options: SmsBackupOptions = {}): HistoryParser {
  const context = {
    clock: zoneClock(options.zone ?? 'UTC'),
    own: (options.own_numbers ?? []).map((n) => n.replace(/\D/g, '')).filter((n) => n.length >= 7),
    country: options.country ?? null,
  };
  const skipped: Record<string, number> = {};
  let rows: HistoryRow[] = [];
  let rejections: Rejection[] = [];
  let line = 0;
  let root: 'missing' | 'open' | 'closed' = 'missing';
  let isCallLog = false;
  /** The MMS whose parts are coming in. */
  let mms: SmsElement | null = null;
  let mmsWasCut = false;
  let textOfMms = 0;

  const reject = (reason: string) => rejections.push({ line, reason });

  function finish(element: SmsElement, cut: boolean) {
    const outcome = cut
      ? { rejected: 'The text is longer than 100,000 characters.' }
      : messagesOf(element, context);
    if ('rejected' in outcome) reject(outcome.rejected);
    else if ('skipped' in outcome) count(skipped, outcome.skipped);
    else rows.push(...outcome.rows);
  }

  function addPart(to: SmsElement, part: XmlAttributes, cut: boolean) {
    textOfMms += part['text']?.length ?? 0;
    mmsWasCut ||= cut || textOfMms > MAX_TEXT;
    if (!mmsWasCut && to.parts.length < MAX_CHILDREN) to.parts.push(part);
  }

  function open(name: string, attributes: XmlAttributes, cut: boolean) {
    if (name === 'part' && mms !== null) {
      addPart(mms, attributes, cut);
    } else if (name === 'addr' && mms !== null) {
      if (mms.addresses.length < MAX_CHILDREN) mms.addresses.push(attributes);
    } else if (name === 'sms') {
      line += 1;
      finish({ line, attributes, parts: [], addresses: [] }, cut);
    } else if (name === 'mms') {
      line += 1;
      mms = { line, attributes, parts: [], addresses: [] };
      mmsWasCut = cut;
      textOfMms = 0;
    } else if (name === 'smses') {
      root = 'open';
    } else if ((name === 'calls' || name === 'call') && !isCallLog) {
      isCallLog = true;
      reject('This is a call log, not messages: its calls are left out.');
    }
  }

  function close(name: string) {
    if (name === 'mms' && mms !== null) {
      finish(mms, mmsWasCut);
      mms = null;
    } else if (name === 'smses') {
      root = 'closed';
    }
  }

  function malformed(name: string) {
    if (name !== 'sms' && name !== 'mms' && name !== 'part') return;
    if (name !== 'part') line += 1;
    mms = null;
    reject('The message is not well-formed XML.');
  }

  const reader = xmlReader({ open, close, malformed }, WANTED);

  function taken(): ParsedChunk {
    const chunk = { rows, rejections };
    rows = [];
    rejections = [];
    return chunk;
  }

  return {
    push(text) {
      reader.push(text);
      return taken();
    },
    end() {
      const { insideTag } = reader.end();
      if (insideTag || mms !== null) {
        line += mms === null ? 1 : 0;
        reject('The file ends in the middle of a message; everything before it was read.');
      } else if (root === 'open') {
        reject('The file ends early; everything up to its end was read.');
      } else if (root === 'missing' && line === 0 && !isCallLog) {
        reject('This is no SMS Backup & Restore file: it has no <smses> element.');
      }
      return { ...taken(), summary: { skipped } };
    },
  };
}
