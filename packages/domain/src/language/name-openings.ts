// Names that open a message without any phrase: "Good morning, Ana Berg, office manager at ...", "hey lukas from ...".

import { greetingLength } from './name-cues.ts';
import { isCommonWord, isGiven } from './name-lists.ts';
import { readName, type ReadName } from './name-reader.ts';
import { fold } from './tokens.ts';

/** After "Ana from the office": what Ana did, so Ana is not the writer. */
const DID =
  /^\s(?:from|at|with)\s[^.,!?\n]{2,30}?\s(?:called|calls|said|says|told|came|sent|texted|emailed|is|was|has|had|will|wants|asked|gave|helped|did|never|didn't|hasn't)\b/i;
const ORIGIN =
  /^\s(?:from|at|with|of|over at|de|del|von|vom|da|do|di)\s(?!you|your|the usual)\p{L}/iu;
const APART = /^\s*(?:[,.(|\n;-]|$)/;

/**
 * The name that a message opens with, when nothing else can stand there.
 * @param text - message in plain signs
 * @param isFirst - true for the contact's first message, or one that answers no question
 */
export function openingName(text: string, isFirst: boolean): ReadName | null {
  const greeting = greetingLength(text);
  if (!isFirst && greeting === 0) return null;
  const name = readName(text, greeting, 'bare', true);
  if (!name) return null;
  const rest = text.slice(name.end, name.end + 80);
  const greetedApart = greeting === 0 || /[,.!\n-]\s*$/.test(text.slice(0, greeting));
  if (ORIGIN.test(rest) && !DID.test(rest))
    return name.known || (name.last !== undefined && isPerson(name)) ? name : null;
  if (!name.last || !name.first || !greetedApart || !APART.test(rest)) return null;
  if (rest.trim() === '') return null;
  return isPerson(name) && !isCommonWord(fold(name.first)) ? name : null;
}

/** True for a known given name, or a capital first and family name. */
function isPerson(name: ReadName): boolean {
  return (
    name.known || (name.first !== undefined && isGiven(fold(name.first))) || name.last !== undefined
  );
}
