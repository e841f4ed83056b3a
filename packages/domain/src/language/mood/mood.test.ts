import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMood } from './mood.ts';
import { MOODS } from './mood-words.ts';

describe('the mood of a message', () => {
  test.each([
    ['Thank you so much, the sail fits!', 'happy'],
    ['not bad at all', 'neutral'],
    ['I can’t wait for Saturday, so excited!!', 'excited'],
    ['haha you got me there', 'playful'],
    ['so sorry to hear about your dog', 'sad'],
    ['I am worried that it will not arrive in time', 'anxious'],
    ['This is ridiculous, I am still waiting for my refund', 'frustrated'],
    ['this is so boring', 'bored'],
    ['I hate this company, how dare you', 'angry'],
    ['Do you open at nine tomorrow?', 'neutral'],
    ['The table is 180 by 90 cm.', 'neutral'],
    ['😂', 'playful'],
    ['ok 👍', 'happy'],
    ['', 'neutral'],
  ])('%s is %s', (text, mood) => expect(readMood(text).mood).toBe(mood));

  test('turns round under a "not"', () => {
    expect(readMood('I love it').mood).toBe('happy');
    expect(readMood('I am not happy with it').scores.happy).toBe(0);
    expect(readMood('I am not happy with it').scores.frustrated).toBeGreaterThan(0);
  });

  test('is louder with marks and held letters', () => {
    const calm = readMood('I love it').scores.happy;
    expect(readMood('I love it!!!').scores.happy).toBeGreaterThan(calm);
    expect(readMood('I looooove it').scores.happy).toBe(calm);
  });

  test('of any text is one of nine, and its scores are no nonsense', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { mood, scores } = readMood(text);
        expect(MOODS).toContain(mood);
        for (const score of Object.values(scores)) expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
