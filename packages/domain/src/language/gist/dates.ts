// Days that matter: what is to happen when, resolved against the time of the message that says it.

import * as chrono from 'chrono-node';
import type { Sourced } from '../../enrichment/fields.ts';
import { whatHappens } from './date-events.ts';
import { quoteOf, type Sentence } from './sentences.ts';

export type KeyDate = Sourced<string> & {
  /** Local calendar day as it was said. */
  day: string;
  what: string;
  /** "10:00" when an hour was said. */
  hour: string | null;
  kind: 'event' | 'deadline' | 'appointment';
  index: number;
};

const MOST_DATES = 6;
const DAY = 86_400_000;
/** Nobody plans further ahead in a message; beyond it a number was no date. */
const FURTHEST_DAYS = 3 * 366;
/** A day that passed longer ago than this matters no more, unless it comes back every year. */
const PAST_DAYS = 30;

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|januar|februar|m[äa]rz|juni|juli|oktober|dezember|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|dezembro';
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)day|thurs?|weds?|tues|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda|ter[çc]a|quarta|quinta|sexta';
/** Only sentences with one of these are given to the date parser, which is slow. */
const DATE_CUE = new RegExp(
  `\\b(?:${WEEKDAY})\\b|\\b(?:${MONTH})\\b\\.? ?\\d|\\d{1,2}(?:st|nd|rd|th)?\\.?(?: of| de)? (?:${MONTH})\\b|\\btomorrow\\b|\\btmrw\\b|\\bmañana\\b|\\bmorgen\\b|\\bdemain\\b|\\bamanhã\\b|\\bin (?:\\d+|an?|two|three|four|five|six|seven|eight|nine|ten) (?:days?|weeks?|months?|wks?)\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?\\b|\\b\\d{1,2}\\.\\d{1,2}\\.|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b`,
  'iu',
);
const PAST =
  /\b(?:yesterday|ago|last (?:week|month|year|night|weekend|\w+day)|was|were|went|had|did|came|since|ayer|gestern|ontem)\b/iu;
/** "for 3 years" tells how long, not when. */
const DURATION = /\b(?:for|since|over|past|last|every|each|within) (?:the |about |past |last )*$/iu;

const PARSERS: Record<string, chrono.Chrono> = {
  fr: chrono.fr.casual,
  de: chrono.de.casual,
  pt: chrono.pt.casual,
  es: chrono.es.casual,
};

/**
 * At most six key dates: those ahead first, the nearest first, then what has just passed.
 * @param now milliseconds since 1970
 * @param language ISO 639-1 code of the language of the conversation
 */
export function findDates(sentences: Sentence[], now: number, language: string): KeyDate[] {
  const found = new Map<string, KeyDate>();
  sentences.forEach((sentence, at) => {
    if (!DATE_CUE.test(sentence.text) || Number.isNaN(sentence.time)) return;
    for (const date of datesOf(sentence, sentences.slice(Math.max(0, at - 4), at), language)) {
      const same = [...found.values()].find(
        (other) =>
          other.day === date.day && (other.kind === date.kind || sharesWord(other.what, date.what)),
      );
      if (!same) found.set(date.value, date);
    }
  });
  const today = new Date(now).toISOString().slice(0, 10);
  const oldest = new Date(now - PAST_DAYS * DAY).toISOString().slice(0, 10);
  const ahead = [...found.values()]
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const past = [...found.values()]
    .filter(
      ({ day, what }) =>
        day < today && (day >= oldest || /birthday|anniversary|turns \d/i.test(what)),
    )
    .sort((a, b) => (a.day > b.day ? -1 : 1));
  return [...ahead, ...past].slice(0, MOST_DATES);
}

function datesOf(sentence: Sentence, before: Sentence[], language: string): KeyDate[] {
  const reference = { instant: new Date(sentence.time), timezone: 0 };
  const isPast = PAST.test(sentence.text);
  const parser = PARSERS[language] ?? chrono.en.casual;
  const results = parser.parse(sentence.text.slice(0, 400), reference, { forwardDate: !isPast });
  const dates: KeyDate[] = [];
  for (const result of results) {
    const day = dayOf(
      result,
      sentence.text.slice(result.index + result.text.length),
      reference.instant,
    );
    if (!day || !DATE_CUE.test(result.text) || !isDate(sentence.text, result)) continue;
    if (Math.abs(Date.parse(day) - sentence.time) > FURTHEST_DAYS * DAY) continue;
    // The parser takes "by" of "come by Tuesday" for its own.
    const from = result.index + (/^by /i.test(result.text) ? 3 : 0);
    const event = whatHappens(sentence, from, result.index + result.text.length, before);
    if (!event || (isPast && !/birthday|turns/.test(event.what))) continue;
    const hour = result.start.isCertain('hour')
      ? `${String(result.start.get('hour')).padStart(2, '0')}:${String(result.start.get('minute') ?? 0).padStart(2, '0')}`
      : null;
    const isAbout = /\b(?:weeks?|months?|wks?)\b/i.test(result.text) && !/day\b/i.test(result.text);
    dates.push({
      value: `${day}: ${event.what}${hour && event.kind !== 'deadline' ? ` at ${hour}` : ''}${isAbout ? ' (around then)' : ''}`,
      evidence: quoteOf(sentence),
      day,
      what: event.what,
      hour,
      kind: event.kind,
      index: sentence.index,
    });
  }
  return dates;
}

function dayOf(result: chrono.ParsedResult, after: string, said: Date): string | null {
  const { start } = result;
  const isNextYear = /^[\s,]*next year\b/i.test(after) && start.isCertain('month');
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || date === null) return null;
  const isSaid =
    start.isCertain('day') ||
    start.isCertain('weekday') ||
    /\b(?:days?|weeks?|months?|wks?)\b/i.test(result.text);
  if (!isSaid) return null;
  // The parser leaves "next year" after a date alone.
  return `${String(isNextYear ? said.getUTCFullYear() + 1 : year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Prices, sizes, counts, and words such as "may" and "sun" that the parser takes for dates. */
function isDate(text: string, result: chrono.ParsedResult): boolean {
  if (
    /^(?:may|march|mar|sat|sun|mon|second|now|today|tonight|this \w+|\d{1,4}|\d{1,2}[-./ ]\d{1,2})$/i.test(
      result.text.trim(),
    ) &&
    !/^this (?:\w+day)$/i.test(result.text) &&
    !/^\d{1,2}\/\d{1,2}$/.test(result.text)
  )
    return false;
  const before = text.slice(Math.max(0, result.index - 24), result.index);
  const after = text.slice(
    result.index + result.text.length,
    result.index + result.text.length + 12,
  );
  if (DURATION.test(before)) return false;
  return !/[$€£#]\s?$/.test(before) && !/^\s?(?:%|"|'|feet|ft|inch|cm|mm|kg|lbs?|bf)/i.test(after);
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(
    a
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3),
  );
  return b
    .toLowerCase()
    .split(/\W+/)
    .some((word) => words.has(word));
}
