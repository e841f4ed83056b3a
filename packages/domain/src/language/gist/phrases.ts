// Noun phrases: "a table for eight in walnut". Found by the closed word classes around them, without a tagger.

import {
  ADJECTIVES,
  CLOSED,
  DETERMINERS,
  GENERIC,
  isTelling,
  JOINERS,
  VERBS,
  type Word,
  wordsOf,
} from './words.ts';

/** A phrase with its place in the text it was read from. */
export type Phrase = { text: string; head: string; start: number; end: number; words: Word[] };

const MOST_WORDS = 5;
const MOST_JOINS = 2;
const ARTICLES = new Set(['a', 'an', 'the', 'my', 'our', 'your', 'his', 'their', 'every']);
/** "28 chairs reglued": the head is before it. */
const PARTICIPLE = /^(?!.*(?:eed|bed|shed|sled|moped)$)\p{L}+ed$/u;
/** "the lounge chairs for Monday": a time is no part of a thing. */
const TIME_WORD =
  /^(?:\d+(?:st|nd|rd|th|am|pm)|\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|week|weekend|month|year|january|february|march|april|may|june|july|august|september|october|november|december|christmas|now)$/;
/** What may stand between two words of one phrase. */
const SAME_PHRASE = /^(?: |-|\/| & )$/;

/**
 * The noun phrase that starts at an offset, articles in front left out; null when there is none.
 * @param joined whether further phrases tied by "for", "in", "of" ... belong to it
 */
export function nounPhrase(text: string, from: number, joined = false): Phrase | null {
  const words = wordsOf(text.slice(from, from + 160)).map((word) => ({
    ...word,
    start: word.start + from,
    end: word.end + from,
  }));
  if (words.length === 0 || !/^[\s"(*]{0,2}$/.test(text.slice(from, words[0]!.start))) return null;
  return phraseAt(text, words, 0, joined);
}

/** The noun phrase that starts at a word of a text that is split into words already. */
export function phraseAt(
  text: string,
  words: Word[],
  from: number,
  joined: boolean,
): Phrase | null {
  if (from >= words.length) return null;
  let at = skipDeterminers(text, words, from);
  const first = at;
  let end = takeNoun(text, words, at);
  if (end === at) return null;
  const head = words[end - 1]!.folded;
  for (let joins = 0; joined && joins < MOST_JOINS; joins += 1) {
    const joiner = words[end];
    if (!joiner || !JOINERS.has(joiner.folded) || !isTied(text, words, end)) break;
    at = skipDeterminers(text, words, end + 1);
    const next = at < words.length && isTied(text, words, end + 1) ? takeNoun(text, words, at) : at;
    if (next === at || words.slice(at, next).some(({ folded }) => TIME_WORD.test(folded))) break;
    end = next;
  }
  const start = words[first]!.start;
  const stop = words[end - 1]!.end;
  return { text: text.slice(start, stop), head, start, end: stop, words: words.slice(first, end) };
}

function skipDeterminers(text: string, words: Word[], from: number): number {
  let at = from;
  while (
    at < words.length &&
    at < from + 3 &&
    DETERMINERS.has(words[at]!.folded) &&
    (at === from || isTied(text, words, at))
  )
    at += 1;
  return at;
}

/** The end of the run of words that one noun phrase can hold; its last word must be able to be its head. */
function takeNoun(text: string, words: Word[], from: number): number {
  let end = from;
  while (end < words.length && end - from < MOST_WORDS) {
    const word = words[end]!;
    if (end > from && !isTied(text, words, end)) break;
    if (
      CLOSED.has(word.folded) ||
      ARTICLES.has(word.folded) ||
      (/n't$|'(?:s|re|ve|ll|d|m)$/.test(word.folded) && !/\p{L}'s$/u.test(word.folded))
    )
      break;
    if (end > from && VERBS.has(word.folded)) break;
    end += 1;
  }
  while (end > from && !canBeHead(words[end - 1]!.folded)) end -= 1;
  return end;
}

function canBeHead(folded: string): boolean {
  return (
    /\p{L}{2}/u.test(folded) &&
    !/(?:ly|'s|n't)$/.test(folded) &&
    !PARTICIPLE.test(folded) &&
    !VERBS.has(folded) &&
    !ADJECTIVES.has(folded)
  );
}

function isTied(text: string, words: Word[], at: number): boolean {
  return SAME_PHRASE.test(text.slice(words[at - 1]!.end, words[at]!.start));
}

/** True when the phrase says what it is: its head is no empty word. */
export function tells(phrase: Phrase): boolean {
  return (
    isTelling(phrase.head) ||
    phrase.words.some(({ folded }) => isTelling(folded) && !GENERIC.has(folded))
  );
}
