// ISO 8601 times, strictly: every calendar field is checked, unlike in Date.parse.
import { type ZoneClock, zoneClock } from './zoned-time.ts';

const utcClock = zoneClock('UTC');

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:([Zz])|([+-])(\d\d):?(\d\d)?)?)?$/;

/**
 * Milliseconds since the epoch, or null when the text is no such time.
 * @param clock zone of times without an offset; a date alone is its midnight there
 */
export function isoTime(text: string, clock: ZoneClock): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const field = (index: number) => Number(match[index] ?? 0);
  const local = {
    year: field(1),
    month: field(2),
    day: field(3),
    hour: field(4),
    minute: field(5),
    second: field(6),
  };
  const milliseconds = Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000);
  const sign = match[9];
  const isLocal = match[8] === undefined && sign === undefined;
  const wall = isLocal ? clock(local) : utcClock(local);
  if (wall === null || field(10) > 23 || field(11) > 59) return null;
  const offset = (field(10) * 60 + field(11)) * 60_000 * (sign === '-' ? -1 : 1);
  return wall + milliseconds - offset;
}
