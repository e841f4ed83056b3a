// What troubles the contact, as they state it.

import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { distinct, reported, sentenceCase, tidy } from './phrases.ts';
import { isSocial } from './social.ts';
import { evidence, sentences } from './tokens.ts';

const LIMIT = 5;
const MAX = 90;
/** Cues of trouble with their weight. */
const CUES: [RegExp, number][] = [
  [
    /\b(?:is|are|was|'s|keeps?|still|has|got|arrived|came)\s(?:\w+\s)?(?:broken|leaking|cracked|failing|crashing|damaged|faulty|missing|dead|overdue|delayed|stuck|dirty|out of order|wrong size)\b/i,
    3,
  ],
  [
    /\b(?:not|doesn't|does not|isn't|won't|stopped|never) work(?:ing|s|ed)?\b|\b(?:broken|leaking|chipped|cracked|throwing error|error \w+|out of order)\b/i,
    3,
  ],
  [
    /\b(?:problem|problems|issue|issues|trouble|difficulty|complaint) (?:with|is|was|about|getting|logging|since)\b|\bhaving (?:a |some )?(?:problem|issue|trouble)/i,
    3,
  ],
  [
    /\b(?:struggling|struggle|frustrated|frustrating|disappointed|disappointing|unacceptable|ridiculous|annoyed|annoying|fed up|upset|unhappy|overwhelmed|stressed|stressful|exhausted|burnt? out|devastated|heartbroken)\b/i,
    2,
  ],
  [
    /\b(?:i|we)(?:'m| am|'re| are)? (?:can't|cannot|cant|couldn't|unable to|not able to|haven't been able)\b(?! wait| believe| thank| agree| help but| imagine)/i,
    2,
  ],
  [
    /\b(?:still|been) (?:waiting|no (?:answer|reply|response|hot water|refund))|\b(?:nobody|no one|no-one) (?:has )?(?:called|answered|replied|came|showed|told|responded)|\bnever (?:got|received|arrived|showed|called|heard)\b|\bhasn't (?:arrived|come|been)\b/i,
    3,
  ],
  [
    /\b(?:too|so|very|really|quite) (?:expensive|pricey|slow|loud|hard|difficult|complicated|confusing|small|late|tough|painful)\b|\bovercharged\b|\bcharged (?:me )?twice\b/i,
    2,
  ],
  [
    /\b(?:worried|worry|anxious|nervous|scared|afraid) (?:about|of|that)\b|\b(?:hurts|hurting|in pain|injured|sick|ill|lost my|lost our|passed away|died|laid off|broke up|divorc\w+)\b/i,
    2,
  ],
  [
    /\bit'?s been (?:really |so |very |pretty )?(?:hard|tough|rough|difficult|stressful)\b|\b(?:hard|tough|rough) (?:time|week|day|month|year)\b/i,
    2,
  ],
  [
    /\bno (?:funciona|sirve|llega|me han)\b|\b(?:roto|averiad[oa]|problema con|queja)\b|\bne (?:marche|fonctionne) pas\b|\b(?:cassé|en panne|problème avec|toujours pas)\b|\b(?:kaputt|funktioniert nicht|geht nicht|defekt|immer noch nicht|seit tagen)\b|\b(?:não funciona|quebrad[oa]|com defeito|problema com)\b|\b(?:kharab|nahi chal|kaam nahi|dikkat|nahi mila|nahi aaya)\b/iu,
    3,
  ],
];
/** In a chat between friends only the writer's own troubles count. */
const OWN = /(?<![\p{L}'])(?:i|i'm|im|i've|my|me|we|our)(?![\p{L}'])/iu;
/** Sentences about others, questions, and comfort. */
const NOT_THEIRS =
  /^(?:[^,]{0,20}\b(?:you|your|u|she|he|they|let's|everyone|people|spreading|when|what's|wish)\b)|\?\s*$|\b(?:no (?:problem|issue|worries|trouble)|not a problem|if (?:it|there|you|i)|sorry to hear|hope|would be|might be|used to|no longer|glad|great|love|thanks|you're|you've|couldn't have|keep (?:working|pushing|going)|working hard|figured|proud|worth it|pushing)\b/i;

/**
 * Up to five troubles, the gravest first, then the latest.
 * @param turns - the conversation in order of time; only inbound text is read
 */
export function findPainPoints(turns: PlainTurn[]): Sourced<string>[] {
  const found: { item: Sourced<string>; score: number }[] = [];
  const isSocialChat = isSocial(turns);
  const inbound = turns.filter(({ turn }) => turn.direction === 'inbound');
  for (const [index, { turn, text }] of inbound.entries()) {
    for (const { start, end } of sentences(text)) {
      const sentence = text.slice(start, end);
      if (sentence.length > 260 || NOT_THEIRS.test(sentence.trim())) continue;
      const weights = CUES.filter(([pattern]) => pattern.test(sentence)).map(
        ([, weight]) => weight,
      );
      if (weights.length === 0) continue;
      if (isSocialChat && !OWN.test(sentence)) continue;
      const value = phrase(sentence);
      if (value.split(' ').length < 2) continue;
      const score = weights.reduce((sum, weight) => sum + weight, 0) + index / (inbound.length + 1);
      found.push({ item: { value, evidence: evidence(turn, start, end) }, score });
    }
  }
  return distinct(
    found.toSorted((a, b) => b.score - a.score).map(({ item }) => item),
    LIMIT,
  );
}

/** "I'm struggling with sleep" is "Struggling with sleep", "my boiler is broken" is "Boiler is broken". */
function phrase(sentence: string): string {
  const bare = tidy(sentence, MAX).replace(
    /^(?:i'm|i am|im|we're|we are|i've been|i have been|we've been|i've|i|we|my|our|the|there's|there is|it's)\s(?=\p{L})/iu,
    (lead) => (/^(?:i|we|it's)\s$/i.test(lead) ? lead : ''),
  );
  return sentenceCase(reported(bare, 'contact'));
}
