// What the contact says they like, do for pleasure, or are looking for.

import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { distinct, reported, tidy } from './phrases.ts';
import { evidence, fold } from './tokens.ts';

const LIMIT = 6;
const I = `(?<![\\p{L}'])(?:i|we)`;
const OFTEN = `(?:\\s(?:really|also|just|always|absolutely|totally|still|truly|especially|usually|often|do|both|actually|recently))*`;

/** What precedes the thing, and how telling it is. */
const CUES: [RegExp, number][] = [
  [
    new RegExp(
      `${I}${OFTEN}\\s(?:love|enjoy|adore|collect)(?:\\s(?:to|doing|playing|watching|going))?\\s`,
      'giu',
    ),
    3,
  ],
  [
    new RegExp(
      `${I}(?:'m|\\sam|'re|\\sare|'ve been|\\shave been)${OFTEN}\\s(?:passionate about|obsessed with|crazy about|a (?:big|huge) fan of|a fan of|into|fond of|keen on|interested in|hooked on)\\s`,
      'giu',
    ),
    4,
  ],
  [
    new RegExp(
      `${I}${OFTEN}\\s(?:play|practice|practise|do|paint|write|teach|coach)\\s(?=(?:the )?(?:guitar|piano|violin|drums|cello|clarinet|soccer|football|tennis|basketball|golf|chess|yoga|pottery|pilates|video|board|rugby|cricket|hockey|volleyball|poetry|screenplays))`,
      'giu',
    ),
    4,
  ],
  [
    new RegExp(
      `${I}(?:'m|\\sam|'ve been|\\shave been|\\sstarted|'ve started|\\sjust started)${OFTEN}\\s(?:learning|studying|practicing|practising|training for|volunteering|taking up|learning about)\\s`,
      'giu',
    ),
    3,
  ],
  [
    new RegExp(
      `(?<![\\p{L}'])my (?:favou?rite|hobby|hobbies|passion)(?:\\s[\\p{L}]+){0,2}\\s(?:is|are|include|includes)\\s`,
      'giu',
    ),
    4,
  ],
  [
    new RegExp(
      `${I}(?:'m|\\sam|'re|\\sare)?${OFTEN}\\s(?:looking for|shopping for|in the market for|looking to (?:buy|rent|book|hire|get))\\s`,
      'giu',
    ),
    3,
  ],
  [
    new RegExp(
      `${I}${OFTEN}\\s(?:want|need|would like|'d like)\\s(?:to (?:buy|order|book|rent|hire|get|schedule|reserve)\\s)?(?=(?:a|an|the|some|\\d+|two|three|my|new|more)\\s)`,
      'giu',
    ),
    2,
  ],
  [
    /(?:me (?:encanta|gusta|interesa)n?|busco|estoy buscando|quisiera|j'adore|j'aime|je cherche|je voudrais|ich liebe|ich mag|ich suche|eu adoro|gosto de|procuro)\s/giu,
    3,
  ],
];
/** Things that say nothing without what was said before. */
const EMPTY =
  /^(?:it|that|this|them|these|those|you|your|u|how|what|when|where|who|to|the (?:idea|way|fact|one|ones|look|sound|vibe|energy)|hearing|seeing|talking|knowing|being|him|her|his|their|ya|all|everything|every|something|anything|someone|some (?:help|time|advice|info)|help|a lot|so|more about|if|because|one|a (?:moment|minute|second|sec|bit|few|little|new one|good|great|break|chat|hug|hand|favor|favour|chance|change|way|call|nice)|my (?:name|number|order|appointment|account|money|refund)|the (?:address|number|time|link|same|best|price|total|balance))\b/i;
/** Longer than this it is a story, no interest. */
const MAX = 44;
/** Words at the end that say when or how much. */
const TAIL =
  /(?:,? (?:now|together|again|today|lately|here|there|too|though|these days|right now|at the moment|some ?day|soon|this|that|it|them|with (?:you|him|her|them)|a (?:lot|ton|bunch)|so much|as well))+$/i;
/** Phrases that are no thing: they go on a sentence. */
const LOOSE =
  /^(?:is|was|are|were|as|at|in|on|by|of|and|or|but|thought|ton|lot|having|making|doing|being|getting|seeing|hearing|trying|going|coming|both|each|every|such|kind|most|more|much|new|old|one|two|any|no|other|same|next|last|get|word|curling|kids to|encouragement|\d+)(?:\s(?:this|that|it|them|to|you)|$)|^(?:is|was|are|were|as|at|in|on|by|of|and|or|but|thought|both)\s|[\d\W]{5,}/i;
const END =
  /[.!?;:\n()"]|,\s(?:and i|but|so|because|which|it|that|i|we|they|you|he|she|do|does|can|could|is|are|any)\b|\s(?:because|since|but|so that|so i|which|when|while|if|who|and (?:i|we|it|they|he|she|that|how|the way|am|was|have|would|will|want|need)|it's|as (?:well|it|they|i)|right now|these days|lately|too\b|a lot\b|so much|very much|please|thanks|i'm|i am|that (?:i|we|is|are|was|can|could|has)|to (?:help|see|know|make|keep|stay|be|get|have))\b|\s-\s|\p{Extended_Pictographic}/iu;

/**
 * Up to six interests, the most telling and the most repeated first.
 * @param turns - the conversation in order of time; only inbound text is read
 */
export function findInterests(turns: PlainTurn[]): Sourced<string>[] {
  const found = new Map<string, { item: Sourced<string>; score: number }>();
  for (const { turn, text } of turns) {
    if (turn.direction !== 'inbound') continue;
    for (const [pattern, weight] of CUES) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index + match[0].length;
        if (
          /\b(?:not|don't|never|if|would|used to)\s*$/i.test(
            text.slice(Math.max(0, match.index - 14), match.index),
          )
        )
          continue;
        const value = thing(text.slice(start, start + 90));
        if (!value) continue;
        const key = fold(value);
        const known = found.get(key);
        const item = { value, evidence: evidence(turn, match.index, start + value.length) };
        found.set(key, {
          item: known?.item ?? item,
          score: (known?.score ?? 0) + weight + specificity(value),
        });
      }
    }
  }
  const ranked = [...found.values()].toSorted((a, b) => b.score - a.score).map(({ item }) => item);
  return distinct(ranked, LIMIT);
}

/** The thing that is liked, or null when the words stand for nothing of their own. */
function thing(rest: string): string | null {
  const end = END.exec(rest);
  const raw = rest.slice(0, end ? end.index : rest.length).trim();
  if ((!end && rest.length > 80) || EMPTY.test(raw)) return null;
  const bare = tidy(raw, 90)
    .replace(/^(?:a|an|the|some|my|our|doing|to)\s(?=\p{L})/iu, '')
    .replace(TAIL, '');
  const phrase =
    bare.length > MAX
      ? bare.replace(/,? (?:and|or|with|for|in|on|at|from|about|to) .*$/i, '')
      : bare;
  const count = phrase.split(' ').length;
  if (
    phrase.length < 4 ||
    phrase.length > MAX ||
    count > 6 ||
    EMPTY.test(phrase) ||
    LOOSE.test(phrase)
  )
    return null;
  return reported(phrase, 'contact');
}

/** Two to four words say most. */
function specificity(value: string): number {
  const count = value.split(' ').length;
  return count >= 2 && count <= 4 ? 1 : 0;
}
