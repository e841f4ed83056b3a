// Where the contact works and as what, from what they say of themselves; a company merely mentioned is none of theirs.

import type { Sourced } from '../enrichment/fields.ts';
import { readCompany, type Span } from './companies.ts';
import { isBusiness, isPerson, isProper } from './company-kinds.ts';
import {
  ASKED_COMPANY,
  ASKED_ROLE,
  COMMON_NOUN,
  JOINED,
  MAYBE_WORKPLACE,
  NOT_NOW,
  ROLE,
  THIS_IS,
  WORKPLACE,
  WORKPLACE_WORDS,
} from './employment-cues.ts';
import { greetingLength } from './name-cues.ts';
import { isJobNoun, isVague, readTitle } from './job-titles.ts';
import type { Candidate } from './name-candidate.ts';
import type { PlainTurn } from './plain-turns.ts';
import { isGiven, isNeverName } from './name-lists.ts';
import { answerStart } from './name-questions.ts';
import { signatureBlock } from './signature-blocks.ts';
import { evidence, fold, sentences } from './tokens.ts';

export type Employment = { company?: Sourced<string>; job_title?: Sourced<string> };

type Found = Span & { turn: PlainTurn['turn']; weight: number };

/**
 * The contact's company and job title.
 * @param turns - the conversation in order of time; only inbound text is read
 * @param names - where the contact's own name was said: what stands right behind it introduces them
 * @param homeNames - folded names of our own side
 */
export function findEmployment(
  turns: PlainTurn[],
  names: Candidate[],
  homeNames: Set<string>,
): Employment {
  const companies: Found[] = [];
  const titles: Found[] = [];
  let question = '';
  for (const current of turns) {
    if (current.turn.direction === 'outbound') {
      question = current.text.slice(-300);
      continue;
    }
    const places = names.filter((place) => place.turn === current.turn);
    readTurn(current, places, question, companies, titles);
    question = '';
  }
  const company = best(companies.filter(({ value }) => !homeNames.has(fold(value))));
  const title = best(titles);
  return { ...(company ? { company } : {}), ...(title ? { job_title: title } : {}) };
}

/** The statement that weighs most; the last of equals, for people change jobs. */
function best(found: Found[]): Sourced<string> | undefined {
  const top = found.toSorted((a, b) => a.weight - b.weight).at(-1);
  return top && { value: top.value, evidence: evidence(top.turn, top.start, top.end) };
}

/** What one message says, with the means to keep it. */
type Reading = { text: string; company: Keep; title: Keep };

type Keep = (span: Span | null, weight: number) => unknown;

function readTurn(
  { turn, text, words }: PlainTurn,
  places: Candidate[],
  question: string,
  companies: Found[],
  titles: Found[],
): void {
  const company: Keep = (span, weight) => span && companies.push({ ...span, turn, weight });
  const title: Keep = (span, weight) => span && titles.push({ ...span, turn, weight });
  const reading = { text, company, title };
  if (words.some(({ folded }) => WORKPLACE_WORDS.has(folded))) readWorkplaces(reading);
  if (words.some(({ folded }) => isJobNoun(folded))) readRoles(reading, ASKED_ROLE.test(question));
  for (const place of places) behindName(text, place.end, company, title);
  if (ASKED_COMPANY.test(question) && text.length < 80) company(answeredCompany(text), 3);
  const block = signatureBlock(text, places);
  company(block?.company ?? null, 2);
  title(block?.title ?? null, 2);
}

/** "I work for ...", "I own ...", "this is Stellar Dry Cleaning". */
function readWorkplaces({ text, company, title }: Reading): void {
  for (const match of text.matchAll(MAYBE_WORKPLACE)) {
    const from = match.index + match[0].length;
    if (isNotNow(text, match.index) || COMMON_NOUN.test(text.slice(from, from + 12))) continue;
    const named = readCompany(text, from, false);
    if (!named || !(isBusiness(named.value) || isProper(text, named))) continue;
    if (isPerson(named.value)) continue;
    company(named, 2);
    title(ownerIn(match), 2);
  }
  for (const match of text.matchAll(WORKPLACE)) {
    if (isNotNow(text, match.index)) continue;
    const named = readCompany(text, match.index + match[0].length, true);
    company(named, 3);
    const as = named && /^ as (?:an? |the )?/i.exec(text.slice(named.end));
    if (named && as) title(readTitle(text, named.end + as[0].length, true), 3);
  }
  const opening = readCompany(text, greetingLength(text), false);
  if (opening && isBusiness(opening.value) && /^ here\b/i.test(text.slice(opening.end))) {
    company(opening, 2);
  }
  for (const match of text.matchAll(THIS_IS)) {
    const from = match.index + match[0].length;
    const named = COMMON_NOUN.test(text.slice(from, from + 12))
      ? null
      : readCompany(text, from, false);
    if (named && isBusiness(named.value)) company(named, 2);
  }
}

