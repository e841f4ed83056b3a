// Text of the characters that files, spreadsheets and databases stumble over.
import fc from 'fast-check';

const CHARACTERS = [...'aZ09 éß张👍\0\n\r\t"\'=+-@,;|:\\/.^<', '\u00a0', '\ufeff', '\u0301'];

/** Any of them, halves of surrogate pairs too. */
export const oddText = (constraints: { minLength?: number; maxLength?: number } = {}) =>
  fc.string({ unit: fc.constantFrom(...CHARACTERS, '\ud83d'), ...constraints });

/** Those that a database keeps. */
export const storableText = (constraints: { minLength?: number; maxLength?: number } = {}) =>
  fc.string({
    unit: fc.constantFrom(...CHARACTERS.filter((character) => character !== '\0')),
    ...constraints,
  });
