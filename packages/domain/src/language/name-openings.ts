// Names that open a message without any phrase: "Good morning, Ana Berg, office manager at ...", "hey lukas from ...".

import { readTitle } from './job-titles.ts';
import { greetingLength, salutationLength } from './name-cues.ts';
import { isCommonWord, isGiven, isRiskyName } from './name-lists.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { fold } from './tokens.ts';

/** After "Ana from the office": what Ana did, so Ana is not the writer. */
const DID =
  /^\s(?:from|at|with)\s[^.,!?\n]{2,30}?\s(?:called|calls|said|says|told|came|sent|texted|emailed|is|was|has|had|will|wants|asked|gave|helped|did|never|didn't|hasn't)\b/i;
const ORIGIN =
  /^\s(?:from|at|with|w\/|@|of|on behalf of|over at|de|del|von|vom|da|do|di)\s(?!you|your|the usual)\p{L}/iu;
/** "Unit 12, " before the name. */
const UNIT =
  /^\s*(?:unit|apt|apartment|flat|room|suite|acc(?:oun)?t|order|ref|policy|member|booking|lot|site|table|#)[\s#:.]{0,3}\w{0,12}\d\w{0,12}[,.:;\s-]{1,3}/i;
const APART = /^\s*(?:[,.(|\n;-]|$|(?:dob|d\.o\.b|date of birth|born)\b|\d)/i;

/**
 * The name that a message opens with, when nothing else can stand there.
 * @param text - message in plain signs
 * @param isFirst - true for the contact's first message, or one that answers no question
 */
export function openingName(text: string, isFirst: boolean): ReadName | null {
  const greeting = greetingLength(text);
  const starts = [greeting, salutationLength(text), UNIT.exec(text)?.[0].length ?? 0];
  for (const start of new Set(starts)) {
    if (!isFirst && start === 0) continue;
    const name = nameAt(text, start, start !== greeting || greeting === 0);
    if (name) return name;
  }
  return null;
}

function nameAt(text: string, start: number, apart: boolean): ReadName | null {
  const name = readName(text, start, 'bare', true);
  if (!name) return null;
  const rest = text.slice(name.end, name.end + 80);
  if (ORIGIN.test(rest) && !DID.test(rest)) {
    const folded = fold(name.first ?? '');
    const given =
      name.known ||
      (isGiven(folded) &&
        !isRiskyName(folded) &&
        (start > 0 || /^\p{Lu}/u.test(text.slice(name.start))));
    return given || (name.last !== undefined && isPerson(name)) ? name : null;
  }
  if (name.known && /^(?:,| -| \|) /.test(rest) && readTitle(text, name.end + 2, true)) return name;
  const closed = apart || /[,.!\n-]\s*$/.test(text.slice(0, start));
  if (!name.last || !name.first || !closed || !APART.test(rest) || rest.trim() === '') return null;
  return isPerson(name) && (name.known || !isCommonWord(fold(name.first))) ? name : null;
}

/** True for a known given name, or a capital first and family name. */
function isPerson(name: ReadName): boolean {
  return (
    name.known || (name.first !== undefined && isGiven(fold(name.first))) || name.last !== undefined
  );
}
