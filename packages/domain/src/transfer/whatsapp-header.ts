// The date and time at the start of a message in a WhatsApp chat export, in the layouts of all phones.
//
//   Android   12/31/23, 9:45 PM - Anna: text      31.12.23, 21:45 - Anna: text
//   iOS       [31/12/23, 21:45:10] Anna: text     [2023/12/31 下午9:45:10] Anna: text
//   old iOS   31/12/13 21:45:10: Anna: text
import { halfOfDay, hour24 } from './date-words.ts';

/** What stands around the time. A file has one style; other headers in it are quoted text. */
export type HeaderStyle = 'bracket' | 'dash' | 'colon' | 'comma';

export type Header = {
  style: HeaderStyle;
  /** The three numbers of the date, as written. */
  numbers: [number, number, number];
  separator: string;
  /** 0-23 */
  hour: number;
  minute: number;
  second: number;
  /** Whether AM or PM was written. */
  isHalved: boolean;
  /** What follows: "Name: text", or a system line. */
  rest: string;
};

/** No date and time is longer, in any language. */
const MAX_HEAD = 60;

const DASH = /\s[-\u2013\u2014]\s/;
const COLON = /^[\d./-]{6,10},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?=:\s)/i;
const COMMA = /^\d{4}년.{1,20}?\d{1,2}:\d{2}(?=,\s)/;
const DATE_TIME =
  /^(\d{1,4})(年|년|[./-])\s?(\d{1,2})(?:月|월|[./-])\s?(\d{1,4})(?:日|일|\.)?(?:\s?г\.)?[,،]?\s*(\D{0,20}?)\s*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*(\D{0,20})$/;
/** Words after a time that say nothing ("21:45 Uhr"). */
const CLOCK_WORDS = /^(?:uhr|ч|h|hs|น|น\.|ч\.)?$/i;

/** The header at the start of a line, or null when the line continues a message. */
export function headerOf(line: string): Header | null {
  const start = afterMarks(line);
  const first = line.charCodeAt(start);
  const isDigit = first >= 0x30 && first <= 0x39;
  if (!isDigit && first !== 0x5b && !/^\p{Nd}/u.test(line.slice(start, start + 2))) return null;

  const head = headOf(line, start);
  if (head === null) return null;
  const match = DATE_TIME.exec(plain(head.text));
  if (match === null) return null;
  const [before, after] = [match[5]!, match[9]!];
  const half = halfOfDay(before) ?? halfOfDay(after);
  if (half === undefined && !CLOCK_WORDS.test(after)) return null;
  const hour = hour24(Number(match[6]), half);
  if (hour === null) return null;
  return {
    style: head.style,
    numbers: [Number(match[1]), Number(match[3]), Number(match[4])],
    separator: match[2]!,
    hour,
    minute: Number(match[7]),
    second: Number(match[8] ?? 0),
    isHalved: half !== undefined,
    rest: line.slice(head.end),
  };
}

/** The part of the line that should be date and time, and where the rest begins. */
function headOf(line: string, start: number) {
  if (line[start] === '[') {
    const close = line.indexOf(']', start);
    if (close === -1 || close - start > MAX_HEAD) return null;
    const end = line[close + 1] === ' ' ? close + 2 : close + 1;
    return { style: 'bracket' as const, text: line.slice(start + 1, close), end };
  }
  const head = line.slice(start, start + MAX_HEAD);
  const dash = DASH.exec(head);
  if (dash !== null) {
    const end = start + dash.index + dash[0].length;
    return { style: 'dash' as const, text: head.slice(0, dash.index), end };
  }
  const colon = COLON.exec(head)?.[0];
  if (colon !== undefined) {
    return { style: 'colon' as const, text: colon, end: start + colon.length + 2 };
  }
  const comma = COMMA.exec(head)?.[0];
  if (comma === undefined) return null;
  return { style: 'comma' as const, text: comma, end: start + comma.length + 2 };
}

/** Invisible characters: direction marks and isolates, byte order mark. */
export const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

function afterMarks(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) > 0x7f && line[at]!.search(MARKS) === 0) at += 1;
  return at;
}

/** Without marks, with plain spaces and digits. */
function plain(head: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(head)) return head;
  return head
    .replace(MARKS, '')
    .replace(/\s/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit);
}

/** Zeros of the scripts that phones write dates with: Arabic, Persian, Devanagari, Bengali, Thai, full width ... */
const ZEROS = '٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０';

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = [...ZEROS].find((one) => code >= one.charCodeAt(0) && code < one.charCodeAt(0) + 10);
  return zero === undefined ? digit : String(code - zero.charCodeAt(0));
}
