// How alike two texts are in their words: BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance
// Framework), against the best score that a text could reach.
import { isSmallWord } from '../language/languages.ts';
import { fold, plain } from '../language/tokens.ts';

const K1 = 1.2;
const B = 0.75;
const MOST_TERMS = 60;
/** The texts were chosen because they hold the words: so many others do not, and a word of them is rare. */
const OTHERS = 50;

/** The words that say what a text is about: without case, accents, endings of plurals, and small words. */
export const termsOf = (text: string): string[] => {
  const words = fold(plain(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 1 && !isSmallWord(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_TERMS).map(withoutEnding);
};

const withoutEnding = (word: string): string =>
  word.length > 4 ? word.replace(/(?:es|s|en|e)$/u, '') : word;

/** @returns for each text 0 (nothing in common) to 1 (all that was asked for) */
export const similarities = (query: string, texts: string[]): number[] => {
  const wanted = [...new Set(termsOf(query))];
  const documents = texts.map(termsOf);
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / (documents.length || 1);
  const weights = new Map(
    wanted.map((term) => {
      const n = documents.filter((document) => document.includes(term)).length;
      const rarity = Math.log(1 + (documents.length + OTHERS - n + 0.5) / (n + 0.5));
      // A word that nobody used is missed, but tells no text from another.
      return [term, n === 0 ? rarity / 2 : rarity];
    }),
  );
  const score = (document: string[]): number =>
    wanted.reduce((sum, term) => {
      const count = document.filter((word) => word === term).length;
      const length = 1 - B + (B * document.length) / (mean || 1);
      return sum + (weights.get(term)! * count * (K1 + 1)) / (count + K1 * length);
    }, 0);
  const best = score(wanted);
  return documents.map((document) => (best === 0 ? 0 : Math.min(1, score(document) / best)));
};
