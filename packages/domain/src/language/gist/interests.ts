// What the contact likes, wants or cares about, in their own words.

import type { Sourced } from '../../enrichment/fields.ts';
import { isGiven } from '../name-lists.ts';
import {
  ENGLISH_CUES,
  ENGLISH_HINT,
  type InterestCue,
  NO_INTEREST,
  OTHER_CUES,
} from './interest-cues.ts';
import { nounPhrase } from './phrases.ts';
import { quoteOf, type Sentence, tidy } from './sentences.ts';
import { CLOSED, isTelling, stem, VERBS, wordsOf } from './words.ts';

export type Interest = Sourced<string> & {
  kind: InterestCue['kind'];
  strength: number;
  index: number;
};

const MOST_INTERESTS = 6;
/** "I love the view" is a passing remark; among many messages it needs a second one. */
const WEAK = 1;
const MANY_SENTENCES = 60;
const LONGEST_INTEREST = 60;
/** A compliment ("love your ...", "love that ...") is about the other side. */
const OF_OTHERS =
  /^(?:your|ur|you|u|that|this|these|those|his|her|their|how|when|what|it|to|being|seeing|hearing)(?![\p{L}])/iu;
/** "I want my kids to learn" is no wish for kids. */
const WISH_FOR_OTHERS = /(?:need|want|wanted|like|love|'d \S+) $/iu;
const NEGATED =
  /(?:n't|\bnot|\bnever|\bno longer|\bdont|\bused to|\bif|\bwish|\bwhen|\bkein\p{L}*|\bnicht|\bpas|\bn[ãa]o|\bwithout) (?:\S+ ){0,2}$/iu;

/**
 * At most six interests, the most telling first: named often before named with force before named once.
 * @param sentences of the whole conversation; only inbound ones are read
 * @param language ISO 639-1 code of the language the contact writes
 */
export function findInterests(sentences: Sentence[], language: string): Interest[] {
  const found = new Map<string, Interest>();
  const foreign = OTHER_CUES[language] ?? [];
  for (const sentence of sentences) {
    if (!sentence.inbound) continue;
    if (ENGLISH_HINT.test(sentence.text))
      for (const cue of ENGLISH_CUES) readCue(sentence, cue, false, found);
    for (const cue of foreign) readCue(sentence, cue, true, found);
  }
  const isLong = sentences.length > MANY_SENTENCES;
  return withoutParts(found)
    .filter(({ kind, strength }) => !isLong || kind === 'want' || strength > WEAK)
    .sort((a, b) => b.strength - a.strength || b.index - a.index)
    .slice(0, MOST_INTERESTS);
}

function readCue(
  sentence: Sentence,
  cue: InterestCue,
  isForeign: boolean,
  found: Map<string, Interest>,
): void {
  for (const match of sentence.text.matchAll(cue.pattern)) {
    const from = match.index + match[0].length;
    const before = sentence.text.slice(Math.max(0, match.index - 30), match.index + 1);
    if (NEGATED.test(before) || OF_OTHERS.test(sentence.text.slice(from))) continue;
    const phrase = isForeign ? clauseObject(sentence.text, from) : objectOf(sentence.text, from);
    if (
      !phrase ||
      (WISH_FOR_OTHERS.test(match[0]) &&
        / to /.test(` ${sentence.text.slice(phrase.start, phrase.end + 4)}`))
    )
      continue;
    const value = tidy(sentence.text.slice(phrase.start, phrase.end), LONGEST_INTEREST + 1).replace(
      /\b(?:my|our)\b/giu,
      'their',
    );
    const strength =
      cue.kind === 'like' && /^the /iu.test(sentence.text.slice(from)) ? WEAK : cue.strength;
    const key = keyOf(value);
    if (!key || value.endsWith('…')) continue;
    const known = found.get(key);
    if (known) known.strength += 2;
    else
      found.set(key, {
        value,
        evidence: quoteOf(sentence),
        kind: cue.kind,
        strength,
        index: sentence.index,
      });
  }
}

type Span = { start: number; end: number };

function objectOf(text: string, from: number): Span | null {
  const [first] = wordsOf(text.slice(from, from + 40));
  if (!first || NO_INTEREST.has(first.folded)) return null;
  return first.folded.endsWith('ing') ? activity(text, from) : thing(text, from);
}

/** A thing: a noun phrase with what is tied to it. */
function thing(text: string, from: number): Span | null {
  const phrase = nounPhrase(text, from, true);
  if (!phrase || NO_INTEREST.has(phrase.head) || !isTelling(phrase.head)) return null;
  if (phrase.words.some(({ folded }) => /^favou?rite/.test(folded))) return null;
  if (VERBS.has(phrase.words[0]!.folded) || NO_INTEREST.has(phrase.words[0]!.folded)) return null;
  if (/^\p{Lu}/u.test(text[phrase.start]!) && isGiven(phrase.head)) return null;
  return phrase;
}

/** Something that is done: "hiking in the mountains". */
function activity(text: string, from: number): Span | null {
  const [verb] = wordsOf(text.slice(from, from + 40));
  if (
    !verb ||
    verb.start > 0 ||
    !/^\p{L}{2,}ing$/u.test(verb.folded) ||
    NO_INTEREST.has(verb.folded)
  )
    return null;
  const start = from;
  let end = from + verb.end;
  const rest = text.slice(end);
  const joiner =
    /^ (?:(?:up|out|down|off|away) )?(?:(?:in|at|on|with|about|to|for|of|around|through|into) )?/.exec(
      rest,
    )?.[0] ?? '';
  if (!joiner) return { start, end };
  if (
    /^(?:my|our|the|a|an|new|up|out)?\s*(?:you|u|it|them|him|her|me|us|that|this)\b/i.test(
      rest.slice(joiner.length),
    )
  )
    return null;
  const object = nounPhrase(text, end + joiner.length, false);
  if (object && !NO_INTEREST.has(object.head)) end = object.end;
  else if (joiner.trim() || NO_INTEREST.has(object?.head ?? '')) return null;
  return { start, end };
}

const CLAUSE_END =
  /[,.;:!?()\n]|\s(?:que|porque|pero|y|cuando|mas|quando|e|et|mais|quand|qui|und|aber|weil|wenn|oder|ou|o|mit|hai|chahiye|ke liye|ki|aur|but|and)(?=\s)/iu;
const FOREIGN_ARTICLE =
  /^(?:el|la|los|las|un|una|unos|unas|mi|mis|le|les|des|du|une|mon|ma|mes|der|die|das|den|ein|eine|einen|einem|mein|meine|os|as|um|uma|meu|minha|de|d'|l')(?:\s+|(?<='))/iu;

/** The words up to the end of the clause, when they are few enough to be a phrase. */
function clauseObject(text: string, from: number): Span | null {
  const rest = text.slice(from, from + 120);
  const article = FOREIGN_ARTICLE.exec(rest)?.[0].length ?? 0;
  const stop = CLAUSE_END.exec(rest.slice(article))?.index ?? rest.length - article;
  const phrase = rest
    .slice(article, article + stop)
    .replace(/\s+(?:nach|an|auf|aus|ein)\s*$/iu, '')
    .trimEnd();
  const count = wordsOf(phrase).length;
  if (count === 0 || count > 6 || phrase.length < 4) return null;
  return { start: from + article, end: from + article + phrase.length };
}

function keyOf(value: string): string {
  return wordsOf(value)
    .filter(({ folded }) => !CLOSED.has(folded))
    .map(({ folded }) => stem(folded))
    .join(' ');
}

/** Of two interests that name the same, the longer one stays and takes the weight of the shorter. */
function withoutParts(found: Map<string, Interest>): Interest[] {
  const entries = [...found.entries()].sort(([a], [b]) => b.length - a.length);
  const kept: [string, Interest][] = [];
  for (const [key, interest] of entries) {
    const whole = kept.find(([other]) => ` ${other} `.includes(` ${key} `));
    if (whole) whole[1].strength += interest.strength;
    else kept.push([key, interest]);
  }
  return kept.map(([, interest]) => interest);
}
