// Dates in files of contacts -> YYYY-MM-DD.

const MONTHS: Record<string, number> = {};
for (const [i, names] of [
  'jan januar january enero ene janvier janv',
  'feb februar february febrero février fevrier févr fevr',
  'mar mär märz maerz march marzo mars',
  'apr april abril abr avril avr',
  'may mai mayo',
  'jun juni june junio juin',
  'jul juli july julio juillet juil',
  'aug august agosto ago août aout',
  'sep sept september septiembre septembre',
  'oct okt oktober october octubre octobre',
  'nov november noviembre novembre',
  'dec dez dezember december diciembre dic décembre decembre déc',
].entries())
  for (const name of names.split(' ')) MONTHS[name] = i + 1;

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
};

/** "85" is 1985, "12" is 2012: nobody in an address book is born tomorrow. */
const fullYear = (text: string, now: number): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year > now % 100 ? 1900 : 2000);
};

/**
 * A date as files write it: 1990-02-28, 19900228, 28.02.1990, 2/28/90, 28 Feb 1990; a time behind it is
 * dropped. A day of which the year is not known is none.
 * @param order how 03/04/1990 is read; 13/04 and 04/13 tell themselves, and points mean day first
 * @param now the year of today, for years of two digits
 * @returns YYYY-MM-DD, or null when it is no date
 */
export const readDate = (raw: string, order: 'dmy' | 'mdy', now: number): string | null => {
  const text = raw.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const big = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text);
  if (big) return iso(Number(big[1]), Number(big[2]), Number(big[3]));
  const numeric = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[3])];
    const year = fullYear(numeric[4]!, now);
    const isDayFirst = numeric[2] === '.' || a > 12 || (order === 'dmy' && b <= 12);
    return isDayFirst ? iso(year, b, a) : iso(year, a, b);
  }
  const words = text
    .toLowerCase()
    .replaceAll(/[.,]|\bde\b|\bof\b|(?<=\d)(st|nd|rd|th)\b/g, ' ')
    .trim()
    .split(/[\s-]+/);
  if (words.length !== 3) return null;
  const [day, name, year] = /^\d/.test(words[0]!) ? words : [words[1]!, words[0]!, words[2]!];
  const month = MONTHS[name!];
  if (!month || !/^\d{1,2}$/.test(day!) || !/^(\d{2}|\d{4})$/.test(year!)) return null;
  return iso(fullYear(year!, now), month, Number(day));
};
