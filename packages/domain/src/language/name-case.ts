// The proper casing of a name: "mcdonald" is McDonald, "ANNA" is Anna, "VAN DER BERG" is van der Berg.

import { fold } from './tokens.ts';
import { isParticle } from './name-lists.ts';

/** Initials that people use as a name keep their capitals. */
const INITIALS = new Set([
  'aj',
  'bj',
  'cj',
  'dj',
  'ej',
  'jb',
  'jc',
  'jd',
  'jj',
  'jp',
  'jr',
  'jt',
  'kc',
  'kj',
  'mj',
  'pj',
  'rj',
  'tj',
  'tk',
]);

/** "JP", "TJ": initials that people use as a given name. */
export function isInitials(word: string): boolean {
  return /^\p{Lu}{2}$/u.test(word) && INITIALS.has(fold(word));
}

/** True when the writer chose the casing: a capital first and small letters after it. */
function isDeliberate(word: string): boolean {
  return /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);
}

function capitalize(part: string): string {
  const [first = '', ...rest] = part;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/**
 * The proper casing of one word of a name.
 * @param word - as written
 * @param following - true for a word after the first one, where a particle is small
 */
export function nameCase(word: string, following = false): string {
  if (isDeliberate(word)) return word;
  const folded = fold(word);
  if (INITIALS.has(folded)) return word.toUpperCase();
  if (following && isParticle(folded)) return word.toLowerCase();
  return word
    .split('-')
    .map((half) => {
      const mc = /^(mc)(\p{L}{3,})$/iu.exec(half);
      if (mc) return `Mc${capitalize(mc[2] ?? '')}`;
      const apostrophe = /^(o|d|l|n)'(\p{L}{2,})$/iu.exec(half);
      if (apostrophe)
        return `${capitalize(apostrophe[1] ?? '')}'${capitalize(apostrophe[2] ?? '')}`;
      return capitalize(half);
    })
    .join('-');
}
