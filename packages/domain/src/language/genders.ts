// The contact's gender, only from what they say of themselves; a given name says nothing.

import type { Extraction } from '../enrichment/fields.ts';
import type { Candidate } from './name-candidate.ts';
import type { PlainTurn } from './plain-turns.ts';
import { evidence } from './tokens.ts';

type Gender = NonNullable<Extraction['gender']>;

const SELF = `(?<![\\p{L}'])(?:i'?m|i am|im|as|being|speaking as)(?: also| just| actually| only| a| an| the| one)*`;
/** Said outright: high. */
const OUTRIGHT: [Gender['value'], RegExp][] = [
  [
    'non-binary',
    new RegExp(
      `${SELF} (?:non-?binary|enby|genderqueer|agender)(?![\\p{L}])|my pronouns are they`,
      'iu',
    ),
  ],
  [
    'female',
    new RegExp(
      `${SELF} (?:[\\p{L}\\d-]+ ){0,4}(?:woman|girl|lady|female|gal)(?![\\p{L}'])(?! (?:needs|who needs))|soy (?:una )?mujer|je suis une femme|ich bin (?:eine )?frau(?![\\p{L}])(?! \\p{Lu})|sou (?:uma )?mulher`,
      'iu',
    ),
  ],
  [
    'male',
    new RegExp(
      `${SELF} (?:[\\p{L}\\d-]+ ){0,4}(?:man|guy|dude|male|bloke|gentleman)(?![\\p{L}'])|soy (?:un )?hombre|je suis un homme|ich bin ein mann|sou (?:um )?homem`,
      'iu',
    ),
  ],
];
/** Kinship and courtesy: likely, yet people also write for others. */
const IMPLIED: [Gender['value'], RegExp][] = [
  [
    'female',
    new RegExp(
      `${SELF} (?:(?:his|her|their|your|\\p{L}+'s) )?(?:[\\p{L}-]+ )?(?:mother|mom|mum|mama|wife|daughter|sister|aunt|grandmother|grandma|bride|widow|girlfriend|mum of|mother-in-law)(?![\\p{L}'])|soy (?:la |su )?(?:mamá|mama|esposa|madre)|je suis (?:la |sa )?(?:mère|maman|femme de)`,
      'iu',
    ),
  ],
  [
    'male',
    new RegExp(
      `${SELF} (?:(?:his|her|their|your|\\p{L}+'s) )?(?:[\\p{L}-]+ )?(?:father|dad|papa|husband|son|brother|uncle|grandfather|grandpa|groom|widower|boyfriend|father-in-law)(?![\\p{L}'])|soy (?:el |su )?(?:papá|esposo|padre|marido)|je suis (?:le |son )?(?:père|papa|mari)`,
      'iu',
    ),
  ],
];
const DENIED = /\b(?:not|never|isn't|if|like|no)\b[^.!?\n]{0,12}$/i;
const TITLES: Record<string, Gender['value']> = {
  mr: 'male',
  sir: 'male',
  mrs: 'female',
  ms: 'female',
  miss: 'female',
};

/**
 * The contact's gender with how sure it is: `high` when they say "I'm a woman" and the like, `low` from kinship or a
 * courtesy title.
 * @param turns - the conversation in order of time
 * @param names - where the contact's own name was said, with the titles before it
 */
export function findGender(turns: PlainTurn[], names: Candidate[]): Gender | undefined {
  return stated(turns, OUTRIGHT, 'high') ?? stated(turns, IMPLIED, 'low') ?? byTitle(names);
}

function stated(
  turns: PlainTurn[],
  cues: [Gender['value'], RegExp][],
  confidence: Gender['confidence'],
): Gender | undefined {
  for (const { turn, text } of turns) {
    if (turn.direction !== 'inbound') continue;
    for (const [value, pattern] of cues) {
      const match = pattern.exec(text);
      if (
        !match ||
        DENIED.test(text.slice(Math.max(0, match.index - 20), match.index)) ||
        / not /i.test(match[0])
      )
        continue;
      return {
        value,
        confidence,
        evidence: evidence(turn, match.index, match.index + match[0].length),
      };
    }
  }
  return undefined;
}

function byTitle(names: Candidate[]): Gender | undefined {
  const titled = names.find(({ title }) => title !== undefined && TITLES[title] !== undefined);
  const value = TITLES[titled?.title ?? ''];
  if (!titled || !value) return undefined;
  return { value, confidence: 'low', evidence: evidence(titled.turn, titled.start, titled.end) };
}
