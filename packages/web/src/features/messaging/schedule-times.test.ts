import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchedule, scheduleChoices, toLocalInput } from './schedule-times.ts';

describe('the usual times', () => {
  test('on a Wednesday afternoon', () => {
    const choices = scheduleChoices(new Date(2026, 5, 10, 14, 2));
    expect(choices.map(({ label, at }) => [label, toLocalInput(at)])).toEqual([
      ['In an hour', '2026-06-10T15:05'],
      ['Tomorrow morning', '2026-06-11T09:00'],
      ['Monday morning', '2026-06-15T09:00'],
    ]);
  });
  test('on a Sunday tomorrow is Monday, and stands there once', () => {
    const labels = scheduleChoices(new Date(2026, 5, 14, 14, 0)).map(({ label }) => label);
    expect(labels).toEqual(['In an hour', 'Tomorrow morning']);
  });
  test('whenever it is, all are ahead and a Monday is a Monday', () => {
    const moments = fc.date({
      min: new Date(2020, 0, 1),
      max: new Date(2035, 0, 1),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (now) => {
        for (const { label, at } of scheduleChoices(now)) {
          expect(at.getTime()).toBeGreaterThan(now.getTime());
          if (label === 'Monday morning') expect(at.getDay()).toBe(1);
        }
      }),
    );
  });
});

describe('a chosen time', () => {
  const now = new Date(2026, 5, 10, 14, 0);
  test('is read in the zone of the viewer', () => {
    expect(readSchedule('2026-06-11T09:30', now)).toEqual(new Date(2026, 5, 11, 9, 30));
  });
  test.each([
    ['', /Choose a day/],
    ['soon', /Choose a day/],
    ['2026-06-10T14:00', /has passed/],
    ['2028-01-01T00:00', /a year/],
  ])('%s says what is wrong', (value, sentence) =>
    expect(readSchedule(value, now)).toMatch(sentence),
  );
});
