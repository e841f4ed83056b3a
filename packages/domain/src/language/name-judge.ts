// Judges whether a word can start, continue or close a person's name, by the word lists and the casing around it.

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
  looksLikeName,
} from './name-lists.ts';
import { isInitials } from './name-case.ts';
import type { Trust } from './name-shape.ts';
import { SUFFIXES } from './name-split.ts';
import { DOUBLE_NAMES, FOREIGN_WORDS } from './name-words.ts';
import { casing, fold, tokens, type Token } from './tokens.ts';

/** Plain words that are often family names: after a given name, with a capital, they are one. */
export const WORD_SURNAMES = new Set(
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
  /^(?:\s*(?:$|[.,!?;:)\]\n(/|&"*~<>+=@#-]|\p{Extended_Pictographic})|\s+x{1,4}(?!\p{L})|\s+(?:\d|(?:from|with|w\/|at|here|calling|speaking|texting|writing|messaging|emailing|over|again|by the way|the|a|an|i|im|i'm|i'd|i've|i'll|id|ive|your|his|her|my|we|we're|who|regarding|re|about|re:|on|in|of|but|so|just|can|could|do|did|does|have|want|wanted|need|would|looking|trying|following|checking|reaching|interested|please|pls|plz|thanks|thx|ty|btw|lol|haha|ur|ya|you|u|is|are|and|n|to|for|not|that|this|what|when|where|how|got|saw|asking|inquiring|nice|too|that's|thats|period|comma|uh|um|call|text|email|ring|phone|reply|answer|party|but|pero|mais|aber|mas|com|avec|mit|hi|hey|hello|good|new|also|if|are|was|they|it|it's|sorry|as|told|said|yes|no|de|del|desde|que|y|con|quiero|quisiera|necesito|para|tengo|me|soy|et|je|j'ai|chez|du|pour|und|von|vom|aus|ich|bei|mit|e|da|do|eu|queria|preciso|gostaria|hai|hain|hoon|hun|hu|bol|se|aur|mujhe)(?![\p{L}\p{N}])))/iu;

/** What follows a verb and never a name: a lone unknown word before it is no name. */
const OBJECT = /^\s+(?:with|to|for|the|a|an|my|me|it|this|that|some|any|your|one|two|of|on|up)\s/i;

/** What supports a name that is an uncertain word: a greeting before it, a title. */
export type Support = { greeted: boolean; titled: boolean };

export type Style = { informative: boolean; capital: boolean };

/** Whether the casing of the text says anything, and whether the first word of the name has a capital. */
export function headStyle(text: string, head: Token): Style {
  const capital = /^\p{Lu}/u.test(head.text);
  const around = text.slice(Math.max(0, head.start - 80), head.end + 80);
  const all = tokens(around);
  const capitals = all.filter((word) => /^\p{Lu}/u.test(word.text)).length;
  const titled = all.length >= 6 && capitals / all.length > 0.75;
  return { informative: capital && casing(around) === 'mixed' && !titled, capital };
}

export function acceptHead(
  head: Token,
  words: Token[],
  text: string,
  trust: Trust,
  { greeted, titled }: Support,
  style: Style,
): boolean {
  const word = head.folded;
  if (word.length < 2 || word.length > 25 || word.endsWith("'s")) return false;
  if (FOREIGN_WORDS.has(word)) return trust === 'strong' || style.informative;
  if (isNeverName(word)) return false;
  if (titled && (isSurname(word) || style.capital)) return true;
  if (isInitials(head.text)) return true;
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
  return greeted && (surnameFollows || isSurname(word) || looksLikeName(word));
}

/** How many of the words from `index` on belong to the name: none, one, or particles with what they precede. */
export function acceptNext(words: Token[], index: number, style: Style, text: string): number {
  const word = words[index];
  if (!word) return 0;
  const head = words[0];
  if (head && DOUBLE_NAMES[head.folded]?.has(word.folded) && index === 1) return 1;
  if (SUFFIXES.has(word.folded) && index > 1) return 1;
  if (isParticle(word.folded) || word.text === 'Ó') {
    let last = index;
    while (
      last < words.length &&
      (last === index || isParticle(words[last]?.folded ?? '')) &&
      last - index < 3
    )
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
  if (afterParticle) return isSurname(folded) || (clause && !isOrganizationWord(folded));
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
export function fits(
  text: string,
  end: number,
  used: Token[],
  trust: Trust,
  style: Style,
): boolean {
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
  const next = tokens(text, end, 1)[0];
  const goesOn =
    next?.start === end + 1 && isCommonWord(next.folded) && !isOrganizationWord(next.folded);
  if (trust === 'fair' && !style.informative && named && goesOn) return true;
  if (trust === 'fair' && style.informative && (named || family)) {
    return !/^\s+\p{Lu}/u.test(rest) || CONTINUES.test(rest);
  }
  return CONTINUES.test(rest);
}
