// Turns what people wrote into short phrases that read well in a note.

import type { Sourced } from '../enrichment/fields.ts';
import { fold } from './tokens.ts';

/** Who the words of a sentence belong to once somebody else tells them. */
type Speaker = 'contact' | 'business';

const SHIFTS: Record<Speaker, Record<string, string>> = {
  contact: {
    i: 'they',
    "i'm": 'they are',
    im: 'they are',
    "i'll": 'they will',
    "i've": 'they have',
    "i'd": 'they would',
    me: 'them',
    my: 'their',
    mine: 'theirs',
    myself: 'themselves',
    we: 'they',
    "we're": 'they are',
    "we'll": 'they will',
    "we've": 'they have',
    us: 'them',
    our: 'their',
    ours: 'theirs',
    ourselves: 'themselves',
    am: 'are',
    you: 'us',
    u: 'us',
    "you're": 'we are',
    your: 'our',
    ur: 'our',
    yours: 'ours',
  },
  business: {
    i: 'we',
    "i'm": 'we are',
    "i'll": 'we will',
    "i've": 'we have',
    me: 'us',
    my: 'our',
    am: 'are',
    you: 'them',
    "you're": 'they are',
    "you'll": 'they will',
    your: 'their',
    yours: 'theirs',
  },
};
/** After these words "you" is the subject: "when you come" is "when we come". */
const SUBJECT_BEFORE =
  /(?:^|\b(?:when|if|that|what|where|how|why|whether|once|until|till|before|after|because|as|whatever|think|hope|know|sure|and|but|so|than|while|do|did|can|could|will|would)\s)$/i;

/** The sentence as told by us about the contact: "my car" is "their car", "you" is "us". */
export function reported(text: string, speaker: Speaker): string {
  const plural = text
    .replace(/(?<![\p{L}'])i was(?![\p{L}'])/giu, 'i were')
    .replace(/(?<![\p{L}'])i wasn't/giu, "i weren't");
  return plural.replace(/\p{L}+(?:'\p{L}+)?/gu, (word, at: number) => {
    const shift = SHIFTS[speaker][word.toLowerCase()];
    if (!shift) return word;
    const subject = SUBJECT_BEFORE.test(plural.slice(Math.max(0, at - 12), at));
    const next = plural.slice(at + word.length, at + word.length + 8);
    if (
      /^(?:you|u)$/i.test(word) &&
      (subject || /^\s(?:can|could|will|have|are|do|did|want|need|guys|all)\b/i.test(next))
    ) {
      return speaker === 'contact' ? 'we' : 'they';
    }
    return shift;
  });
}

const LEADING =
  /^(?:[\s,.!?;:*"'-]|\p{Extended_Pictographic}|(?:hi|hey|hello|so|but|and|also|btw|by the way|well|ok|okay|yes|yeah|yep|no|oh|wow|hmm|um|lol|haha|actually|honestly|anyway|plus|because|cause|since|then|thanks|thank you|sorry|please|just|ps)(?![\p{L}'])(?! (?:for|in|that|this|is|it|to|much|far|well)\b))+/iu;

/** Without greetings and filler words before it and without signs after it; at most `limit` characters, whole words. */
export function tidy(text: string, limit: number): string {
  let phrase = text.replace(/\s+/g, ' ').trim();
  const lead = LEADING.exec(phrase)?.[0].length ?? 0;
  phrase = phrase
    .slice(lead)
    .replace(/[\s.,!?;:*"-]+$/u, '')
    .replace(/\s*\p{Extended_Pictographic}\ufe0f?\s*/gu, ' ')
    .trim();
  if (phrase.length <= limit) return phrase;
  const cut = phrase.slice(0, limit + 1);
  const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' - '));
  const end = clause > limit * 0.5 ? clause : cut.lastIndexOf(' ');
  return phrase
    .slice(0, end > 0 ? end : limit)
    .replace(/[\s.,!?;:-]+$/u, '')
    .replace(/\s(?:and|or|but|the|a|an|to|of|for|with|in|on|at|my|their|that|which|so|i)$/i, '');
}

/** With a capital first letter. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Without repetitions: a phrase whose words another phrase holds already is left out. */
export function distinct(found: Sourced<string>[], limit: number): Sourced<string>[] {
  const kept: { item: Sourced<string>; words: Set<string> }[] = [];
  for (const item of found) {
    const words = new Set(fold(item.value).match(/[\p{L}\p{N}]{3,}/gu) ?? [fold(item.value)]);
    const same = kept.some((other) => share(words, other.words) > 0.6);
    if (!same) kept.push({ item, words });
    if (kept.length === limit) break;
  }
  return kept.map(({ item }) => item);
}

function share(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, Math.min(a.size, b.size));
}
