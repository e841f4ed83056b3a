import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { findDates } from './dates.ts';
import { readSentences } from './sentences.ts';

// The messages are of Monday, 2 March 2026.
const dates = (line: string, language = 'en'): string[] => {
  const sentences = readSentences(conversation(line));
  return findDates(sentences, sentences.at(-1)?.time ?? 0, language).map(({ value }) => value);
};

describe('days that matter', () => {
  test.each([
    ['my birthday is May 5', ['2026-05-05: their birthday']],
    ['My sister Ada turns 40 on October 3', ['2026-10-03: sister Ada turns 40']],
    ["my husband's birthday is on 9 June", ["2026-06-09: husband's birthday"]],
    [
      'We need the tent by April 14 at the latest.',
      ['2026-04-14: deadline: We need the tent by April 14 at the latest'],
    ],
    ['the harvest festival is on Saturday', ['2026-03-07: harvest festival']],
    ['Can you come by next Tuesday at 10 to measure?', ['2026-03-10: come by to measure at 10:00']],
    ['our wedding is on 12 September next year', ['2027-09-12: wedding']],
    ['got a baby coming in 3 months', ['2026-06-02: baby (around then)']],
  ])('%s', (line, expected) => {
    expect(dates(line)).toEqual(expected);
  });

  test.each([
    ['I have lived here for 3 years'],
    ['see you tomorrow'],
    ['it broke last night'],
    ['the price is $15 on the 2 inch one'],
    ['Call 207 555 0188 after lunch'],
    ['may I ask something'],
    ['the sun was out'],
    ['we met on Friday'],
    ['thinking of maybe the 15th'],
    ['please cancel my appointment on Friday'],
  ])('nothing: %s', (line) => {
    expect(dates(line)).toEqual([]);
  });

  test.each([
    ['de', 'Am 9. August hat Henrike Geburtstag', ["2026-08-09: Henrike's birthday"]],
    ['es', 'la boda es el 12 de junio', ['2026-06-12: boda']],
    ['fr', 'le mariage est le 12 juin', ['2026-06-12: mariage']],
    ['pt', 'o casamento é em 12 de junho', ['2026-06-12: casamento']],
  ])('%s: %s', (language, line, expected) => {
    expect(dates(line, language)).toEqual(expected);
  });

  test('what lies ahead comes first, the nearest first', () => {
    expect(dates('my birthday is May 5 || the concert is on April 1')).toEqual([
      '2026-04-01: concert',
      '2026-05-05: their birthday',
    ]);
  });
});
