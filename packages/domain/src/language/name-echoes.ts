// Names that the business took up from the contact's words ("Thanks, Ana!" after "14C, Ana Berg"), or uses all along.

import { type Address } from './name-addresses.ts';
import type { Candidate } from './name-candidate.ts';
import type { PlainTurn } from './plain-turns.ts';
import { nameCase } from './name-case.ts';
import {
  isGiven,
  isNeverName,
  isOrganizationWord,
  isRiskyName,
  isWordName,
  looksLikeName,
} from './name-lists.ts';
import { readName } from './name-reader.ts';
import { fold, tokens, type Token } from './tokens.ts';

/** How many inbound messages before an address may hold the name that it takes up. */
const REACH = 6;
/** So many addresses by one name weigh as much as an introduction. */
const USUAL = 4;
/** Before a mention: the name is somebody else's. */
const SOMEBODY =
  /(?:\b(?:my|our|his|her|their|the)\s(?:\p{L}+\s){1,3}|\b(?:to|with|and|ask|see|thanks|thank you|hi|hey|hello|dear|tell|dr|called|named|from|by|poor|about|mr|mrs|ms|is|was|cc|meet|met|know|invite)\.?,?\s)$/iu;

/** After a mention: the writer says that it is them. */
const MYSELF = /^(?:\s\p{L}+)?,?\s\(?(?:me|that's me|thats me|that is me)\b/iu;
const CLAUSE_END = /^\s*(?:$|[.,!?;)(|\n-]|\p{Extended_Pictographic})/u;

/** A mention of a name, `alone` when it is the whole message. */
type Mention = Omit<Candidate, 'weight' | 'turn'> & { alone: boolean };

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
      const message = turns[index] ?? address.turn;
      const { turn } = message;
      if (turn.direction !== 'inbound') continue;
      reach -= 1;
      const [mention] = mentionsOf(message, wanted);
      if (!mention) continue;
      const { alone, ...place } = mention;
      candidates.push({ ...place, weight: alone ? 3 : 2, turn });
      break;
    }
  }
  return candidates;
}

/** Every place where a text says a name of its own writer, with the family name when one follows. */
export function mentionsOf({ text, words }: PlainTurn, wanted: string): Mention[] {
  const [word] = wanted.split(' ');
  if (!word) return [];
  return words
    .filter((token) => token.folded === word)
    .flatMap((token) => {
      const after = text.slice(token.end, token.end + 40);
      const isOther = SOMEBODY.test(text.slice(Math.max(0, token.start - 40), token.start));
      return isOther && !MYSELF.test(after) ? [] : mentionAt(text, token);
    });
}

function mentionAt(text: string, token: Token): Mention[] {
  const name =
    readName(text, token.start, 'bare', true) ?? readName(text, token.start, 'strong', true);
  const opens = /(?:^|[.,!?;:\n(-]|\p{Extended_Pictographic})\s*$/u.test(
    text.slice(Math.max(0, token.start - 20), token.start),
  );
  const alone = text.trim() === token.text;
  if (!name?.first && !(opens && CLAUSE_END.test(text.slice(token.end)))) return [];
  const { first, last, end } = name ?? {
    first: nameCase(token.text),
    last: undefined,
    end: token.end,
  };
  const next = !last && opens ? tokens(text, end, 1)[0] : undefined;
  if (
    next &&
    next.start === end + 1 &&
    CLAUSE_END.test(text.slice(next.end)) &&
    isFamilyWord(next.folded)
  ) {
    return [
      { first, last: nameCase(next.text), start: token.start, end: next.end, known: true, alone },
    ];
  }
  return [{ first, last, start: token.start, end, known: true, alone }];
}

function isFamilyWord(folded: string): boolean {
  return folded.length > 2 && !isNeverName(folded) && !isOrganizationWord(folded);
}

/**
 * The name by which the business addresses the contact: in two messages or more, and nearly always the same one.
 * Short forms count for the long one ("Mel" for Melanie).
 */
export function addressedName(found: Address[]): Candidate | null {
  const usual = found.filter(({ name }) => {
    const folded = fold(name.first ?? '');
    const usable = isGiven(folded) || looksLikeName(folded);
    return usable && !isRiskyName(folded) && !(isWordName(folded) && !name.last);
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
  const weight = group(chosen, counts) >= USUAL ? 2 : 1;
  return { first, last, start, end, known, weight, turn: address.turn.turn };
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
