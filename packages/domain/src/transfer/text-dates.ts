// Dates as phones print them for people: "Jul 4, 2023 5:06:07 PM", "4 juil. 2023 17:06", "2023-07-04 17:06:07".
import { halfOfDay, hour24, monthOf } from './date-words.ts';
import type { ZoneClock } from './zoned-time.ts';

export type DateOrder = 'dmy' | 'mdy';

/** North American abbreviations, hours from UTC; no other abbreviation is unambiguous. */
const ZONES: Record<string, number> = {
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const YEAR_FIRST = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})/;
const NUMBERS = /(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?!\d)/;
const MONTH_FIRST = /(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;
const DAY_FIRST = /(\d{1,2})\.?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]*)\.?,?\s+(?:de\s+)?(\d{4})/u;
const TIME = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(.*)$/;
const OFFSET = /^(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?$/i;

/**
 * Milliseconds since the epoch, or null when the text is not a date with a time.
 * @param clock zone of dates that name none
 * @param order how 03/04/2023 is read; by default month first only beside AM or PM and slashes
 */
export function parseTextDate(text: string, clock: ZoneClock, order?: DateOrder): number | null {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const date = dateIn(plain, order);
  if (date === null) return null;
  const time = TIME.exec(plain.slice(date.end));
  if (time === null) return null;
  const { half, offset } = suffix(time[4]!);
  const hour = hour24(Number(time[1]), half);
  if (hour === null) return null;
  const local = { hour, minute: Number(time[2]), second: Number(time[3] ?? 0) };
  const { year, month, day } = date;
  if (offset === undefined) return clock({ year, month, day, ...local });
  return Date.UTC(year, month - 1, day, local.hour, local.minute, local.second) - offset;
}

type FoundDate = { year: number; month: number; day: number; end: number };

function dateIn(text: string, order: DateOrder | undefined): FoundDate | null {
  const found = (match: RegExpExecArray, year: number, month: number | undefined, day: number) =>
    month === undefined || month < 1 || month > 12 || day < 1 || day > 31
      ? null
      : { year: year < 100 ? 2000 + year : year, month, day, end: match.index + match[0].length };

  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return found(yearFirst, Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  }
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    const american = numbers[0].includes('/') && /[ap]\.?\s?m\b/i.test(text);
    const monthFirst = second > 12 || (first <= 12 && (order ?? (american ? 'mdy' : '')) === 'mdy');
    return found(numbers, year, monthFirst ? first : second, monthFirst ? second : first);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null && monthOf(monthFirst[1]!) !== undefined) {
    return found(monthFirst, Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst === null) return null;
  return found(dayFirst, Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
}

/** What stands behind the time: a half of the day, a zone, both, or neither. Offset in milliseconds. */
function suffix(text: string): { half?: 'am' | 'pm'; offset?: number } {
  const words = text.trim().split(' ');
  const zone = words.at(-1)!.toLowerCase();
  const named = ZONES[zone];
  const numeric = OFFSET.exec(zone);
  const minutes =
    named !== undefined
      ? named * 60
      : numeric !== null
        ? (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0))
        : undefined;
  const rest = minutes === undefined ? text : words.slice(0, -1).join(' ');
  return {
    half: halfOfDay(rest),
    offset: minutes === undefined ? undefined : minutes * 60_000,
  };
}
