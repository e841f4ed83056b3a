// Complaints and troubles of the contact, as short clauses in their own words.

import type { Sourced } from '../../enrichment/fields.ts';
import { ABOUT_OTHERS, NO_PAIN, PAIN_CUES } from './pain-cues.ts';
import { quoteOf, type Sentence, tidy } from './sentences.ts';
import { ADJECTIVES, CLOSED, stem, wordsOf } from './words.ts';

export type Pain = Sourced<string> & { index: number };

const MOST_PAINS = 5;
const LONGEST_PAIN = 100;
/** Troubles of long ago are history, not what to keep in mind. */
const RECENT_DAYS = 90;
/** "Where is my order?" is a trouble as long as it is fresh. */
const QUESTION_DAYS = 14;
const DAY = 86_400_000;
const CLAUSE_BREAK =
  /(?:[,;:(]\s+|\s-\s|\s+(?:but|because|'?cause|cuz|so|and then|pero|aber|mais|mas|though)\s+)/giu;
const OPENING =
  /^(?:and|but|so|because|since|well|honestly|actually|i think|i guess|it seems|apparently|just|also|that|which|y|pero|und|aber|et|mais|e|mas|my late|small thing|sorry)\s+/iu;
const FEWEST_WORDS = 3;
const SOLVED =
  /\b(?:fixed|solved|sorted|repaired|mended|replaced|it's here|is here|arrived|done|back to normal|feeling (?:much )?better|sent|signed|went fine|steht|arregl\w+|listo|réparé|repariert|consertad[oa])\b/iu;

/** At most five, the newest first. */
export function findPains(sentences: Sentence[]): Pain[] {
  const last = sentences.at(-1)?.time ?? Number.NaN;
  const found: Pain[] = [];
  const known: Set<string>[] = [];
  for (const sentence of sentences.toReversed()) {
    if (found.length === MOST_PAINS) break;
    if (!sentence.inbound || last - sentence.time > RECENT_DAYS * DAY) continue;
    const pain = readPain(sentence);
    if (!pain) continue;
    const key = new Set(
      wordsOf(pain.value)
        .filter(({ folded }) => !CLOSED.has(folded))
        .map(({ folded }) => stem(folded)),
    );
    if (known.some((other) => sharesMost(key, other)) || isSolved(key, sentence, sentences))
      continue;
    if (sentence.asks && last - sentence.time > QUESTION_DAYS * DAY) continue;
    known.push(key);
    found.push(pain);
  }
  return found;
}

function readPain(sentence: Sentence): Pain | null {
  const { text } = sentence;
  if (NO_PAIN.test(text)) return null;
  for (const cue of PAIN_CUES) {
    const match = cue.exec(text);
    if (!match) continue;
    const { start, end } = clauseAround(text, match.index, match.index + match[0].length);
    const clause = text.slice(start, end);
    if (isOfOthers(clause) || (/\?\s*$/.test(clause) && !/where/i.test(match[0]))) continue;
    const value = tidy(tidy(clause, 400).replace(OPENING, ''), LONGEST_PAIN);
    if (wordsOf(value).length < FEWEST_WORDS || saysNothing(value)) continue;
    return { value, evidence: quoteOf(sentence, start, end), index: sentence.index };
  }
  return null;
}

/** "You trusted", "your day was hard": about the reader, unless the contact speaks of themselves in it. */
function isOfOthers(clause: string): boolean {
  return ABOUT_OTHERS.test(clause) && !/\b(?:i|my|me|our|we|nobody|i'm|i've)\b/i.test(clause);
}

/** "It was frustrating": true, but nobody knows what. */
function saysNothing(value: string): boolean {
  const telling = wordsOf(value).filter(
    ({ folded }) => !CLOSED.has(folded) && !ADJECTIVES.has(folded),
  );
  return (
    telling.length < 2 ||
    (/^(?:it|it's|this|that|which|has|i'?m|i've|i)\b/iu.test(value) &&
      telling.length < 3 &&
      !/\b(?:i|my|our|nobody)\b/iu.test(value))
  );
}

function clauseAround(text: string, from: number, to: number): { start: number; end: number } {
  let start = 0;
  let end = text.length;
  for (const gap of text.matchAll(CLAUSE_BREAK)) {
    const after = gap.index + gap[0].length;
    if (after <= from) start = after;
    else if (gap.index >= to) {
      end = gap.index;
      break;
    }
  }
  if (wordsOf(text.slice(start, end)).length < FEWEST_WORDS) return { start: 0, end: text.length };
  return { start, end };
}

/** Somebody said later that it is mended, or that it is there. */
function isSolved(key: Set<string>, sentence: Sentence, sentences: Sentence[]): boolean {
  const later = sentences.slice(sentences.indexOf(sentence) + 1);
  return later.some(
    (other) =>
      other.index > sentence.index &&
      SOLVED.test(other.text) &&
      wordsOf(other.text).some(({ folded }) => key.has(stem(folded))),
  );
}

function sharesMost(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 2 > Math.min(a.size, b.size);
}
