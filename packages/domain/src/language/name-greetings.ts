// How the business addresses the contact ("Hi Ana,"), and how it names itself ("This is Luigi from ...").

import type { Candidate, PlainTurn } from './name-candidates.ts';
import { isGiven, isNeverName, isRiskyName, isWordName } from './name-lists.ts';
import { readName } from './name-reader.ts';
import { fold } from './tokens.ts';

const ADDRESS_START =
  /^\s*(?:hi+|hey+|hello|hiya|yo|dear|good (?:morning|afternoon|evening)|thanks|thank you|thanks so much|wow|ok|okay|great|sure|yes|yeah|yep|no|congrats|congratulations|awesome|cool|nice|aw+|totally|absolutely|definitely|exactly|sorry|welcome|bye|morning|hola|bonjour|hallo|oi|olá|ciao|gracias|merci|danke|obrigad[oa])[\s,!]{1,3}(?=\p{Lu})/iu;
const ADDRESS_END = /,\s(?=\p{Lu}[\p{L}'-]{1,20}[.!?]+(?:\s|$))/gu;
const OWN_SIDE =
  /(?:\b(?:this is|it's|i'm|i am|my name is|my name's|here is|name is|soy|ich bin|je suis)\s(?=\p{L})|^[\s*~-]*(?=\p{Lu}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20})?\s(?:here|speaking)\b)|(?:thanks|regards|best|cheers|sincerely)[,!]?\s*\n[\s-]*(?=\p{Lu})|\s[-–~]\s?(?=\p{Lu}[\p{L}'-]{1,20}\s*$))/giu;

/** The folded names with which the business introduces itself: never the contact's, unless they say so outright. */
export function ownSideNames(turns: PlainTurn[]): Set<string> {
  const names = new Set<string>();
  for (const { turn, text } of turns) {
    if (turn.direction !== 'outbound') continue;
    for (const match of text.matchAll(OWN_SIDE)) {
      const word = /^\p{L}[\p{L}'-]*/u.exec(text.slice(match.index + match[0].length))?.[0];
      const after = text.slice(match.index + match[0].length + (word?.length ?? 0));
      if (word && isGiven(fold(word)) && !/^\s*(?:\p{Lu}\p{L}*\s*)?\?/u.test(after))
        names.add(fold(word));
    }
  }
  return names;
}

type Address = { folded: string; candidate: Candidate };

/**
 * The name by which the business addresses the contact: in two messages or more, and nearly always the same one.
 * Short forms count for the long one ("Mel" for Melanie).
 */
export function addressedName(turns: PlainTurn[]): Candidate | null {
  const addresses = turns.flatMap((turn) =>
    turn.turn.direction === 'outbound' ? addressOf(turn) : [],
  );
  const counts = new Map<string, number>();
  for (const { folded } of addresses) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  let best = '';
  for (const [name, count] of counts) {
    if (count >= 2 && group(name, counts) > group(best, counts)) best = name;
  }
  const long = [...counts].filter(([name, count]) => count >= 2 && isShortOf(best, name));
  const chosen = long.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? best;
  if (!chosen || group(chosen, counts) < addresses.length * 0.7) return null;
  return addresses.find((address) => address.folded === chosen)?.candidate ?? null;
}

function group(name: string, counts: Map<string, number>): number {
  let total = 0;
  for (const [other, count] of counts)
    if (other === name || isShortOf(other, name) || isShortOf(name, other)) total += count;
  return name ? total : 0;
}

function isShortOf(short: string, long: string): boolean {
  return short.length >= 2 && short.length < long.length && long.startsWith(short);
}

function addressOf({ turn, text }: PlainTurn): Address[] {
  const start = ADDRESS_START.exec(text);
  const places = start ? [start[0].length] : [];
  for (const match of text.matchAll(ADDRESS_END)) places.push(match.index + match[0].length);
  for (const at of places) {
    const name = readName(text, at, 'bare', true);
    if (!name?.first || !/^\s*[,.!?\n-]|^\s*$/.test(text.slice(name.end))) continue;
    const folded = fold(name.first);
    if (
      isNeverName(folded) ||
      isRiskyName(folded) ||
      (isWordName(folded) && at !== start?.[0].length)
    )
      continue;
    const { first, last, end, known } = name;
    return [
      {
        folded,
        candidate: { first, ...(last ? { last } : {}), weight: 1, turn, start: at, end, known },
      },
    ];
  }
  return [];
}
