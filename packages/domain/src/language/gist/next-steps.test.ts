import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { findDates } from './dates.ts';
import { findNextSteps } from './next-steps.ts';
import { readSentences } from './sentences.ts';

const steps = (line: string): string[] => {
  const turns = conversation(line);
  const sentences = readSentences(turns);
  const now = sentences.at(-1)?.time ?? 0;
  return findNextSteps(turns, sentences, findDates(sentences, now, 'en'), now).map(
    ({ value }) => value,
  );
};

describe('what is still open', () => {
  test.each([
    [
      "any news? || S: We'll send you the estimate on Friday.",
      ['Send them the estimate on Friday (promised Mar 2)'],
    ],
    [
      "ok || S: Where should I send the quote? || here || S: You'll have it on Friday.",
      ['Get them the quote on Friday (promised Mar 2)'],
    ],
    ['great || S: Sketch coming tomorrow.', ['Send the sketch tomorrow (promised Mar 2)']],
    ['great || S: Otto will call you tomorrow.', ['Otto to call them tomorrow (promised Mar 2)']],
    ['can you send me the price list please', ['Send them the price list (asked Mar 2)']],
    ['Somebody call me TODAY', ['Call them TODAY (asked Mar 2)']],
    ['I need the key code before noon.', ['They need the key code before noon (asked Mar 2)']],
    ['is the gate open on sunday?', ['Answer: "is the gate open on sunday?" (asked Mar 2)']],
    [
      "S: ok? || I'll pay the rest on Friday",
      ['Waiting for them to pay the rest on Friday (said Mar 2)'],
    ],
    [
      'S: Shall we measure? || yes || S: Great, Thursday at 10, booked.',
      ['Measure on Thu, Mar 5 at 10:00'],
    ],
  ])('%s', (line, expected) => {
    expect(steps(line)).toEqual(expected);
  });

  test.each([
    ["S: We'll send the estimate on Friday. || S: The estimate is in your inbox."],
    ["S: I'll email the invoice tomorrow. || got the invoice, thanks"],
    ['can you send me the list? || S: Sent!'],
    ['do you open on sunday? || S: No, sorry.'],
    ['take care! || S: Let me know if you need anything'],
    ['Let me know how it goes, how are you?'],
    ['thanks, bye'],
  ])('nothing open: %s', (line) => {
    expect(steps(line)).toEqual([]);
  });

  test('a promise older than a month is no step', () => {
    const [old] = conversation("S: I'll send the drawings tomorrow.", '2026-01-02T09:00:00.000Z');
    const [fresh] = conversation('hello again from the valley');
    const turns = [old!, { ...fresh!, id: 'later' }];
    const sentences = readSentences(turns);
    expect(findNextSteps(turns, sentences, [], sentences.at(-1)!.time)).toEqual([]);
  });

  test('at most five', () => {
    expect(
      steps(
        Array.from(
          { length: 9 },
          (_, at) => `can you send me part ${at} of the ${'abcdefghi'[at]}-plan`,
        ).join(' || '),
      ).length,
    ).toBeLessThanOrEqual(5);
  });
});
