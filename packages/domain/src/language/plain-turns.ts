// A conversation as every finder reads it: plain signs, quotations blanked out, split into words once.

import type { Turn } from '../enrichment/fields.ts';
import { unquoted } from './quotes.ts';
import { plain, tokens, type Token } from './tokens.ts';

/** A turn with its text in plain signs (same offsets as the body) and its words. */
export type PlainTurn = { turn: Turn; text: string; words: Token[] };

/**
 * Turns made ready for reading; of more than `first + last` turns those in the middle are left out.
 * @param turns - oldest first
 */
export function plainTurns(turns: Turn[], first: number, last: number): PlainTurn[] {
  const read =
    turns.length > first + last ? [...turns.slice(0, first), ...turns.slice(-last)] : turns;
  return read.map((turn) => {
    const text = unquoted(plain(turn.body));
    return { turn, text, words: tokens(text) };
  });
}
