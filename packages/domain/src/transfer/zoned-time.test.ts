import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneClock } from './zoned-time.ts';

const utc = (zone: string, text: string) => {
  const [year, month, day, hour, minute, second] = text.split(/\D/).map(Number) as number[];
  const instant = zoneClock(zone)({
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: second ?? 0,
  });
  return instant === null ? null : new Date(instant).toISOString();
};

describe('zoneClock', () => {
  test.each([
    ['UTC', '2024-01-01 10:00', '2024-01-01T10:00:00.000Z'],
    ['Europe/Berlin', '2024-01-01 10:00', '2024-01-01T09:00:00.000Z'],
    ['Europe/Berlin', '2024-07-01 10:00:30', '2024-07-01T08:00:30.000Z'],
    ['Asia/Kathmandu', '2024-07-01 00:15', '2024-06-30T18:30:00.000Z'],
    ['America/New_York', '2024-12-31 23:30', '2025-01-01T04:30:00.000Z'],
    ['Pacific/Kiritimati', '2024-01-01 10:00', '2023-12-31T20:00:00.000Z'],
  ])('%s %s', (zone, local, expected) => {
    expect(utc(zone, local)).toBe(expected);
  });

  test.each([
    ['the hour before clocks go forward', 'Europe/Berlin', '2024-03-31 01:59', '00:59'],
    ['a time that does not exist moves forward', 'Europe/Berlin', '2024-03-31 02:30', '01:30'],
    ['the hour after', 'Europe/Berlin', '2024-03-31 03:00', '01:00'],
    ['a time that occurs twice is the first', 'Europe/Berlin', '2024-10-27 02:30', '00:30'],
    ['the hour after clocks went back', 'Europe/Berlin', '2024-10-27 03:00', '02:00'],
    ['New York, gap', 'America/New_York', '2024-03-10 02:30', '07:30'],
    ['New York, first of two', 'America/New_York', '2024-11-03 01:30', '05:30'],
    ['Lord Howe shifts by half an hour', 'Australia/Lord_Howe', '2024-04-07 01:45', '14:45'],
  ])('%s', (_, zone, local, expected) => {
    expect(utc(zone, local)?.slice(11, 16)).toBe(expected);
  });

  test('dates that do not exist', () => {
    expect(utc('UTC', '2023-02-29 10:00')).toBe(null);
    expect(utc('UTC', '2023-13-01 10:00')).toBe(null);
    expect(utc('UTC', '2023-01-01 24:00')).toBe(null);
    expect(utc('UTC', '2024-02-29 10:00')).toBe('2024-02-29T10:00:00.000Z');
  });

  test('an unknown zone', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
  });

  test('reading the wall clock of an instant gives the instant back, except in doubled hours', () => {
    const zone = fc.constantFrom('Europe/London', 'America/Sao_Paulo', 'Australia/Lord_Howe');
    const instant = fc.integer({ min: 1_200_000_000, max: 1_900_000_000 }).map((s) => s * 1000);
    fc.assert(
      fc.property(zone, instant, (name, ms) => {
        const wall = new Date(ms).toLocaleString('sv-SE', { timeZone: name });
        const found = Date.parse(utc(name, wall)!);
        expect(new Date(found).toLocaleString('sv-SE', { timeZone: name })).toBe(wall);
        expect(found).toBeLessThanOrEqual(ms);
      }),
      { numRuns: 200 },
    );
  });
});
