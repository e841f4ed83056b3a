import { describe, expect, test } from 'vitest';
import {
  dayWord,
  languageChoices,
  languageWord,
  localTime,
  sentenceCase,
  zoneWord,
} from './contact-words.ts';

describe('words for values', () => {
  test('languages', () => {
    expect(languageWord('de')).toBe('German');
    expect(languageWord('not a code')).toBe('not a code');
    expect(languageChoices().every(({ value, label }) => label !== value)).toBe(true);
  });

  test('zones and the time there', () => {
    expect(zoneWord('America/New_York')).toBe('America / New York');
    expect(localTime('Asia/Tokyo', new Date('2026-03-03T20:05:00Z'))).toContain('05');
    expect(localTime('Asia/Tokyo', new Date('2026-03-03T20:05:00Z'))).toContain('Wed');
    expect(localTime('Mars/Olympus', new Date())).toBe('');
  });

  test('a birthday is the same day everywhere', () => {
    expect(dayWord('1990-02-28')).toContain('28');
    expect(dayWord('someday')).toBe('someday');
  });

  test('sentence case', () => {
    expect(sentenceCase('do_not_contact')).toBe('Do not contact');
    expect(sentenceCase('')).toBe('');
  });
});
