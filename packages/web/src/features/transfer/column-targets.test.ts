import { expect, test } from 'vitest';
import { choose, CHOICES, isSecond, type Mapping, namesSomebody } from './column-targets.ts';

const mapping: Mapping = [
  { column: 0, target: 'name', confidence: 'sure' },
  { column: 2, target: 'phone', label: 'Mobile', confidence: 'unsure' },
];

test('a choice replaces the guess, with its label and its doubt', () => {
  expect(choose(mapping, 2, 'email')).toEqual([mapping[0], { column: 2, target: 'email' }]);
  expect(choose(mapping, 1, 'company').map(({ column }) => column)).toEqual([0, 1, 2]);
  expect(choose(mapping, 0, 'skip')).toEqual([mapping[1]]);
});

test('a second column of what a contact has once is told; a second phone is not', () => {
  const twice = choose(choose(mapping, 3, 'name'), 4, 'phone');
  expect([0, 2, 3, 4].filter((column) => isSecond(twice, column))).toEqual([3]);
});

test('rows must say who they are', () => {
  expect(namesSomebody(mapping)).toBe(true);
  expect(namesSomebody([{ column: 0, target: 'city' }])).toBe(false);
});

test('every choice is offered once, under a name of its own', () => {
  expect(new Set(CHOICES.map(({ label }) => label)).size).toBe(CHOICES.length);
});
