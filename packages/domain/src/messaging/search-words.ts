// How messages are searched: by words and their beginnings, without case and accents; in scripts that put
// no spaces between words, by any run of characters.
import { foldText } from '../contacts/search-text.ts';

// The migration of `message_words` names the same characters; a test compares the two.
const DROPPED = /['\u2019\u02bc]/u;
const BETWEEN =
  /[\ufe00-\ufe6f\p{Cc}\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u05be\u05c0\u05c3\u0589\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u25ff\u2b00-\u2bff\u2e00-\u2e7f\u3000-\u3020\u3030-\u303f\ufffc-\uffff]/u;
/** Thai to Khmer, kana and Han, and pictograms: each character stands for itself. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;

/** What is written as one: a letter with its marks, a Korean syllable of several letters. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu;

/** Of longer words the beginning counts. */
const WORD_LENGTH = 64;
const MOST_TERMS = 10;

/** A folded character with the part of the text that it came from, in UTF-16 units. */
type Char = { char: string; start: number; end: number };
export type Piece = { kind: 'word' | 'run'; chars: Char[] };

/** The words of a text, and its runs of characters without spaces, in order. */
export const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const { 0: original, index: start } of text.matchAll(CLUSTER)) {
    const end = start + original.length;
    for (const char of foldText(original.normalize('NFKC'))) {
      if (DROPPED.test(char)) continue;
      if (BETWEEN.test(char)) {
        open = undefined;
        continue;
      }
      const kind = UNSPACED.test(char) ? 'run' : 'word';
      if (open?.kind !== kind) {
        open = { kind, chars: [] };
        pieces.push(open);
      }
      open.chars.push({ char, start, end });
    }
  }
  return pieces;
};

/** What is looked for: the beginning of a word, or a run of characters anywhere. */
export type Term = { kind: Piece['kind']; text: string };

/** The terms of what somebody typed, each once, at most ten. */
export const searchTerms = (typed: string): Term[] => {
  const terms = new Map<string, Term>();
  for (const { kind, chars } of piecesOf(typed)) {
    const folded = chars.map(({ char }) => char);
    const text = (kind === 'word' ? folded.slice(0, WORD_LENGTH) : folded).join('');
    terms.set(`${kind} ${text}`, { kind, text });
  }
  return [...terms.values()].slice(0, MOST_TERMS);
};

export type Highlight = { start: number; end: number };

/** Where the terms stand in a text, in UTF-16 units, in order and not overlapping. */
export const highlightsOf = (text: string, terms: Term[]): Highlight[] => {
  const found = piecesOf(text).flatMap((piece) =>
    terms.filter(({ kind }) => kind === piece.kind).flatMap((term) => findIn(piece, term)),
  );
  const joined: Highlight[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
};

const findIn = ({ kind, chars }: Piece, term: Term): Highlight[] => {
  const wanted = [...term.text];
  const stands = (at: number) => wanted.every((char, n) => chars[at + n]?.char === char);
  const places = kind === 'word' ? [0] : chars.map((_, at) => at);
  return places
    .filter(stands)
    .map((at) => ({ start: chars[at]!.start, end: chars[at + wanted.length - 1]!.end }));
};

/** The lexemes that the database keeps of a text: its words, and of its runs each character and each pair. */
export const lexemesOf = (text: string): string[] => {
  const lexemes = piecesOf(text).flatMap(({ kind, chars }) => {
    const folded = chars.map(({ char }) => char);
    if (kind === 'word') return [folded.slice(0, WORD_LENGTH).join('')];
    return [...folded, ...folded.slice(1).map((char, n) => folded[n]! + char)];
  });
  return [...new Set(lexemes)];
};
