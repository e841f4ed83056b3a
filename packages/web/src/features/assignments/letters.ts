// The groups of a list that is sorted by name.
import { fullName } from '@rapport/domain/contacts/names';
import { foldText } from '@rapport/domain/contacts/search-text';

type Named = { first_name: string; last_name: string };

/** A run of rows under one heading. */
export type Group<T> = { letter: string; rows: T[] };

/** What stands over people whose name begins with no letter, and over those without a name. */
const OTHER = '#';
const NAMELESS = 'No name';

/** The heading that a name belongs under; accents count for as little as in the order of the list. */
export const letterOf = (contact: Named): string => {
  const [first] = foldText(fullName(contact));
  if (first === undefined) return NAMELESS;
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase() : OTHER;
};

/** Rows in the order they came in, cut wherever the letter changes: the order is the server's. */
export const groupByLetter = <T extends Named>(rows: readonly T[]): Group<T>[] => {
  const groups: Group<T>[] = [];
  for (const row of rows) {
    const letter = letterOf(row);
    const last = groups.at(-1);
    if (last?.letter === letter) last.rows.push(row);
    else groups.push({ letter, rows: [row] });
  }
  return groups;
};
