import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByLetter, letterOf } from './letters.ts';

const named = (first_name: string, last_name = '') => ({ first_name, last_name });

test.each([
  [named('anna', 'Berg'), 'A'],
  [named('', 'Berg'), 'B'],
  [named('Émile'), 'E'],
  [named('E\u0301mile'), 'E'],
  [named('Øyvind'), 'O'],
  [named('3M'), '#'],
  [named('李'), '李'],
  [named(''), 'No name'],
  [named('Unknown'), 'No name'],
])('%j is under %s', (contact, letter) => expect(letterOf(contact)).toBe(letter));

test('groups lose nobody, keep the order, and neighbours differ', () => {
  const people = fc.array(fc.constantFrom('Ann', 'ann', 'Bo', '7', '').map((name) => named(name)));
  fc.assert(
    fc.property(people, (rows) => {
      const groups = groupByLetter(rows);
      expect(groups.flatMap((group) => group.rows)).toEqual(rows);
      for (const [index, { letter, rows: own }] of groups.entries()) {
        expect(own.every((row) => letterOf(row) === letter)).toBe(true);
        expect(groups[index + 1]?.letter).not.toBe(letter);
      }
    }),
  );
});
