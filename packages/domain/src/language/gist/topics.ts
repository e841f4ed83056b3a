// What a conversation is about: the noun phrases that are specific and come back.

import type { Sentence } from './sentences.ts';
import { type Phrase, nounPhrase, tells } from './phrases.ts';
import { CLOSED, DETERMINERS, isTelling, JOINERS, stem, wordsOf } from './words.ts';

export type Topic = { text: string; turns: number; days: number };

type Tally = {
  turns: Set<number>;
  days: Set<string>;
  weight: number;
  phrases: Map<string, number>;
  last: number;
};

const HALF_LIFE_SHARE = 3;

/**
 * The topics of a conversation, the most telling first.
 * @param skip folded words that are no topic: names of the people
 */
export function findTopics(sentences: Sentence[], skip: Set<string>, limit: number): Topic[] {
  const tallies = new Map<string, Tally>();
  const length = sentences.at(-1)?.index ?? 0;
  for (const sentence of sentences) {
    const seen = new Set<string>();
    for (const phrase of phrasesOf(sentence.text)) {
      if (skip.has(phrase.head) || !isTelling(phrase.head)) continue;
      const key = stem(phrase.head);
      if (seen.has(key)) continue;
      seen.add(key);
      add(tallies, key, phrase, sentence, length, skip);
    }
  }
  return [...tallies.values()]
    .map((tally) => ({ tally, score: scoreOf(tally) }))
    .sort((a, b) => b.score - a.score || b.tally.last - a.tally.last)
    .slice(0, limit)
    .map(({ tally }) => ({ text: best(tally), turns: tally.turns.size, days: tally.days.size }));
}

function add(
  tallies: Map<string, Tally>,
  key: string,
  phrase: Phrase,
  sentence: Sentence,
  length: number,
  skip: Set<string>,
): void {
  const tally = tallies.get(key) ?? {
    turns: new Set(),
    days: new Set(),
    weight: 0,
    phrases: new Map(),
    last: 0,
  };
  tallies.set(key, tally);
  tally.turns.add(sentence.index);
  tally.days.add(sentence.turn.sent_at.slice(0, 10));
  const age = length === 0 ? 0 : (length - sentence.index) / length;
  tally.weight += (sentence.inbound ? 1 : 0.5) * 0.5 ** ((age * HALF_LIFE_SHARE) / 3);
  tally.last = sentence.index;
  const words = phrase.words.filter(({ folded }) => !skip.has(folded)).slice(-3);
  const text = words
    .map((word) =>
      word.folded === word.text.toLowerCase() && !/\p{Lu}.*\p{Lu}/u.test(word.text)
        ? lower(word.text, sentence.text, word.start)
        : word.text,
    )
    .join(' ');
  tally.phrases.set(text, (tally.phrases.get(text) ?? 0) + 1);
}

function scoreOf({ turns, days, weight }: Tally): number {
  return weight * Math.log2(1 + days.size) * (turns.size > 1 ? 1.5 : 1);
}

/** The wording that comes back most; of equals the more exact one. */
function best({ phrases }: Tally): string {
  return [...phrases].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || b.split(' ').length - a.split(' ').length,
  )[0]![0];
}

/** Names keep their capitals; the first word of a sentence loses it. */
function lower(word: string, text: string, at: number): string {
  return at === 0 || /[.!?]\s*$/.test(text.slice(0, at)) ? word.toLowerCase() : word;
}

/** Phrases after an article, a possessive, a number or a preposition, where a noun must follow. */
function phrasesOf(text: string): Phrase[] {
  const found: Phrase[] = [];
  const words = wordsOf(text);
  let end = 0;
  for (const word of words) {
    if (word.start < end) continue;
    const opens =
      DETERMINERS.has(word.folded) || JOINERS.has(word.folded) || /^\d+$/.test(word.folded);
    if (!opens || word.folded === 'to') continue;
    const phrase = nounPhrase(text, word.end + 1);
    if (!phrase || !tells(phrase) || CLOSED.has(phrase.head)) continue;
    found.push(phrase);
    end = phrase.end;
  }
  return found;
}
