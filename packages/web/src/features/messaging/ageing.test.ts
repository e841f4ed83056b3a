import { expect, test } from 'vitest';
import { ageOf } from './ageing.ts';

const now = new Date('2026-06-10T12:00:00Z');

test.each([
  ['2026-06-10T11:00:00Z', 'fresh'],
  ['2026-06-09T12:00:01Z', 'fresh'],
  ['2026-06-09T12:00:00Z', 'waiting'],
  ['2026-06-07T12:00:01Z', 'waiting'],
  ['2026-06-07T12:00:00Z', 'overdue'],
  ['2020-01-01T00:00:00Z', 'overdue'],
])('written at %s is %s', (at, age) => expect(ageOf(at, now)).toBe(age));
