// Their words and ours as a colleague reads them: who is "you" and "me" depends on who spoke.

import { tidy } from './sentences.ts';

const LONGEST_CLAUSE = 90;

/** Up to the end of the clause, on one line. */
export function clause(text: string): string {
  const end =
    /[.!?;:]|,? (?:but|so|because|if|and (?:i|we|you|he|she|they|it|then)|while|since|as soon)\b|, (?=(?:i|we|you|no|he|she|it|that|this|don't)\b)|\n/iu.exec(
      text,
    );
  return tidy(end ? text.slice(0, end.index) : text, LONGEST_CLAUSE);
}

/** What we said, as a colleague reads it: "send you my quote" becomes "send them our quote". */
export function ours(text: string): string {
  return ofReader(text)
    .replace(/\bme\b/giu, 'us')
    .replace(/\bmy\b/giu, 'our');
}

/** What they asked for, as a colleague reads it: "call me" becomes "call them". */
export function asked(text: string): string {
  return text
    .replace(/\b(?:you|u)\b/giu, 'us')
    .replace(/\b(?:your|ur)\b/giu, 'our')
    .replace(/\bme\b/giu, 'them')
    .replace(/\bmy\b/giu, 'their');
}

function ofReader(text: string): string {
  return text
    .replace(/\b(?:you|u)\b/giu, 'them')
    .replace(/\b(?:your|ur)\b/giu, 'their')
    .replace(/\byours\b/giu, 'theirs');
}

/** What they said they would do or need, inside a sentence. */
export function theirs(text: string): string {
  return asked(text).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** "Gus will come by": who does it is worth saying when it is neither "I" nor "we". */
export function byWhom({ groups }: RegExpExecArray): string {
  const doer = groups?.['doer'];
  return doer && !/^(?:We|It|That|This|They|He|She|You|Who|Which|What|There)$/.test(doer)
    ? `${doer} to `
    : '';
}
