// How values read for a person. Nothing here knows React; the clock is always a parameter.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The calendar day of a moment in the viewer's zone, as a number that counts up by one a day. */
const dayNumber = (moment: Date): number =>
  Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY;

const clockTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dayMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const fullDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/**
 * "now", "5 min ago", "3 h ago", "yesterday", "Tue", "4 Mar", "4 Mar 2023"; ahead of now: "in 5 min", "in 3 h", date.
 * @param value ISO 8601
 */
export const formatRelative = (value: string, now: Date): string => {
  const moment = new Date(value);
  const past = now.getTime() - moment.getTime();
  if (Number.isNaN(past)) return '';
  const days = dayNumber(now) - dayNumber(moment);
  const distance = Math.abs(past);
  if (distance < MINUTE) return 'now';
  if (distance < HOUR) return ago(`${Math.floor(distance / MINUTE)} min`, past);
  if (days === 0) return ago(`${Math.floor(distance / HOUR)} h`, past);
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  if (days > 1 && days < 7) return weekday.format(moment);
  return moment.getFullYear() === now.getFullYear()
    ? dayMonth.format(moment)
    : dayMonthYear.format(moment);
};
const ago = (length: string, past: number) => (past >= 0 ? `${length} ago` : `in ${length}`);

/** The full date and time in the viewer's zone, for hovering. */
export const formatExact = (value: string): string => {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? '' : exact.format(moment);
};

/** The time of day alone: "2:05 PM". */
export const formatClock = (value: string): string => clockTime.format(new Date(value));

/** A divider between days: "Today", "Yesterday", "Monday, 4 March 2024". */
export const formatDay = (value: string, now: Date): string => {
  const moment = new Date(value);
  const days = dayNumber(now) - dayNumber(moment);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return fullDay.format(moment);
};

/** Country calling codes of one and two digits; all others have three. */
const SHORT_CODES =
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  );

/**
 * An E.164 number in groups: "(415) 555-2671" for +1, "+49 151 2345 6789" style for the rest.
 * Grouping only, without the national rules: those would cost 40 kB of metadata in the first load.
 * Anything that is not E.164 comes back as it is.
 */
export const formatPhone = (value: string): string => {
  const north = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(value);
  if (north) return `(${north[1]}) ${north[2]}-${north[3]}`;
  if (!/^\+\d{7,15}$/.test(value)) return value;
  const code = SHORT_CODES.find((one) => value.startsWith(`+${one}`)) ?? value.slice(1, 4);
  return `+${code} ${inGroups(value.slice(1 + code.length)).join(' ')}`;
};

/** Threes from the left; a last single digit joins its neighbour. */
const inGroups = (digits: string): string[] => {
  const groups = digits.match(/.{1,3}/g) ?? [];
  if (groups.length < 2 || groups.at(-1)?.length !== 1) return groups;
  return [...groups.slice(0, -2), `${groups.at(-2)}${groups.at(-1)}`];
};

/** Up to two letters for an avatar; empty when the name has no letter or digit. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s@._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => [...(word ?? '')].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** "1,204" in the viewer's way of writing. */
export const formatCount = (value: number): string => value.toLocaleString();

/** "1 message", "1,204 messages". */
export const countOf = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

/** "0 B", "512 B", "1.5 kB", "12 MB": decimal units, as file managers show them. */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
};

/** A share from 0 to 1 as "42%"; 100 only when it is all. */
export const formatPercent = (share: number): string =>
  `${share >= 1 ? 100 : Math.min(99, Math.max(0, Math.floor(share * 100)))}%`;
