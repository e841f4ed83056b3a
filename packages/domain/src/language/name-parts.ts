// Completes a chosen given name with the family name that stands elsewhere in the conversation.

import type { Address } from './name-addresses.ts';
import type { PlainTurn } from './plain-turns.ts';
import { nameCase } from './name-case.ts';
import { mentionsOf } from './name-echoes.ts';
import { isCommonWord, isGiven, isNeverName, isSurname } from './name-lists.ts';
import type { ChosenName, Place } from './name-candidate.ts';
import { fold, tokens } from './tokens.ts';

/** "Fairbanks" after "Hi Otis, your last name?": the given name is the one with which we addressed the contact. */
export function withGivenName(name: ChosenName, found: Address[], ours: Set<string>): ChosenName {
  if (name.first || !name.last) return name;
  const address = found.find(
    ({ name: { first } }) => first && isGiven(fold(first)) && !ours.has(fold(first)),
  );
  if (!address?.name.first) return name;
  const { first, start, end } = address.name;
  return { ...name, first, firstFrom: { turn: address.turn.turn, start, end } };
}

/**
 * The same name with its family name, when the conversation says it: in another mention, in the next message,
 * in how the business repeats it, or in the contact's own address ("ana.berg@...").
 */
export function withFamilyName(
  name: ChosenName,
  turns: PlainTurn[],
  found: Address[],
  email?: Place,
): ChosenName {
  if (!name.first || name.last) return name;
  const formal = found.find(
    ({ name: address }) => !address.first && fold(address.last ?? '') === fold(name.first ?? ''),
  );
  if (formal && !isGiven(fold(name.first))) {
    return { last: name.first, lastFrom: name.firstFrom, firstFrom: name.firstFrom };
  }
  return (
    fromMentions(name, name.first, turns) ??
    fromNextMessage(name, turns) ??
    fromAddresses(name, name.first, turns, found) ??
    fromEmail(name, name.first, email) ??
    name
  );
}

function fromMentions(name: ChosenName, first: string, turns: PlainTurn[]): ChosenName | null {
  for (const message of turns) {
    const { turn } = message;
    if (turn.direction !== 'inbound') continue;
    const mention = mentionsOf(message, fold(first)).find(
      (one) => one.last && fold(one.first ?? '') === fold(first),
    );
    if (mention?.last) {
      return {
        ...name,
        last: mention.last,
        lastFrom: { turn, start: mention.start, end: mention.end },
      };
    }
  }
  return null;
}

/** "ana" and then, as a message of its own, "berg". */
function fromNextMessage(name: ChosenName, turns: PlainTurn[]): ChosenName | null {
  const at = turns.findIndex(({ turn }) => turn === name.firstFrom.turn);
  const here = turns[at];
  const next = turns[at + 1];
  if (!here || !next || next.turn.direction !== 'inbound' || here.text.trim().length > 30)
    return null;
  const words = tokens(next.text, 0, 2);
  const [word] = words;
  if (!word || words.length > 1 || next.text.trim() !== word.text) return null;
  if (isNeverName(word.folded) || (isCommonWord(word.folded) && !isSurname(word.folded)))
    return null;
  return {
    ...name,
    last: nameCase(word.text),
    lastFrom: { turn: next.turn, start: word.start, end: word.end },
  };
}

function fromAddresses(
  name: ChosenName,
  first: string,
  turns: PlainTurn[],
  found: Address[],
): ChosenName | null {
  for (const address of found) {
    const { last, start, end } = address.name;
    if (!last) continue;
    const same = address.name.first
      ? fold(address.name.first) === fold(first)
      : saysWord(turns, fold(last));
    if (same) return { ...name, last, lastFrom: { turn: address.turn.turn, start, end } };
  }
  return null;
}

function saysWord(turns: PlainTurn[], word: string): boolean {
  return turns.some(
    ({ turn, words }) =>
      turn.direction === 'inbound' && words.some((token) => token.folded === word),
  );
}

/** "ana.berg@...": the first part must be the given name, the second one a word of letters. */
function fromEmail(name: ChosenName, first: string, email: Place | undefined): ChosenName | null {
  if (!email) return null;
  const local = email.turn.body.slice(email.start, email.end).split('@')[0] ?? '';
  const parts = /^([a-z]{2,})[._]([a-z]{2,}(?:-[a-z]{2,})?)$/i.exec(local);
  if (!parts || parts[1]?.toLowerCase() !== fold(first)) return null;
  const last = parts[2] ?? '';
  if (
    isNeverName(last) ||
    (isCommonWord(last) && !isSurname(last)) ||
    (isGiven(last) && !isSurname(last))
  )
    return null;
  return {
    ...name,
    last: nameCase(last.toLowerCase()),
    lastFrom: { ...email, end: email.start + local.length },
  };
}
