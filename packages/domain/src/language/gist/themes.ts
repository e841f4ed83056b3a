// The recurring themes of a long talk among friends: words that they use as nouns, on many days, more than
// the other side does.

import { fold } from '../tokens.ts';
import { phraseAt } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { ADJECTIVES, CLOSED, DETERMINERS, isTelling, JOINERS, stem, type Word } from './words.ts';

type Tally = {
  ours: number;
  theirs: Set<number>;
  days: Set<string>;
  asNoun: number;
  forms: Map<string, number>;
  pairs: Map<string, number>;
};

const FEWEST_TURNS = 4;
/** A word that stands after an article or a preposition less often than this is rather a verb. */
const NOUN_SHARE = 0.25;
const PAIR_SHARE = 0.35;
const FEWEST_PAIRS = 3;

/**
 * At most `limit` themes, the most telling first.
 * @param skip folded words that are no theme: names of the people
 */
export function findThemes(sentences: Sentence[], skip: Set<string>, limit: number): string[] {
  const tallies = new Map<string, Tally>();
  for (const sentence of sentences) count(sentence, tallies, skip);
  const scored = [...tallies.values()]
    .filter(
      (tally) =>
        tally.theirs.size >= FEWEST_TURNS && tally.asNoun >= tally.theirs.size * NOUN_SHARE,
    )
    .map((tally) => ({ tally, score: scoreOf(tally) }))
    .sort((a, b) => b.score - a.score);
  const kept: string[] = [];
  const used = new Set<string>();
  for (const { tally } of scored) {
    if (kept.length === limit) break;
    const text = wording(tally);
    const stems = text.split(' ').map((word) => stem(fold(word)));
    if (stems.some((word) => used.has(word))) continue;
    stems.forEach((word) => used.add(word));
    kept.push(text);
  }
  return kept;
}

function count(sentence: Sentence, tallies: Map<string, Tally>, skip: Set<string>): void {
  const { words } = sentence;
  const nouns = nounPlaces(sentence.text, words);
  words.forEach((word, at) => {
    if (!isTelling(word.folded) || skip.has(word.folded) || word.folded.length < 4) return;
    const key = stem(word.folded);
    const tally = tallies.get(key) ?? {
      ours: 0,
      theirs: new Set(),
      days: new Set(),
      asNoun: 0,
      forms: new Map(),
      pairs: new Map(),
    };
    tallies.set(key, tally);
    if (!sentence.inbound) {
      tally.ours += 1;
      return;
    }
    tally.theirs.add(sentence.index);
    tally.days.add(sentence.turn.sent_at.slice(0, 10));
    if (nouns.has(word.start)) tally.asNoun += 1;
    increase(tally.forms, shown(word));
    for (const pair of pairsAt(sentence.text, words, at, skip)) increase(tally.pairs, pair);
  });
}

/** Where the nouns of noun phrases start: their heads, and what stands before them but for "-ing". */
function nounPlaces(text: string, words: Word[]): Set<number> {
  const places = new Set<number>();
  words.forEach((word, at) => {
    if (!DETERMINERS.has(word.folded) && !JOINERS.has(word.folded)) return;
    const phrase = phraseAt(text, words, at + 1, false);
    for (const part of phrase?.words ?? [])
      if (part.end === phrase!.end || !part.folded.endsWith('ing')) places.add(part.start);
  });
  return places;
}

/** "dance studio", "mental health": the word with its neighbour. */
function pairsAt(text: string, words: Word[], at: number, skip: Set<string>): string[] {
  const word = words[at]!;
  const [before, after] = [words[at - 1], words[at + 1]];
  const pairs: string[] = [];
  if (before && text.slice(before.end, word.start) === ' ' && canPair(before, skip))
    pairs.push(`${shown(before)} ${shown(word)}`);
  if (
    after &&
    text.slice(word.end, after.start) === ' ' &&
    isTelling(after.folded) &&
    !skip.has(after.folded)
  )
    pairs.push(`${shown(word)} ${shown(after)}`);
  return pairs;
}

function canPair({ folded }: Word, skip: Set<string>): boolean {
  if (skip.has(folded) || folded.length < 3 || DETERMINERS.has(folded)) return false;
  return (
    isTelling(folded) ||
    (ADJECTIVES.has(folded) && !CLOSED.has(folded) && PAIRED_ADJECTIVES.has(folded))
  );
}

const PAIRED_ADJECTIVES = new Set([
  'mental',
  'physical',
  'local',
  'online',
  'public',
  'social',
  'natural',
  'old',
  'new',
]);

/** Capitals stay inside a sentence: "Harry Potter", "LGBTQ"; at its start they say nothing. */
function shown({ text, folded, start }: Word): string {
  return (start > 0 && /^\p{Lu}/u.test(text)) || /\p{Lu}.*\p{Lu}/u.test(text) ? text : folded;
}

function scoreOf({ theirs, days, ours }: Tally): number {
  const share = theirs.size / (theirs.size + ours);
  return theirs.size * Math.log2(1 + days.size) * share ** 2;
}

/** The pair it mostly stands in, else its most frequent form. */
function wording({ forms, pairs, theirs }: Tally): string {
  const [pair, times] = top(pairs);
  if (times >= FEWEST_PAIRS && times >= theirs.size * PAIR_SHARE) return pair;
  return top(forms)[0];
}

function top(counts: Map<string, number>): [string, number] {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0]);
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