/** "I'm the office manager at ...", and as a sentence of its own "data engineer at ...". */
function readRoles({ text, company, title }: Reading, wasAsked: boolean): void {
  for (const match of text.matchAll(ROLE)) {
    if (isNotNow(text, match.index)) continue;
    if (/^as\b/i.test(match[0]) && !asWorker(text, match)) continue;
    roleAt(text, match.index + match[0].length, 3, company, title);
  }
  for (const { start, end } of sentences(text)) {
    const role = readTitle(text, start, false);
    if (!role || role.start - start >= 8) continue;
    roleAt(text.slice(0, end), start, wasAsked ? 3 : 1, company, title);
  }
}

/** "As a nurse I work nights", not "I see you as an artist". */
function asWorker(text: string, match: RegExpExecArray): boolean {
  const role = readTitle(text, match.index + match[0].length, true);
  const opens = /(?:^|[.!?,\n])\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index));
  return role !== null && opens && /^,? (?:i|my|we)\b/i.test(text.slice(role.end));
}

function isNotNow(text: string, at: number): boolean {
  return NOT_NOW.test(text.slice(Math.max(0, at - 40), at));
}

/** The company of a short answer, unless the answer opens like a sentence. */
function answeredCompany(text: string): Span | null {
  const at = answerStart(text);
  const joined = /^(?:at|for|with|in)\s/i.exec(text.slice(at, at + 5));
  const span = readCompany(text, at + (joined?.[0].length ?? 0), true);
  const [first = ''] = fold(span?.value ?? '').split(' ');
  return isNeverName(first) || isGiven(first) ? null : span;
}

/** "TITLE at COMPANY", where the title is enough and the company needs it. */
function roleAt(text: string, at: number, weight: number, company: Keep, title: Keep): void {
  const role = readTitle(text, at, /^\s*(?:the|a|an)\s/i.test(text.slice(at, at + 6)));
  const long = role ?? readTitle(text, at, true);
  if (!long) return;
  const joined = JOINED.exec(text.slice(long.end, long.end + 12));
  const place = joined ? readCompany(text, long.end + joined[0].length, true) : null;
  if (!role && !place) return;
  if (!place && (weight === 1 || isVague(long))) return;
  title(long, weight);
  company(place ?? apposed(text, long.end), weight);
}

/** "office manager, Bright Acorns": a company of capital words after a comma. */
function apposed(text: string, end: number): Span | null {
  if (!/^, \p{Lu}/u.test(text.slice(end, end + 3))) return null;
  const span = readCompany(text, end + 2, false);
  return span && (isBusiness(span.value) || isProper(text, span)) && !isPerson(span.value)
    ? span
    : null;
}

/** "Ana Berg, office manager at Harlow Dental", "Ana from Harlow Dental", "Ana Berg, Aegean Linen." */
function behindName(text: string, end: number, company: Keep, title: Keep): void {
  const here =
    /^(?:\s*(?:here|speaking|calling|this side|hier|ici))?/i.exec(text.slice(end, end + 16))?.[0]
      .length ?? 0;
  const at = end + here;
  const joined = JOINED.exec(text.slice(at, at + 14));
  if (joined) {
    const place = readCompany(text, at + joined[0].length, false);
    company(place, 2);
    const role = place && text.startsWith(', ', place.end) && readTitle(text, place.end + 2, true);
    if (role) title(role, 2);
    return;
  }
  const apart = /^(?:[,;|(-]|\s-|\s(?=the\s|your\s|an?\s)|\.)[\s-]{0,3}/i.exec(
    text.slice(at, at + 6),
  );
  if (!apart) return;
  const from = at + apart[0].length;
  if (readTitle(text, from, true)) roleAt(text, from, 2, company, titleKeeper(text, from, title));
  if (apart[0].includes('.')) return;
  const span = readCompany(text, from, false);
  const closed = span && /^\s*(?:[.|\n]|$)/.test(text.slice(span.end));
  if (
    span &&
    closed &&
    span.value.includes(' ') &&
    /^\p{Lu}/u.test(text.slice(span.start)) &&
    !readTitle(text, from, true)
  )
    company(span, 2);
}

/** Keeps a lone title only when it stands in its own clause. */
function titleKeeper(text: string, from: number, title: Keep): Keep {
  return (span, weight) =>
    span && span.start - from < 6 && text.length > 0 ? title(span, weight) : undefined;
}

function ownerIn(match: RegExpExecArray): Span | null {
  const at = match[0].search(/owner/i);
  return at < 0 ? null : { value: 'owner', start: match.index + at, end: match.index + at + 5 };
}
