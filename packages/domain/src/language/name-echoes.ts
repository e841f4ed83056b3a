// Names that the business took up from the contact's words ("Thanks, Ana!" after "14C, Ana Berg"), or uses all along.

import { type Address } from './name-addresses.ts';
import type { Candidate, PlainTurn } from './name-candidates.ts';
import { isGiven, isRiskyName, isWordName } from './name-lists.ts';
import { readName } from './name-reader.ts';
import { fold, tokens } from './tokens.ts';

/** How many inbound messages before an address may hold the name that it takes up. */
const REACH = 6;
/** Before a mention: the name is somebody else's. */
const SOMEBODY =
  /(?:\b(?:my|our|his|her|their|the)\s(?:\p{L}+\s){1,3}|\b(?:to|with|and|ask|see|thanks|thank you|hi|hey|hello|dear|tell|dr|called|named|from|by|poor|about|mr|mrs|ms|is|was|cc|meet|met|know|invite)\.?,?\s)$/iu;

/**
 * A name that the contact wrote and the business then used to address them.
 * @param turns - the conversation in order of time
 * @param found - the addresses of the business
 */
export function echoedNames(turns: PlainTurn[], found: Address[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const address of found) {
    const wanted = address.name.first && fold(address.name.first);
    if (!wanted) continue;
    let reach = REACH;
    for (let index = address.index - 1; index >= 0 && reach > 0; index -= 1) {
      const { turn, text } = turns[index] ?? address.turn;
      if (turn.direction !== 'inbound') continue;
      reach -= 1;
      const mention = mentionOf(text, wanted);
      if (!mention) continue;
      candidates.push({ ...mention, weight: 2, turn });
      break;
    }
  }
  return candidates;
}

/** The first place where a text says a name of its own writer, with the family name when one follows. */
export function mentionOf(text: string, wanted: string): Omit<Candidate, 'weight' | 'turn'> | null {
  const [word] = wanted.split(' ');
  if (!word || !fold(text).includes(word)) return null;
  for (const token of tokens(text)) {
    if (token.folded !== word) continue;
    if (SOMEBODY.test(text.slice(Math.max(0, token.start - 40), token.start))) continue;
    const name =
      readName(text, token.start, 'bare', true) ?? readName(text, token.start, 'strong', true);
    if (name?.first)
      return {
        first: name.first,
        last: name.last,
        start: name.start,
        end: name.end,
        known: name.known,
      };
  }
  return null;
}

/**
 * The name by which the business addresses the contact: in two messages or more, and nearly always the same one.
 * Short forms count for the long one ("Mel" for Melanie).
 */
export function addressedName(found: Address[]): Candidate | null {
  const usual = found.filter(({ name }) => {
    const folded = fold(name.first ?? '');
    return isGiven(folded) && !isRiskyName(folded) && !(isWordName(folded) && !name.last);
  });
  const messages = new Map<string, Set<number>>();
  for (const { name, index } of usual) {
    const folded = fold(name.first ?? '');
    messages.set(folded, (messages.get(folded) ?? new Set()).add(index));
  }
  const counts = new Map([...messages].map(([name, indexes]) => [name, indexes.size]));
  const [best] = [...counts].toSorted(
    (a, b) => group(b[0], counts) - group(a[0], counts) || b[1] - a[1],
  );
  if (!best || best[1] < 2 || group(best[0], counts) < total(counts) * 0.7) return null;
  const long = [...counts].filter(([name, count]) => count >= 2 && isShortOf(best[0], name));
  const chosen = long[0]?.[0] ?? best[0];
  const address = usual.find(({ name }) => fold(name.first ?? '') === chosen);
  if (!address) return null;
  const { first, last, start, end, known } = address.name;
  return { first, last, start, end, known, weight: 1, turn: address.turn.turn };
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function group(name: string, counts: Map<string, number>): number {
  return [...counts].reduce(
    (sum, [other, count]) =>
      other === name || isShortOf(other, name) || isShortOf(name, other) ? sum + count : sum,
    0,
  );
}

function isShortOf(short: string, long: string): boolean {
  return short.length >= 2 && short.length < long.length && long.startsWith(short);
}
