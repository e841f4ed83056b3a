// Which of the contact's own sentences is worth quoting in a summary.

import { REQUEST } from './step-cues.ts';
import type { Sentence } from './sentences.ts';
import { isTelling, wordsOf } from './words.ts';

const SMALL_TALK =
  /^(?:(?:so|very|that|it|this|you|we|they|he|she)?'?s? ?(?:great|good|awesome|amazing|sounds|looks|perfect|cool|nice|thanks|thank|bye|see you|talk|take care|catch|have a|hope|glad|congrat|good luck|well done|keep|let's|absolutely|definitely|totally|agreed?|exactly|of course|sure|yes|yeah|no worries|no problem|can't wait|how|what about you|enjoy|cheers|my pleasure|appreciate))/iu;
/** Something about themselves, now: "I just signed the lease", "we're moving". */
const NEWS =
  /(?:^|[^\p{L}'])(?:i|we)(?:'ve| have|'m| am|'re| are)? (?:just|finally|recently|also|started|signed|got|went|been|joined|finished|bought|made|planning|working|thinking|going|learning|moved|lost|won|visited|adopted|opened|passed|found|took|applied|booked|met|had)\b|\bmy \p{L}+ (?:is|was|got|had|has|started)\b|\b(?:yesterday|last (?:week|night|weekend|month|\w+day)|today|this (?:week|month|weekend)|next (?:week|month))\b/iu;

/** Only politeness. */
export function isSmallTalk(text: string): boolean {
  return SMALL_TALK.test(text.trim());
}

/** How many sentences back the one to quote may be. */
const REACH = 8;
const SOCIAL_REACH = 40;

/**
 * The newest sentence that says what is on their mind: of the last message the request or question first,
 * else its most telling sentence; in a talk among friends the newest piece of news.
 * @param said sentences of the contact, oldest first
 */
export function tellingSentence(said: Sentence[], isSocial: boolean): Sentence | undefined {
  const recent = said.slice(isSocial ? -SOCIAL_REACH : -REACH);
  if (isSocial)
    return best(recent, (sentence) => (NEWS.test(sentence.text) && !sentence.asks ? 2 : 0));
  const last = recent.filter(({ turn }) => turn === recent.at(-1)?.turn);
  return (
    best(last, ({ asks, text }) => (REQUEST.test(text) ? 4 : asks ? 3 : 1)) ??
    best(recent, ({ asks, text }) => (REQUEST.test(text) || asks ? 2 : 1))
  );
}

function best(sentences: Sentence[], bonus: (sentence: Sentence) => number): Sentence | undefined {
  let found: Sentence | undefined;
  let highest = 0;
  for (const sentence of sentences) {
    const worth = worthOf(sentence) * bonus(sentence);
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
