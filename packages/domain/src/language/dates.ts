// Days that matter to the contact, read with the time of the message and the contact's zone.

import * as chrono from 'chrono-node';
import * as chronoDe from 'chrono-node/de';
import * as chronoEs from 'chrono-node/es';
import * as chronoFr from 'chrono-node/fr';
import * as chronoPt from 'chrono-node/pt';
import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { distinct, reported, sentenceCase, tidy } from './phrases.ts';
import { evidence, sentences } from './tokens.ts';

const LIMIT = 6;
/** How many sentences are parsed at most: parsing a date costs more than all else. */
const MAX_PARSED = 16;
const MONTH = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`;
/** Sentences that may hold a day; anything else is not parsed. */
const MAY_HOLD = new RegExp(
  `(?<![\\p{L}])(?:tomorrow|tmrw|tmr|(?:next|this|on|by|until|till|last|coming|for)\\s(?:mon|tue|wed|thu|fri|sat|sun|week|month)|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|(?:${MONTH})\\.?\\s\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?:${MONTH})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|the\\s\\d{1,2}(?:st|nd|rd|th)|in\\s(?:\\d{1,2}|two|three|a few)\\s(?:days|weeks|months)|in\\sa\\s(?:week|month)|mañana|demain|morgen|amanhã|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|junho|julho|setembro|outubro|novembro|dezembro)(?![\\p{L}])`,
  'iu',
);
const EVENT =
  /\b(?:birthday|anniversary|wedding|appointment|interview|exam|test|deadline|due|flight|trip|vacation|holiday|meeting|call|demo|delivery|move|moving|surgery|visit|party|concert|show|conference|competition|tournament|game|renew\w*|expires?|lease|class|course|workshop|event|reservation|booking|booked|check-?in|starts?|begins?|opening|launch|graduation|festival|race|cita|reunión|rendez-vous|termin|consulta|reserva)\b/i;
/** Questions and small talk fix no day. */
const IDLE =
  /\?\s*$|\b(?:haven't|hasn't|since|talk to you|see (?:you|u|ya)\b|catch up|built in a day)\b/i;
/** Only so many characters around a day are parsed, three times as many after it. */
const AROUND = 16;
const BARE_DAY =
  /(?<=\b(?:on|by|before|until|till|due|for|from|is|after)\s)the\s(\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:of|floor|time|grade|one|century|birthday|anniversary|place|street|edition))/i;
const VAGUE =
  /^(?:today|now|tonight|this morning|this afternoon|this evening|last night|yesterday|this week|next week|last week|this month|next month|last month|this year|next year|last year|may|sun|sat|mar)$/i;

type Parser = { parse: typeof chrono.parse };
const PARSERS: Record<string, Parser> = { de: chronoDe, es: chronoEs, fr: chronoFr, pt: chronoPt };

/**
 * Up to six days as "YYYY-MM-DD: what", those still to come first.
 * @param turns - the conversation in order of time
 * @param options - the contact's IANA zone, the language of the conversation, and the present (ISO 8601 UTC)
 */
export function findKeyDates(
  turns: PlainTurn[],
  options: { zone?: string; language?: string; now: string },
): Sourced<string>[] {
  const parser = PARSERS[options.language ?? ''] ?? chrono;
  const today = options.now.slice(0, 10);
  const found = candidates(turns).flatMap((candidate) => datesIn(candidate, parser, options.zone));
  const rank = ({ item, score }: Dated) => score + (item.value.slice(0, 10) >= today ? 10 : 0);
  const ranked = found.toSorted((a, b) => rank(b) - rank(a));
  return distinct(onePerDay(ranked), LIMIT);
}

type Sentence = { turn: PlainTurn['turn']; text: string; start: number };
type Dated = { item: Sourced<string>; score: number };

/** The sentences worth parsing: those about an event first, then the latest. */
function candidates(turns: PlainTurn[]): Sentence[] {
  const found: (Sentence & { score: number })[] = [];
  for (const [index, { turn, text }] of turns.entries()) {
    if (!MAY_HOLD.test(text)) continue;
    for (const { start, end } of sentences(text)) {
      const sentence = text.slice(start, end);
      if (sentence.length > 240 || !MAY_HOLD.test(sentence) || IDLE.test(sentence)) continue;
      const outbound = turn.direction === 'outbound';
      if (
        outbound &&
        !(EVENT.test(sentence) && /\byou(?:r|rs)?\b|\bbooked\b|\bconfirmed\b/i.test(sentence))
      )
        continue;
      const score = (EVENT.test(sentence) ? 1 : 0) + index / turns.length;
      found.push({ turn, text: sentence, start, score });
    }
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, MAX_PARSED);
}

function datesIn(
  { turn, text, start }: Sentence,
  parser: Parser,
  zone: string | undefined,
): Dated[] {
  const sent = new Date(turn.sent_at);
  if (Number.isNaN(sent.getTime())) return [];
  const offset = offsetMinutes(sent, zone);
  const place = MAY_HOLD.exec(text)?.index ?? 0;
  const from = Math.max(0, text.lastIndexOf(' ', place - AROUND) + 1);
  const results = parser.parse(
    text.slice(from, place + 3 * AROUND),
    { instant: sent, timezone: offset },
    { forwardDate: !/\b(?:was|were|went|had|did|last|ago|been|got|came|since)\b/i.test(text) },
  );
  const days = results
    .filter(
      (result) =>
        !VAGUE.test(result.text) &&
        (result.start.isCertain('day') ||
          result.start.isCertain('weekday') ||
          /tomorrow|tmrw|in .*(?:days?|weeks?)|mañana|demain|morgen|amanhã/i.test(result.text)),
    )
    .map((result) => ({
      day: isoDay(result.start),
      index: from + result.index,
      length: result.text.length,
    }));
  const bare = days.length === 0 ? bareDay(text, sent, offset) : null;
  return [...days, ...(bare ? [bare] : [])].flatMap(({ day, index, length }) => {
    const what = about(text, index, length, turn.direction === 'inbound' ? 'contact' : 'business');
    if (!what || /^\s*(?:since|ago)\b/i.test(text.slice(index + length))) return [];
    if (turn.direction === 'outbound' && day < turn.sent_at.slice(0, 10)) return [];
    const score = (EVENT.test(text) ? 3 : 0) + (turn.direction === 'inbound' ? 1 : 0);
    return [
      {
        item: { value: `${day}: ${what}`, evidence: evidence(turn, start, start + text.length) },
        score,
      },
    ];
  });
}

function isoDay(parts: chrono.ParsedComponents): string {
  const pad = (value: number | null, width: number) => String(value ?? 1).padStart(width, '0');
  return `${pad(parts.get('year'), 4)}-${pad(parts.get('month'), 2)}-${pad(parts.get('day'), 2)}`;
}

/** "the 15th": the next such day, in the writer's zone. */
function bareDay(
  text: string,
  sent: Date,
  offset: number,
): { day: string; index: number; length: number } | null {
  const match = BARE_DAY.exec(text);
  const number = Number(match?.[1]);
  if (!match || number < 1 || number > 31) return null;
  const local = new Date(sent.getTime() + offset * 60_000);
  const ahead = number < local.getUTCDate() ? 1 : 0;
  const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + ahead, number));
  return { day: day.toISOString().slice(0, 10), index: match.index, length: match[0].length };
}

/** Words that tie a date into its sentence. */
const TIE =
  /[\s,(]*\b(?:on|by|at|for|until|till|from|since|is|are|the|this|next|coming|of|it's|um|am|le|el|em|no)?[\s,(]*$/i;

/** What is on that day: the sentence without the date and the words that tie it in. */
function about(
  text: string,
  index: number,
  length: number,
  speaker: 'contact' | 'business',
): string {
  const possessive = text.startsWith("'s", index + length);
  const head = text.slice(0, index);
  const before = possessive ? head : head.replace(TIE, '');
  const after = text
    .slice(index + length)
    .replace(/^'s\b/, '')
    .replace(/^[\s,)]*(?:at \d{1,2}(?::\d{2})?\s?(?:am|pm)?\b)?/i, ' ');
  const whole = tidy(`${before}${after}`, 70);
  const value = whole.split(' ').length >= 2 ? whole : tidy(text, 70);
  return value.length < 3 ? '' : sentenceCase(reported(value, speaker));
}

function onePerDay(ranked: Dated[]): Sourced<string>[] {
  const days = new Set<string>();
  return ranked.flatMap(({ item }) => {
    const day = item.value.slice(0, 10);
    if (days.has(day)) return [];
    days.add(day);
    return [item];
  });
}

/** Minutes that the zone is ahead of UTC at an instant. */
function offsetMinutes(instant: Date, zone: string | undefined): number {
  if (!zone) return 0;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const local = Date.UTC(
    parts['year'] ?? 1970,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
  );
  return Math.round((local - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}
