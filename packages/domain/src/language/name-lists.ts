// Lookups in the name lists: is a word a given name, a family name, a common word?

import { COMMON_WORDS } from './assets/common-words.gen.ts';
import { GIVEN_NAMES } from './assets/given-names.gen.ts';
import { MORE_GIVEN_NAMES, MORE_SURNAME_LIST } from './assets/more-names.ts';
import { SURNAMES } from './assets/surnames.gen.ts';
import {
  MORE_SURNAMES,
  NEVER_NAMES,
  ORGANIZATION_WORDS,
  PARTICLES,
  RISKY_NAMES,
  WORD_NAMES,
} from './name-words.ts';

const given = new Set([...GIVEN_NAMES.split(' '), ...MORE_GIVEN_NAMES.trim().split(/\s+/)]);
const surnames = new Set([...SURNAMES.split(' '), ...MORE_SURNAME_LIST.trim().split(/\s+/)]);
const common = new Set(COMMON_WORDS.split(' '));
/** Endings of English adjectives, participles and nouns of action, which unknown names do not have. */
const WORD_ENDING =
  /(?:ing|ed|ly|ful|less|able|ible|ous|tion|sion|ment|ness|ish|ese|ist|ists|ism)$/;

/** True for a given name of any language; of "Mary-Jane" both halves must be one. */
export function isGiven(folded: string): boolean {
  if (given.has(folded)) return true;
  return folded.includes('-') && folded.split('-').every((half) => isGiven(half));
}

export function isSurname(folded: string): boolean {
  if (surnames.has(folded) || MORE_SURNAMES.has(folded)) return true;
  return (
    folded.includes('-') && folded.split('-').every((half) => isSurname(half) || isGiven(half))
  );
}

/** True for a given name that is also a plain word, such as Mark or Grace. */
export function isWordName(folded: string): boolean {
  return WORD_NAMES.has(folded) || RISKY_NAMES.has(folded);
}

/** True for a word name that says what somebody is or when something happens: Christian, Happy, June. */
export function isRiskyName(folded: string): boolean {
  return RISKY_NAMES.has(folded);
}

export function isNeverName(folded: string): boolean {
  return NEVER_NAMES.has(folded);
}

export function isOrganizationWord(folded: string): boolean {
  return ORGANIZATION_WORDS.has(folded);
}

export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

/** True for a frequent word that is in neither name list. */
export function isCommonWord(folded: string): boolean {
  return common.has(folded) || NEVER_NAMES.has(folded) || ORGANIZATION_WORDS.has(folded);
}

/** True for a word with the ending of an adjective, a participle or a noun of action. */
export function hasWordEnding(folded: string): boolean {
  return WORD_ENDING.test(folded);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * True for a word of no list that can be a rare given name: not a common word, no ending of an adjective, and not one
 * slip of the keyboard away from a common word ("hungrry").
 */
export function looksLikeName(folded: string): boolean {
  if (!/^[a-z'-]{3,20}$/.test(folded) || !/[aeiouy]/.test(folded) || /(.)\1\1/.test(folded))
    return false;
  if (isCommonWord(folded) || hasWordEnding(folded)) return false;
  return !slips(folded).some((word) => common.has(word) || NEVER_NAMES.has(word));
}

/** The words that are one letter more, less, other or swapped away. */
function slips(word: string): string[] {
  const found: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (tail) found.push(head + tail.slice(1));
    if (tail.length > 1) found.push(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`);
    for (const letter of LETTERS) {
      found.push(head + letter + tail);
      if (tail) found.push(head + letter + tail.slice(1));
    }
  }
  return found;
}
