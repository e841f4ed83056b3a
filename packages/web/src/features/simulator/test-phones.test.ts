import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventNumber, withPhone } from './test-phones.ts';

test('an invented number is one that nobody has', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      expect(inventNumber(random)).toMatch(/^\+1\d{3}55501\d{2}$/);
    }),
  );
});

test('the last phone stands in front, each once, at most six', () => {
  expect(withPhone(['a', 'b'], 'b')).toEqual(['b', 'a']);
  expect(withPhone(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
});
