import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countOf,
  formatBytes,
  formatDay,
  formatExact,
  formatPercent,
  formatPhone,
  formatRelative,
  initialsOf,
} from './format.ts';

// Local times: the words depend on the viewer's days, whatever zone the tests run in.
const at = (day: number, hour: number, minute = 0, month = 4): string =>
  new Date(2026, month, day, hour, minute).toISOString();
const now = new Date(2026, 4, 20, 14, 30);

describe('relative times', () => {
  test.each([
    [at(20, 14, 30), 'now'],
    [at(20, 14, 25), '5 min ago'],
    [at(20, 11, 30), '3 h ago'],
    [at(20, 14, 40), 'in 10 min'],
    [at(20, 17, 30), 'in 3 h'],
    [at(19, 10), 'yesterday'],
    [at(19, 23, 50), 'yesterday'],
    [at(21, 16), 'tomorrow'],
  ])('%s is %s', (value, words) => expect(formatRelative(value, now)).toBe(words));

  test('just before midnight, the evening before is minutes ago, not yesterday', () => {
    const afterMidnight = new Date(2026, 4, 20, 0, 10);
    expect(formatRelative(at(19, 23, 50), afterMidnight)).toBe('20 min ago');
    expect(formatRelative(at(19, 20), afterMidnight)).toBe('yesterday');
  });

  test('within the week the weekday; after it the date; another year with its number', () => {
    const weekday = formatRelative(at(15, 9), now);
    expect(weekday).toBe(
      new Intl.DateTimeFormat(undefined, { weekday: 'short' }).format(new Date(2026, 4, 15)),
    );
    expect(formatRelative(at(13, 9), now)).not.toMatch(/2026/);
    expect(formatRelative(new Date(2024, 2, 4).toISOString(), now)).toMatch(/2024/);
    expect(formatRelative(at(28, 9), now)).toMatch(/28/);
  });

  test('what is no time shows nothing', () => {
    expect(formatRelative('soon', now)).toBe('');
    expect(formatExact('soon')).toBe('');
  });

  test('days of a feed', () => {
    expect(formatDay(at(20, 0, 1), now)).toBe('Today');
    expect(formatDay(at(19, 23, 59), now)).toBe('Yesterday');
    expect(formatDay(at(18, 9), now)).toMatch(/2026/);
  });
});

describe('phone numbers', () => {
  test.each([
    ['+14155552671', '(415) 555-2671'],
    ['+442079460958', '+44 207 946 0958'],
    ['+4915123456789', '+49 151 234 567 89'],
    ['+353861234567', '+353 861 234 567'],
    ['+8613812345678', '+86 138 123 456 78'],
  ])('%s reads %s', (e164, grouped) => expect(formatPhone(e164)).toBe(grouped));

  test('short codes, letters and extensions stay as they are', () => {
    for (const value of ['24365', 'AMAZON', '', '+1', '+1 415 555'])
      expect(formatPhone(value)).toBe(value);
  });

  test('no digit is lost, added or moved', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (e164) => {
        const digits = formatPhone(e164).replace(/\D/g, '');
        // Numbers of North America go without their 1.
        expect([`+${digits}`, `+1${digits}`]).toContain(e164);
      }),
    );
  });
});

describe('initials', () => {
  test.each([
    ['Ada Byron', 'AB'],
    ['ada maria byron', 'AB'],
    ['Cher', 'C'],
    ['Élodie Ñu', 'ÉÑ'],
    ['李 小龙', '李小'],
    ['🙂 Sam', 'S'],
    ['', ''],
    [' -- ', ''],
  ])('%j gives %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

  test('a letter of two code units stays whole', () => {
    expect([...initialsOf('𝒜da 𝐁yron')]).toHaveLength(2);
  });
});

describe('numbers', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_534, '1.5 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [12_345_678, '12 MB'],
    [3e15, '3000 TB'],
  ])('%s bytes read %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  test('100% only when it is all', () => {
    expect(formatPercent(0.9999)).toBe('99%');
    expect(formatPercent(1)).toBe('100%');
    expect(formatPercent(-0.1)).toBe('0%');
  });

  test('one and many', () => {
    expect(countOf(1, 'message')).toBe('1 message');
    expect(countOf(0, 'message')).toBe('0 messages');
    expect(countOf(2, 'reply', 'replies')).toBe('2 replies');
  });
});
