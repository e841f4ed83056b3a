// The mood of one message, from words and signs alone: no model, the same answer every time.
import { CUES, INTENSIFIERS, type Mood, MOODS, NEGATIONS, SIGNS } from './mood-words.ts';

export type MoodReading = {
  mood: Mood;
  /** How much speaks for each mood; neutral is what is left when nothing speaks loud enough. */
  scores: Record<Mood, number>;
};

/** Less than this is no mood. */
const LOUD_ENOUGH = 0.85;
/** So many words back a "not" still counts. */
const NEGATION_REACH = 3;
const LONGEST_PHRASE = 5;

type Cue = { mood: Mood; weight: number };
const exact = new Map<string, Cue>();
const prefixes: (Cue & { stem: string })[] = [];
for (const [mood, groups] of Object.entries(CUES) as [Mood, [number, string][]][])
  for (const [weight, list] of groups)
    for (const phrase of list.split('|').map((one) => one.trim().replace(/\s+/g, ' ')))
      if (phrase.endsWith('*')) prefixes.push({ stem: phrase.slice(0, -1), mood, weight });
      else if (phrase !== '') exact.set(phrase, { mood, weight });

/** Reads the mood of one message. */
export const readMood = (text: string): MoodReading => {
  const scores = Object.fromEntries(MOODS.map((mood) => [mood, 0])) as Record<Mood, number>;
  const words = wordsOf(text);
  for (let at = 0; at < words.length;) {
    const [cue, length] = cueAt(words, at);
    if (cue) add(scores, cue, words, at);
    at += length;
  }
  for (const [sign, mood, weight] of SIGNS) if (sign.test(text)) scores[mood] += weight;
  emphasise(scores, text);
  return { mood: loudest(scores), scores };
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    // Held letters: "sooo" is "so", "loveee" is "love"; two stay two ("good").
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];

/** The longest cue that begins here, and how many words it takes. */
const cueAt = (words: string[], at: number): [Cue | null, number] => {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    const cue = exact.get(phrase);
    if (cue) return [cue, length];
    const stem = length <= 3 && prefixes.find((one) => phrase.startsWith(one.stem));
    if (stem && stem.stem.split(' ').length === length) return [stem, length];
  }
  return [null, 1];
};

/** What a mood becomes under a "not": "not happy" is a complaint, "not bad" is praise, the rest is nothing. */
const NEGATED: Partial<Record<Mood, [Mood, number]>> = {
  happy: ['frustrated', 0.8],
  frustrated: ['happy', 0.4],
  excited: ['frustrated', 0.4],
};

const add = (
  scores: Record<Mood, number>,
  { mood, weight }: Cue,
  words: string[],
  at: number,
): void => {
  const before = words.slice(Math.max(0, at - NEGATION_REACH), at);
  const strength = INTENSIFIERS.has(words[at - 1] ?? '') ? 1.3 : 1;
  if (!before.some((word) => NEGATIONS.has(word))) {
    scores[mood] += weight * strength;
    return;
  }
  const [other, share] = NEGATED[mood] ?? [mood, 0];
  scores[other] += weight * share;
};

/** Exclamation marks and capitals make a mood louder, and a happy one excited. */
const emphasise = (scores: Record<Mood, number>, text: string): void => {
  const marks = (text.match(/!/g) ?? []).length;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const isShouted = letters.length >= 8 && letters === letters.toUpperCase();
  if (marks === 0 && !isShouted) return;
  const share = 1 + Math.min(marks, 3) * 0.1 + (isShouted ? 0.2 : 0);
  for (const mood of MOODS) scores[mood] *= share;
  if (isShouted) scores.angry += 0.3;
};

const loudest = (scores: Record<Mood, number>): Mood => {
  let mood: Mood = 'neutral';
  let most = LOUD_ENOUGH;
  for (const one of MOODS)
    if (scores[one] > most) {
      mood = one;
      most = scores[one];
    }
  return mood;
};
