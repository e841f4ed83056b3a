// Reads a person's name at a given place of a text: title, given name, middle names, particles, family name.

import { nameCase } from './name-case.ts';
import {
  hasWordEnding,
  isCommonWord,
  isGiven,
  isNeverName,
  isOrganizationWord,
  isParticle,
  isRiskyName,
  isSurname,
  isWordName,
} from './name-lists.ts';
import { DOUBLE_NAMES, FOREIGN_WORDS } from './name-words.ts';
import { casing, fold, tokens, type Token } from './tokens.ts';

/**
 * How much the words before a name prove: after `strong` ("my name is") nearly any word is a name, after `fair`
 * ("I'm", "this is") an unknown word needs a capital and a fitting continuation, and a `bare` name
 * (an answer, a signature) must stand alone.
 */
export type Trust = 'strong' | 'fair' | 'bare';

export type ReadName = {
  first?: string;
  last?: string;
  start: number;
  end: number;
  /** "Mrs." and the like, folded. */
  title?: string;
  /** True when the given name is in the name lists and no plain word. */
  known: boolean;
};

const TITLE =
  /(?:dr|doctor|mrs?|ms|miss|mx|prof|professor|sir|herr|frau|sra?|señora?|senora?|srta|señorita|monsieur|madame|mme|mlle|dona|pastor|father|sister|rev|reverend|captain|capt|sgt|officer|coach|chef|lt|col|judge)\.?\s{1,2}(?=\p{L})/iuy;
/** A title that comes before a family name when one name follows it; the others come before either. */
const FORMAL =
  /^(?:dr|doctor|mrs?|ms|mx|prof|professor|herr|frau|monsieur|madame|mme|mlle|rev|officer|capt|captain|sgt|lt|col|judge)$/;
