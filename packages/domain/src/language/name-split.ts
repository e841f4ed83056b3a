// Splits the words of a name into given name and family name, in their proper casing.

import { nameCase } from './name-case.ts';
import { isGiven, isParticle, isSurname, isWordName } from './name-lists.ts';
import type { ReadName } from './name-shape.ts';
import { DOUBLE_NAMES } from './name-words.ts';
import type { Token } from './tokens.ts';

export const SUFFIXES = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'phd',
  'md',
  'cpa',
  'dds',
  'rn',
]);

/** A title that comes before a family name when one name follows it; the others come before either. */
const FORMAL =
  /^(?:dr|doctor|mrs?|ms|mx|prof|professor|herr|frau|monsieur|madame|mme|mlle|rev|officer|capt|captain|sgt|lt|col|judge)$/;

const GENDERED: Record<string, true> = { mr: true, mrs: true, ms: true, miss: true, sir: true };

export function assemble(used: Token[], title: string | undefined, start: number): ReadName | null {
  const words = used.filter((word, index) => index === 0 || !SUFFIXES.has(word.folded));
  const head = words[0];
  const end = used.at(-1)?.end;
  if (!head || end === undefined) return null;
  const known = isGiven(head.folded) && !isWordName(head.folded);
  const shown = title && GENDERED[title] ? { title } : {};
  if (words.length === 1 && title && (FORMAL.test(title) || isSurname(head.folded))) {
    if (FORMAL.test(title) ? title !== 'frau' || !known : !known) {
      return { last: nameCase(head.text), start, end, known, ...shown };
    }
  }
  if (words.length === 1 && isSurname(head.folded) && !isGiven(head.folded)) {
    return { last: nameCase(head.text), start, end, known, ...shown };
  }
  const { first, rest } = splitFirst(words);
  const family = splitFamily(rest);
  const last = family
    .map((word, index) => nameCase(word.text, index < family.length - 1))
    .join(' ');
  return { first, ...(last ? { last } : {}), start, end, known, ...shown };
}

/** Given names after a title of Mary, which hold a particle. */
const MARIAN =
  /^(?:maria|ana|juana|jose) (?:del?|de la|de los|de las) (?:carmen|pilar|mar|rosario|jesus|angeles|paz|lourdes|fatima|sol|luz|consuelo|socorro|refugio)(?: |$)/;

/** The given name, of one or two words ("Mary Ann"), and the words after it. */
function splitFirst(words: Token[]): { first: string; rest: Token[] } {
  const [head, second, ...others] = words;
  if (!head) return { first: '', rest: [] };
  const first = nameCase(head.text);
  const marian = MARIAN.exec(words.map((word) => word.folded).join(' '));
  if (marian) {
    const count = marian[0].trim().split(' ').length;
    const whole = words
      .slice(0, count)
      .map((word, index) => nameCase(word.text, index < count - 1));
    return { first: whole.join(' '), rest: words.slice(count) };
  }
  if (!second) return { first, rest: [] };
  if (
    DOUBLE_NAMES[head.folded]?.has(second.folded) &&
    (others.length > 0 || !isSurname(second.folded))
  ) {
    return { first: `${first} ${nameCase(second.text)}`, rest: others };
  }
  return { first, rest: [second, ...others] };
}

/** The family name without middle names and initials: from the first particle on, or the last one or two words. */
function splitFamily(rest: Token[]): Token[] {
  const full = rest.filter((word) => word.text.length > 1);
  const particle = full.findIndex(
    (word, index) => isParticle(word.folded) && index < full.length - 1,
  );
  if (particle >= 0) {
    const before = full[particle - 1];
    return before && isSurname(before.folded) && !isGiven(before.folded)
      ? full.slice(particle - 1)
      : full.slice(particle);
  }
  if (full.length < 2) return full;
  const middle = full[0];
  const isMiddle = middle !== undefined && isGiven(middle.folded) && !isIberian(middle.folded);
  return isMiddle ? full.slice(1) : full;
}

/** Family names of Spain and Latin America come in pairs, of which the first is no middle name. */
function isIberian(folded: string): boolean {
  return isSurname(folded) && /(?:ez|ia|ado|ero|era|illo|illa|ales|ones|os|as)$/.test(folded);
}
