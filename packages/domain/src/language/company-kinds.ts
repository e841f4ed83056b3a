// Whether a name that was read is a business, an address or a person.

import type { Span } from './companies.ts';
import { isGiven, isOrganizationWord } from './name-lists.ts';
import { casing, fold } from './tokens.ts';

function isAddress(value: string): boolean {
  return /\b(?:street|road|avenue|drive|lane|boulevard|court|plaza|park|tower|county|city|airport|station|apartments?|room|unit|flat|suite)$/i.test(
    value,
  );
}

/** Two capital words or more in a text of mixed casing. */
export function isProper(text: string, span: Span): boolean {
  return /^\p{Lu}\S* .*\p{Lu}/u.test(text.slice(span.start, span.end)) && casing(text) === 'mixed';
}

export function isBusiness(value: string): boolean {
  const words = value.split(' ');
  return (
    words.length > 1 && words.some((word) => isOrganizationWord(fold(word))) && !isAddress(value)
  );
}

export function isPerson(value: string): boolean {
  const words = value.split(' ');
  return words.length <= 3 && isGiven(fold(words[0] ?? '')) && !isBusiness(value);
}
