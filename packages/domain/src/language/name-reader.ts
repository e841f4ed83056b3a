// Reads a person's name at a given place of a text: title, given name, middle names, particles, family name.

import { nameCase } from './name-case.ts';
import {
  acceptHead,
  acceptNext,
  fits,
  headStyle,
  WORD_SURNAMES,
  type Style,
} from './name-judge.ts';
import {
  isCommonWord,
  isNeverName,
  isOrganizationWord,
  isParticle,
  isSurname,
} from './name-lists.ts';
import type { ReadName, Trust } from './name-shape.ts';
import { assemble } from './name-split.ts';
import { FOREIGN_WORDS } from './name-words.ts';
import { fold, tokens, type Token } from './tokens.ts';

const TITLE =
  /(?:dr|doctor|mrs?|ms|miss|mx|prof|professor|sir|herr|frau|sra?|señora?|senora?|srta|señorita|monsieur|madame|mme|mlle|dona|pastor|father|sister|rev|reverend|captain|capt|sgt|officer|coach|chef|lt|col|judge|fr|rabbi|imam|nurse|aunt(?:ie|y)?|uncle|grandma|granny|nana|grandpa|big|lil'?)\.?\s{1,2}(?=\p{L})/iuy;

/**
 * Reads the name that starts at `from`.
 * @param text - a message in plain signs (`plain`)
 * @param from - offset of the first letter, spaces before it are skipped
 * @param trust - how much the words before it prove
 * @param greeted - true when the cue opens a message or follows a greeting, which supports a name that is a word
 * @returns the name with its place, or null when what stands there is no name
 */
export function readName(
  text: string,
  from: number,
  trust: Trust,
  greeted = false,
): ReadName | null {
  let at = from;
  while (/[\s"'*_(]/.test(text[at] ?? '')) at += 1;
  const title = readTitle(text, at);
  const words = adjacentWords(text, title ? title.end : at);
  const [head] = words;
  if (!head || text[head.start - 1] === '@' || isHopeless(head)) return null;
  const style = headStyle(text, head);
  const initial = initialAndFamily(words, style, text);
  if (initial) return initial;
  if (
    !acceptHead(
      head,
      words,
      text,
      trust,
      { greeted: greeted || title !== null, titled: title !== null },
      style,
    )
  )
    return null;
  const used = [head];
  for (let index = 1; index < words.length; index += 1) {
    const count = acceptNext(words, index, style, text);
    if (count === 0) break;
    used.push(...words.slice(index, index + count));
    index += count - 1;
  }
  const end = used.at(-1)?.end ?? head.end;
  const following = words[used.length];
  if (following && isOrganizationWord(following.folded) && trust !== 'strong') return null;
  if (used.some((word) => isOrganizationWord(word.folded) && !WORD_SURNAMES.has(word.folded)))
    return null;
  if (/^(?:'s?(?!\p{L})|[\d_@]|\.\p{Ll}{2}| k[aei] )/u.test(text.slice(end, end + 4))) return null;
  if (trust !== 'strong' && !fits(text, end, used, trust, style)) return null;
  return assemble(used, title?.word, at);
}

/**
 * Reads a family name that was asked for: "van Houten", "Smith", "de la Cruz".
 * @param text - message in plain signs
 * @param from - offset of its first letter
 */
export function readFamily(text: string, from: number): ReadName | null {
  const words = adjacentWords(text, from);
  const size = words.findIndex(({ folded }) => !isParticle(folded)) + 1;
  const family = words[size - 1];
  if (!family || family.text.length < 2 || isNeverName(family.folded)) return null;
  if (!/^\s*(?:$|[.,!?\n(-])/.test(text.slice(family.end)) || family.folded.endsWith("'s"))
    return null;
  if (isCommonWord(family.folded) && !isSurname(family.folded) && words.length > 1) return null;
  if (/^(?:\p{L}-){2,}\p{L}$/u.test(family.text)) {
    const spelled = nameCase(family.text.replaceAll('-', '').toLowerCase());
    return { last: spelled, start: from, end: family.end, known: false };
  }
  const parts = words.slice(0, size).map((word, index) => nameCase(word.text, index < size - 1));
  return { last: parts.join(' '), start: from, end: family.end, known: false };
}

/** True for the words that never start a name, which most calls meet: they cost nothing more. */
function isHopeless({ folded }: Token): boolean {
  return isNeverName(folded) && !FOREIGN_WORDS.has(folded);
}

/** "S. Pfeiffer": an initial is no given name, the family name counts. */
function initialAndFamily(words: Token[], style: Style, text: string): ReadName | null {
  const size = words.findIndex((word) => word.text.length > 1 || text[word.end] !== '.');
  const [head] = words;
  const family = words[size];
  const next = words[size + 1];
  if (!head || !family || size < 1) return null;
  const capital = /^\p{Lu}/u.test(family.text);
  if (capital !== style.capital || isNeverName(family.folded) || next) return null;
  if (!capital && isCommonWord(family.folded)) return null;
  return { last: nameCase(family.text), start: head.start, end: family.end, known: false };
}

function readTitle(text: string, at: number): { word: string; end: number } | null {
  TITLE.lastIndex = at;
  const match = TITLE.exec(text);
  if (!match) return null;
  return { word: fold(match[0].trim().replace('.', '')), end: at + match[0].length };
}

/** Up to seven words that follow each other with nothing between them but a space or the stop of an initial. */
function adjacentWords(text: string, from: number): Token[] {
  const found: Token[] = [];
  for (const word of tokens(text, from, 7)) {
    const previous = found.at(-1);
    const gap = text.slice(previous ? previous.end : from, word.start);
    if (previous === undefined ? gap !== '' : !/^ {1,3}$/.test(gap) && !isInitialGap(previous, gap))
      break;
    found.push(word);
  }
  return found;
}

function isInitialGap(previous: Token, gap: string): boolean {
  return /^\. {0,2}$/.test(gap) && (previous.text.length === 1 || previous.folded === 'st');
}
