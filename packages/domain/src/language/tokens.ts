// Words and clauses of a message, with their places, so that every finding can be quoted verbatim.

import type { Evidence, Turn } from '../enrichment/fields.ts';

/** A word with its place in the text. */
export type Token = {
  /** As written. */
  text: string;
  /** Lower case, no accents: the form that the word lists hold. */
  folded: string;
  start: number;
  end: number;
};

/** Text longer than this is not read: a message is not a book, and time stays bounded. */
const MAX_TEXT = 20_000;
const MAX_QUOTE = 200;
const WORD = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu;

/** One typographic variant for each plain sign. Every replacement has the length of what it replaces. */
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\r': ' ',
  '，': ',',
  '。': '.',
  '！': '!',
  '？': '?',
};
const TYPOGRAPHIC = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Plain signs for typographic ones; the result has the same length, so that offsets stay valid. */
export function plain(text: string): string {
  return text.slice(0, MAX_TEXT).replace(TYPOGRAPHIC, (sign) => PLAIN[sign] ?? sign);
}

const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', ı: 'i' };

/** Lower case without accents. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z'-]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a plain text from an offset on, at most `limit` of them. */
export function tokens(text: string, from = 0, limit = Infinity): Token[] {
  const found: Token[] = [];
  WORD.lastIndex = from;
  while (found.length < limit) {
    const match = WORD.exec(text);
    if (!match) break;
    const start = match.index;
    found.push({ text: match[0], folded: fold(match[0]), start, end: start + match[0].length });
  }
  return found;
}

/** A span of a turn as evidence: verbatim, cut at 200 characters without splitting a character. */
export function evidence(turn: Turn, start: number, end: number): Evidence {
  let quote = turn.body.slice(start, end).trim();
  if (quote.length > MAX_QUOTE) {
    quote = quote.slice(0, MAX_QUOTE);
    if (/[\ud800-\udbff]$/.test(quote)) quote = quote.slice(0, -1);
  }
  return { turn_id: turn.id, quote };
}

/** The places where a sentence starts and ends (a line break ends one too). */
export function sentences(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const ends =
      sign === '\n' || ((sign === '.' || sign === '!' || sign === '?') && endsSentence(text, at));
    if (!ends) continue;
    if (text.slice(start, at + 1).trim()) found.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (text.slice(start).trim()) found.push({ start, end: text.length });
  return found;
}

/** A stop ends a sentence unless it stands in a number, an address, an initial or a title. */
function endsSentence(text: string, at: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && !/[\s"')\]!?.]/.test(next)) return false;
  return (
    text[at] !== '.' ||
    !/(?:^|[\s(])(?:[a-z]|mrs?|ms|dr|prof|st|sr|jr|vs)$/i.test(text.slice(Math.max(0, at - 6), at))
  );
}

/** How much the casing of a text says: in all capitals, or with no capitals, it says nothing. */
export function casing(text: string): 'mixed' | 'upper' | 'lower' {
  const head = text.length > 400 ? text.slice(0, 400) : text;
  const upper = head.match(/\p{Lu}/gu)?.length ?? 0;
  if (upper === 0) return 'lower';
  return upper > 4 && upper > (head.match(/\p{Ll}/gu)?.length ?? 0) * 2 ? 'upper' : 'mixed';
}
