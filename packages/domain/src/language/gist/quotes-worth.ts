// Which of the contact's own sentences is worth quoting in a summary.

import { OPEN_QUESTION, REQUEST } from './step-cues.ts';
import { type Sentence, tidy } from './sentences.ts';
import { isTelling, wordsOf } from './words.ts';

const SMALL_TALK =
  /^(?:(?:so|very|that|it|this|you|we|they|he|she)?'?s? ?(?:great|good|awesome|amazing|sounds|looks|perfect|cool|nice|thanks|thank|bye|see you|talk|take care|catch|have a|hope|glad|congrat|good luck|well done|keep|let's|absolutely|definitely|totally|agreed?|exactly|of course|sure|yes|yeah|no worries|no problem|can't wait|how|what about you|enjoy|cheers|my pleasure|appreciate))/iu;
/** Something about themselves, now: "I just signed the lease", "we're moving". */
const NEWS =
  /(?:^|[^\p{L}'])(?:i|we)(?:'ve| have|'m| am|'re| are)? (?:just|finally|recently|also|started|signed|got|went|been|joined|finished|bought|made|planning|working|thinking|going|learning|moved|lost|won|visited|adopted|opened|passed|found|took|applied|booked|met|had|spent|volunteered|tried|came|saw|ran|helped|organi[sz]ed|hosted|attended|celebrated|performed|ordered|hired|launched|decided|painted|wrote|cooked|baked|played|opening|moving|getting)\b|\bmy \p{L}+ (?:is|was|got|had|has|started)\b/iu;

/** Only politeness. */
export function isSmallTalk(text: string): boolean {
  return SMALL_TALK.test(text.trim());
}

/** How many sentences back the one to quote may be. */
const REACH = 8;
const SOCIAL_REACH = 40;
const FIRST = 6;
/** Who they are stands in the summary already. */
const INTRODUCTION = /^(?:this is|it'?s|i'?m|i am|my name|\p{Lu}\p{L}+ \p{Lu}\p{L}+\b)/u;
const FIRST_PERSON = /(?:^|[^\p{L}'])(?:i|my|we|our|i'm|i've|we're)(?![\p{L}])/iu;

/**
 * The newest sentence that says what is on their mind: of the last message the request or question first,
 * else its most telling sentence; of a talk on one day what they came
 * for; in a talk among friends the newest piece of news.
 * @param said sentences of the contact, oldest first
 */
export function tellingSentence(said: Sentence[], isSocial: boolean): Sentence | undefined {
  const recent = said.slice(isSocial ? -SOCIAL_REACH : -REACH);
  if (isSocial)
    return (
      best(recent, ({ text, asks }) => (NEWS.test(text) && !asks ? 1 : 0)) ??
      best(recent, ({ text, asks }) => (FIRST_PERSON.test(text) && !asks ? 1 : 0))
    );
  if (isOneDay(said)) return best(said.slice(0, FIRST), urgency) ?? lastWords(said);
  const last = recent.filter(({ turn }) => turn === recent.at(-1)?.turn);
  return best(last, urgency) ?? best(recent, urgency) ?? lastWords(said);
}

/** A request weighs more than a question, a question more than a statement. */
function urgency({ text, asks }: Sentence): number {
  if (REQUEST.test(text) || OPEN_QUESTION.test(text)) return 4;
  if (asks) return 3;
  return INTRODUCTION.test(text) ? 0.3 : 1;
}

function lastWords(said: Sentence[]): Sentence | undefined {
  return said.findLast(({ text }) => wordsOf(text).length > 2 && !/\S@\S/.test(text));
}

function isOneDay(said: Sentence[]): boolean {
  return said[0]?.turn.sent_at.slice(0, 10) === said.at(-1)?.turn.sent_at.slice(0, 10);
}

function best(sentences: Sentence[], bonus: (sentence: Sentence) => number): Sentence | undefined {
  let found: Sentence | undefined;
  let highest = 0;
  for (const sentence of sentences) {
    const weight = bonus(sentence);
    const worth = weight === 0 || worthOf(sentence) === 0 ? 0 : worthOf(sentence) + 2 * weight;
    if (worth >= highest && worth > 0) {
      highest = worth;
      found = sentence;
    }
  }
  return found;
}

/** 0 for politeness and scraps; else how many words say something, within bounds. */
function worthOf({ text }: Sentence): number {
  const words = wordsOf(text);
  if (words.length < 4 || isSmallTalk(text) || /\S@\S|\bhttps?:/.test(text)) return 0;
  const telling = words.filter(({ folded }) => isTelling(folded)).length;
  return telling === 0 ? 0 : Math.min(5, telling) * (text.length > 180 ? 0.6 : 1);
}

/** The sentence with its neighbours of the same message, as far as they are short. */
export function around(sentence: Sentence, said: Sentence[], limit: number): string {
  const message = said.filter(({ turn }) => turn === sentence.turn);
  const at = message.indexOf(sentence);
  let first = at;
  let last = at;
  const length = (): number => message[last]!.end - message[first]!.start;
  while (last + 1 < message.length && message[last + 1]!.end - message[first]!.start <= limit)
    last += 1;
  while (first > 0 && message[last]!.end - message[first - 1]!.start <= limit) first -= 1;
  if (length() > limit) return tidy(sentence.text, limit);
  const { turn, start } = message[first]!;
  return turn.body.slice(start, message[last]!.end).replace(/\s+/g, ' ').trim();
}
