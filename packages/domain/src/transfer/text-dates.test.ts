import { describe, expect, test } from 'vitest';
import { halfOfDay, hour24, monthOf } from './date-words.ts';
import { parseTextDate } from './text-dates.ts';
import { zoneClock } from './zoned-time.ts';

const berlin = zoneClock('Europe/Berlin');
const iso = (text: string, order?: 'dmy' | 'mdy') => {
  const instant = parseTextDate(text, berlin, order);
  return instant === null ? null : new Date(instant).toISOString().slice(0, 19);
};

describe('parseTextDate', () => {
  test.each([
    ['Jul 4, 2023 5:06:07 PM', '2023-07-04T15:06:07'],
    ['Jul 4, 2023, 5:06:07\u202fPM', '2023-07-04T15:06:07'],
    ['July 4, 2023 12:06:07 AM', '2023-07-03T22:06:07'],
    ['4 Jul 2023 17:06:07', '2023-07-04T15:06:07'],
    ['Tue, 4 Jul 2023 17:06:07', '2023-07-04T15:06:07'],
    ['9 févr. 2013 13:01:38', '2013-02-09T12:01:38'],
    ['04.07.2023 17:06:07', '2023-07-04T15:06:07'],
    ['04.07.23 17.06.07', '2023-07-04T15:06:07'],
    ['4. Juli 2023 17:06', '2023-07-04T15:06:00'],
    ['4 de julio de 2023 5:06 p. m.', '2023-07-04T15:06:00'],
    ['4 июл. 2023 г. 17:06:07', '2023-07-04T15:06:07'],
    ['2023-07-04 17:06:07', '2023-07-04T15:06:07'],
    ['2023/07/04 17:06', '2023-07-04T15:06:00'],
    ['2023-07-04T17:06:07.123Z', '2023-07-04T17:06:07'],
    ['Mon, 14 Nov 2016 16:50:20 EST', '2016-11-14T21:50:20'],
    ['Mon, 14 Nov 2016 4:50:20 PM GMT+01:00', '2016-11-14T15:50:20'],
    ['2016-11-14 16:50:20 -0330', '2016-11-14T20:20:20'],
    ['7/4/2023 5:06 PM', '2023-07-04T15:06:00'],
    ['4/7/2023 17:06', '2023-07-04T15:06:00'],
    ['7/14/2023 17:06', '2023-07-14T15:06:00'],
    ['14/7/2023 5:06 PM', '2023-07-14T15:06:00'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test('a forced order', () => {
    expect(iso('4/7/2023 17:06', 'mdy')).toBe('2023-04-07T15:06:00');
    expect(iso('4/7/2023 5:06 PM', 'dmy')).toBe('2023-07-04T15:06:00');
  });

  test.each(['', 'yesterday', '17:06', 'Jul 4, 2023', 'Foo 4, 2023 17:06', '32.01.2023 10:00'])(
    '%s is no date',
    (text) => {
      expect(iso(text)).toBe(null);
    },
  );
});

describe('words of dates', () => {
  test('halves of the day', () => {
    expect(['AM', 'a. m.', 'a.m.', '午前', 'ص', 'π.μ.', 'ÖÖ'].map(halfOfDay)).toEqual(
      Array(7).fill('am'),
    );
    expect(['PM', 'p.\u00a0m.', '下午', 'م', 'μ.μ.', 'du.', '오후'].map(halfOfDay)).toEqual(
      Array(7).fill('pm'),
    );
    expect(halfOfDay('Uhr')).toBe(undefined);
  });

  test('months', () => {
    expect(['Jan', 'janv.', 'января', 'enero', 'Oca'].map(monthOf)).toEqual(Array(5).fill(1));
    expect(monthOf('Anna')).toBe(undefined);
  });

  test('hours', () => {
    expect([hour24(12, 'am'), hour24(12, 'pm'), hour24(1, 'pm'), hour24(13, 'pm')]).toEqual([
      0, 12, 13, 13,
    ]);
    expect([hour24(13, 'am'), hour24(24, undefined), hour24(0, 'am')]).toEqual([null, null, 0]);
  });
});