const GENDERED: Record<string, true> = { mr: true, mrs: true, ms: true, miss: true, sir: true };
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'phd', 'md', 'cpa', 'dds', 'rn']);
/** Plain words that are often family names: after a given name, with a capital, they are one. */
const WORD_SURNAMES = new Set(
  `black white brown green love day good best english french ireland das le do son may wise young long small little
  short strong rich bell post price king knight hall wood woods hill field fields rivers waters banks bush
  rice bacon wall park parks bond gold silver stone church temple cook bishop pope abbot dean mann guy early
  story grace hope friend savage moody sharp swift sweet new noble fox wolf finch crow hawk nguyen he she you so
  an ho ha ma mo bauer drive lane street tower county law case house holmes ko hu hun kar`.split(
    /\s+/,
  ),
);
/** After a name without a phrase: where its bearer writes from. */
const ORIGINATES = /^\s+(?:from|with|w\/|here|again|at|over at)(?!\p{L})/iu;
/** Particles that are also the word for "from": before an unknown word they tell where somebody is from. */
const FROM = new Set(['von', 'vom', 'de', 'del', 'da', 'do', 'di', 'du']);
/** What may follow a name that a weak cue introduced: the end of a clause, or a word that goes on about the person. */
const CONTINUES =
  /^(?:\s*(?:$|[.,!?;:)\]\n(/|&"*~<>+=@#-]|\p{Extended_Pictographic})|\s+x{1,4}(?!\p{L})|\s+(?:\d|(?:from|with|w\/|at|here|calling|speaking|texting|writing|messaging|emailing|over|again|by the way|the|a|an|i|im|i'm|i'd|i've|i'll|id|ive|your|his|her|my|we|we're|who|regarding|re|about|re:|on|in|of|but|so|just|can|could|do|did|does|have|want|wanted|need|would|looking|trying|following|checking|reaching|interested|please|pls|plz|thanks|thx|ty|btw|lol|haha|ur|ya|you|u|is|are|and|n|to|for|not|that|this|what|when|where|how|got|saw|asking|inquiring|nice|too|party|but|pero|mais|aber|mas|com|avec|mit|hi|hey|hello|good|new|also|if|are|was|they|it|it's|sorry|as|told|said|yes|no|de|del|desde|que|y|con|quiero|quisiera|necesito|para|tengo|me|soy|et|je|j'ai|chez|du|pour|und|von|vom|aus|ich|bei|mit|e|da|do|eu|queria|preciso|gostaria|hoon|hun|hu|bol|se|aur|mujhe)(?![\p{L}\p{N}])))/iu;

/** What follows a verb and never a name: a lone unknown word before it is no name. */
const OBJECT = /^\s+(?:with|to|for|the|a|an|my|me|it|this|that|some|any|your|one|two|of|on|up)\s/i;

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
  if (!acceptHead(head, words, text, trust, greeted || title !== null, style)) return null;
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
  const [head, family, next] = words;
  if (!head || !family || head.text.length > 1 || text[head.end] !== '.' || !style.capital)
    return null;
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

type Style = { informative: boolean; capital: boolean };

/** Whether the casing of the text says anything, and whether the first word of the name has a capital. */
function headStyle(text: string, head: Token): Style {
  const capital = /^\p{Lu}/u.test(head.text);
  const around = text.slice(Math.max(0, head.start - 80), head.end + 80);
  const all = tokens(around);
  const capitals = all.filter((word) => /^\p{Lu}/u.test(word.text)).length;
  const titled = all.length >= 6 && capitals / all.length > 0.75;
  return { informative: capital && casing(around) === 'mixed' && !titled, capital };
}

function acceptHead(
  head: Token,
  words: Token[],
  text: string,
  trust: Trust,
  greeted: boolean,
  style: Style,
): boolean {
  const word = head.folded;
  if (word.length < 2 || word.length > 25 || word.endsWith("'s")) return false;
  if (FOREIGN_WORDS.has(word)) return trust === 'strong' || style.informative;
  if (isNeverName(word)) return false;
  if (!/^[a-z'-]+$/.test(word))
    return trust === 'strong' || (style.informative && trust === 'bare');
  if (isGiven(word) && !isWordName(word)) return true;
  const next = words[1];
  const surnameFollows = next !== undefined && isSurname(next.folded) && !isCommonWord(next.folded);
  if (isWordName(word)) {
    if (trust === 'strong') return true;
    if (surnameFollows) return true;
    if (trust === 'bare') {
      return (
        style.capital || (greeted && !isRiskyName(word) && ORIGINATES.test(text.slice(head.end)))
      );
    }
    const introduced = /^\s+(?:from|with|at|here|again|speaking|calling)\b/i.test(
      text.slice(head.end),
    );
    if (introduced && style.informative) return true;
    if (isRiskyName(word)) return false;
    return style.informative
      ? true
      : greeted && /^\s*(?:$|[.,!\n-]|w\/|(?:from|over at) )/.test(text.slice(head.end));
  }
  if (isCommonWord(word)) return trust === 'strong' && style.informative && !isNeverName(word);
  if (/(.)\1\1/.test(word) || !/[aeiouy]/.test(word))
    return trust === 'strong' && style.informative;
  if (trust !== 'fair') return style.informative || !hasWordEnding(word);
  const shaped = !(hasWordEnding(word) || /(?:ian|ic|al|an|ive|er)$/.test(word));
  if (style.informative) return shaped || surnameFollows;
  return greeted && (surnameFollows || isSurname(word));
}

/** How many of the words from `index` on belong to the name: none, one, or particles with what they precede. */
function acceptNext(words: Token[], index: number, style: Style, text: string): number {
  const word = words[index];
  if (!word) return 0;
  const head = words[0];
  if (head && DOUBLE_NAMES[head.folded]?.has(word.folded) && index === 1) return 1;
  if (SUFFIXES.has(word.folded) && index > 1) return 1;
  if (isParticle(word.folded)) {
    let last = index;
    while (last < words.length && isParticle(words[last]?.folded ?? '') && last - index < 3)
      last += 1;
    const family = words[last];
    if (family && isOrganizationWord(family.folded)) return 0;
    const isOrigin =
      last === index + 1 && FROM.has(word.folded) && family && !isSurname(family.folded);
    if (family && last > index && !isOrigin && isFamily(family, style, text, true)) {
      return last - index + 1;
    }
    if (isOrigin) return 0;
  }
  if (word.text.length === 1) {
    const initial = /^\p{Lu}/u.test(word.text) && word.text !== 'I';
    return initial || (!style.informative && text[word.end] === '.') ? 1 : 0;
  }
  return isFamily(word, style, text, false) ? 1 : 0;
}

function isFamily(word: Token, style: Style, text: string, afterParticle: boolean): boolean {
  const { folded } = word;
  if (folded.length < 2 || folded.endsWith("'s") || folded.endsWith("'m") || folded.endsWith("'ll"))
    return false;
  if (style.informative) {
    if (!/^\p{Lu}/u.test(word.text)) return isPlainSurname(folded);
    return !isNeverName(folded) || WORD_SURNAMES.has(folded);
  }
  if (isNeverName(folded)) return false;
  const clause = CONTINUES.test(text.slice(word.end, word.end + 24));
  if (afterParticle) return isSurname(folded) || (clause && !isCommonWord(folded));
  if (isCommonWord(folded) || isWordName(folded) || WORD_SURNAMES.has(folded)) {
    return (
      (isSurname(folded) || WORD_SURNAMES.has(folded)) &&
      /^\s*(?:$|[.,!?\n])/.test(text.slice(word.end, word.end + 4))
    );
  }
  return isSurname(folded) || isGiven(folded) || clause;
}

/** A family name that is nothing else, so that it needs no capital. */
function isPlainSurname(folded: string): boolean {
  return (
    folded.length >= 4 &&
    isSurname(folded) &&
    !isCommonWord(folded) &&
    !isGiven(folded) &&
    !WORD_SURNAMES.has(folded)
  );
}

/** True when the text after the name goes on as it does after a name. */
function fits(text: string, end: number, used: Token[], trust: Trust, style: Style): boolean {
  const rest = text.slice(end, end + 40);
  const pair = /^\s*(?:and|&|\+|y|et|und|e|n)\s+(\p{L}[\p{L}'-]+)(?!\p{L}|\s+here)/iu.exec(rest);
  if (
    pair?.[1] &&
    isGiven(fold(pair[1])) &&
    !isNeverName(fold(pair[1])) &&
    !isWordName(fold(pair[1]))
  )
    return false;
  const [head] = used;
  const unknown = used.length === 1 && head && !isGiven(head.folded);
  if (trust === 'bare' && unknown && OBJECT.test(rest)) return false;
  const named = head && isGiven(head.folded) && !isWordName(head.folded);
  const family = used.length > 1 && isSurname(used.at(-1)?.folded ?? '');
  if (trust === 'fair' && style.informative && (named || family)) {
    return !/^\s+\p{Lu}/u.test(rest) || CONTINUES.test(rest);
  }
  return CONTINUES.test(rest);
}

function assemble(used: Token[], title: string | undefined, start: number): ReadName | null {
  const words = used.filter((word) => !SUFFIXES.has(word.folded));
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
