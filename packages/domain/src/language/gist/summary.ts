// Two to four plain sentences that a colleague can trust before picking up the phone. What is not
// certain is quoted in the contact's own words instead of being retold.

import type { Turn } from '../../enrichment/fields.ts';
import { fold } from '../tokens.ts';
import { dayLabel } from './days.ts';
import { ending } from './endings.ts';
import type { Known } from './gist.ts';
import { around, tellingSentence } from './quotes-worth.ts';
import type { Facts, Talk } from './talk.ts';
import type { Sentence } from './sentences.ts';
import { tidy } from './sentences.ts';
import { findThemes } from './themes.ts';
import { findTopics } from './topics.ts';
import { LANGUAGE_NAMES } from './written-language.ts';
import { stem, wordsOf } from './words.ts';

const LONGEST_SUMMARY = 450;
const LONGEST_QUOTE = 190;
const FIRST_TURNS = 6;
const WANT_DAYS = 75;
const DAY = 86_400_000;

/**
 * @param turns oldest first
 * @param language ISO 639-1 code of the language the contact writes
 * @returns at most 450 characters; '' when the contact wrote nothing
 */
export function writeSummary(
  turns: Turn[],
  sentences: Sentence[],
  known: Known,
  facts: Facts,
  language: string,
): string {
  const inbound = turns.filter(({ direction, body }) => direction === 'inbound' && body.trim());
  if (inbound.length === 0) return '';
  const outbound = turns.filter(({ direction }) => direction === 'outbound');
  const said = sentences.filter((sentence) => sentence.inbound);
  const isSocial = inbound.length >= 40 && tradeShare(sentences) < 0.04;
  const talk: Talk = { inbound, outbound, said, sentences, known, facts, language, isSocial };
  const topics = topicsOf(talk);
  const parts = [opening(talk, topics), liking(talk, topics), lately(talk), ending(talk)].filter(
    Boolean,
  );
  return parts.reduce(
    (text, part) => (text.length + part.length < LONGEST_SUMMARY ? `${text} ${part}`.trim() : text),
    '',
  );
}

const TRADE =
  /[$€£]\s?\d|\b(?:quote|invoice|deposit|deliver(?:y|ed)?|appointment|booking|price|estimate|refund|in stock|showroom|our shop|warranty|contract)\b/iu;

function tradeShare(sentences: Sentence[]): number {
  return sentences.filter(({ text }) => TRADE.test(text)).length / Math.max(1, sentences.length);
}

/** Who, since when, about what. */
function opening(talk: Talk, topics: string[]): string {
  const { inbound, known, language } = talk;
  const name = nameOf(known);
  const tongue =
    language !== 'en' && LANGUAGE_NAMES[language] ? ` in ${LANGUAGE_NAMES[language]}` : '';
  const about = topics.length > 0 ? ` about ${list(topics)}` : '';
  const first = inbound[0]!.sent_at.slice(0, 10);
  const last = inbound.at(-1)!.sent_at.slice(0, 10);
  const who = withRole(name || 'Somebody who gave no name', known);
  if (inbound.every(({ channel }) => channel === 'voice') && first === last)
    return `${who} called${tongue} on ${dayLabel(first)}${about}.`;
  if (inbound.length === 1)
    return `${who} wrote once${tongue}, on ${dayLabel(first)}${about && `,${about}`}.`;
  if (first === last) return `${who} wrote${tongue} on ${dayLabel(first)}${about}.`;
  const since = first.slice(0, 7) === last.slice(0, 7) ? dayLabel(first) : monthLabel(first);
  if (talk.isSocial)
    return `${who} has been chatting with us since ${since} (${inbound.length} messages)${tongue}, mostly${about || ' about everyday life'}.`;
  return `${who} has been in touch since ${since}${tongue}${about}.`;
}

function nameOf({ first_name, last_name }: Known): string {
  return [first_name?.value, last_name?.value].filter(Boolean).join(' ');
}

function withRole(name: string, { job_title, company }: Known): string {
  const role = [job_title?.value, company ? `${job_title ? 'at' : 'of'} ${company.value}` : '']
    .filter(Boolean)
    .join(' ');
  return role ? `${name}, ${role},` : name;
}

/** What they want, then what comes back most, without naming anything twice. */
function topicsOf(talk: Talk): string[] {
  const { known, facts, isSocial, sentences, language } = talk;
  const names = [known.first_name, known.last_name, known.company, known.job_title];
  const skip = new Set(names.flatMap((name) => (name ? fold(name.value).split(/[^\p{L}]+/u) : [])));
  const wanted = isSocial
    ? []
    : facts.interests
        .filter(({ kind, index }) => kind === 'want' && isTimely(index, talk))
        .sort((a, b) => b.index - a.index);
  const candidates = [
    ...wanted.slice(0, 2).map(({ value }) => value),
    ...(isSocial
      ? findThemes(sentences, skip, language === 'en' ? 8 : 0)
      : findTopics(sentences, skip, 8, language).map(({ text }) => text)),
  ];
  const kept: string[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const stems = wordsOf(candidate)
      .map(({ folded }) => stem(folded))
      .filter((word) => word.length > 2);
    if (stems.length === 0 || stems.some((word) => seen.has(word))) continue;
    stems.forEach((word) => seen.add(word));
    kept.push(candidate);
  }
  return kept.slice(0, isSocial ? 4 : 3);
}

/** Friends are known by what they like. */
function liking(talk: Talk, topics: string[]): string {
  const { facts, isSocial, known, said } = talk;
  const named = new Set(topics);
  const likes = facts.interests
    .filter(({ kind, value }) => kind === 'like' && !named.has(value))
    .map(({ value }) => value);
  if (likes.length === 0 || (!isSocial && said.length > 12)) return '';
  return `${known.first_name?.value ?? 'They'} ${known.first_name ? 'likes' : 'like'} ${list(likes.slice(0, isSocial ? 3 : 2))}.`;
}

/** What they wanted in spring is no news in autumn; what they came for first always is. */
function isTimely(index: number, { sentences, inbound }: Talk): boolean {
  const time = sentences.find((sentence) => sentence.index === index)?.time ?? Number.NaN;
  return index < FIRST_TURNS || Date.parse(inbound.at(-1)!.sent_at) - time < WANT_DAYS * DAY;
}

/** The newest thing that says something, in their own words. */
function lately(talk: Talk): string {
  const { said, inbound, known } = talk;
  const sentence = tellingSentence(said, talk.isSocial);
  if (!sentence) return '';
  const quote = `"${talk.isSocial ? tidy(sentence.text, LONGEST_QUOTE) : around(sentence, said, LONGEST_QUOTE)}"`;
  const verb =
    quote.endsWith('?"') || (sentence.text.endsWith('?') && talk.isSocial) ? 'asked' : 'wrote';
  if (inbound.length === 1)
    return verb === 'asked' ? `They ask: ${quote}` : `Their words: ${quote}`;
  const isOneDay = inbound[0]!.sent_at.slice(0, 10) === inbound.at(-1)!.sent_at.slice(0, 10);
  if (isOneDay) return verb === 'asked' ? `They asked: ${quote}` : `In their words: ${quote}`;
  return `On ${dayLabel(sentence.turn.sent_at.slice(0, 10))} ${callOf(known)} ${verb}: ${quote}`;
}

function callOf({ first_name }: Known): string {
  return first_name?.value ?? 'they';
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function monthLabel(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return month ? `${MONTHS[month - 1]} ${year}` : day;
}

function list(items: string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
