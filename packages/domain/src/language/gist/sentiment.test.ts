import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { readSentences } from './sentences.ts';
import { moodOf, readSentiment } from './sentiment.ts';

const mood = (line: string): string => readSentiment(readSentences(conversation(line)));

describe('how they feel at the end', () => {
  test.each([
    ['positive', 'this is wonderful, thank you so much!!'],
    ['positive', '😍😍 sooo good'],
    ['positive', 'muchas gracias, quedó perfecto'],
    ['positive', 'vielen Dank, wunderbar geworden, danke'],
    ['negative', 'this is unacceptable'],
    ['negative', 'I am furious. Nobody called me back.'],
    ['negative', 'je suis très déçue, la table est cassée'],
    ['negative', 'sehr enttäuscht, schon wieder kaputt'],
    ['neutral', 'the box is 40 by 60'],
    ['neutral', 'does it hurt?'],
    ['neutral', 'S: this is terrible, we are so sorry'],
    ['neutral', ''],
  ])('%s: %s', (expected, line) => {
    expect(mood(line)).toBe(expected);
  });

  test('a complaint that ended well is not held against anybody', () => {
    expect(
      mood(
        'the shelf is broken, I am so angry || S: new one tomorrow || it came || thank you, it is perfect, I love it',
      ),
    ).toBe('positive');
  });

  test('negation turns a word around, and less strongly', () => {
    expect(moodOf('not happy')).toBeLessThan(0);
    expect(moodOf('not bad')).toBeGreaterThan(0);
    expect(moodOf('very happy')).toBeGreaterThan(moodOf('happy'));
    expect(moodOf('happyyyy')).toBeGreaterThan(moodOf('happy'));
  });
});
