// A conversation as every finder reads it: plain signs, quotations blanked out, split into words once.

import type { Turn } from '../enrichment/fields.ts';
import { unquoted } from './quotes.ts';
import { plain, tokens, type Token } from './tokens.ts';

/** A turn with its text in plain signs (same offsets as the body) and its words. */
export type PlainTurn = { turn: Turn; text: string; words: Token[] };

/** Turns made ready for reading. */
export function plainTurns(turns: Turn[]): PlainTurn[] {
  return turns.map((turn) => {
    const text = unquoted(plain(turn.body));
    return { turn, text, words: tokens(text) };
  });
}
