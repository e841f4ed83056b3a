// The mood of a conversation from the contact's words: recent messages weigh more, so that a complaint
// that ended well is not held against anybody.

import type { Sentiment } from '../../enrichment/fields.ts';
import type { Sentence } from './sentences.ts';
import { BOOSTERS, MOOD_SIGNS, MOOD_WORDS, NEGATORS } from './sentiment-words.ts';
import { wordsOf } from './words.ts';

/** A message loses half of its weight with every so many messages after it. */
const HALF_LIFE_MESSAGES = 3;
/** A message without any mood hardly changes what the others say. */
const PLAIN_WEIGHT = 0.4;
/** Messages before these say nothing of the present mood. */
const RECENT_MESSAGES = 20;
const CLEAR = 0.4;
/** Weight of having no mood, before anything is read: one faint word is not enough. */
const PRIOR = 1.5;

/** How the contact feels at the end of the conversation. */
export function readSentiment(sentences: Sentence[]): Sentiment {
  const scores = new Map<number, number>();
  for (const { inbound, index, text } of sentences.toReversed()) {
    if (!inbound) continue;
    if (!scores.has(index) && scores.size === RECENT_MESSAGES) break;
    scores.set(index, (scores.get(index) ?? 0) + moodOf(text));
  }
  const recent = [...scores.values()];
  let sum = 0;
  let weights = 0;
  recent.forEach((score, age) => {
    const weight = 0.5 ** (age / HALF_LIFE_MESSAGES) * (score === 0 ? PLAIN_WEIGHT : 1);
    sum += weight * Math.max(-4, Math.min(4, score));
    weights += weight;
  });
  const mean = sum / (weights + PRIOR);
  if (mean >= CLEAR) return 'positive';
  return mean <= -CLEAR ? 'negative' : 'neutral';
}

/** The mood of one text: above 0 good, below 0 bad. */
export function moodOf(text: string): number {
  const words = wordsOf(text);
  const isQuestion = /\?\s*$|^(?:does|will|is|are|can|do) /iu.test(text);
  let score = 0;
  words.forEach(({ folded, text: written }, at) => {
    const weight =
      MOOD_WORDS.get(folded) ?? MOOD_WORDS.get(folded.replace(/(.)\1{2,}/g, '$1')) ?? 0;
    if (weight === 0) return;
    // "Does it hurt?" is no complaint.
    if (weight < 0 && weight > -3 && isQuestion) return;
    const before = words.slice(Math.max(0, at - 3), at).map((word) => word.folded);
    const isNegated = before.some((word) => NEGATORS.has(word));
    const isStrong =
      before.some((word) => BOOSTERS.has(word)) ||
      /(.)\1{2,}/.test(folded) ||
      (written.length > 3 && written === written.toUpperCase());
    score += weight * (isNegated ? -0.5 : 1) * (isStrong ? 1.4 : 1);
  });
  for (const [pattern, weight] of MOOD_SIGNS)
    score += weight * Math.min(2, (text.match(pattern) ?? []).length);
  if (score !== 0 && /!/.test(text)) score *= 1.2;
  return score;
}
