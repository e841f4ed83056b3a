import { expect, test } from 'vitest';
import { costWords, keptSentence, sourceSentence } from './run-words.ts';

test.each([
  [{ source: 'messages', message_count: 1, omitted_count: 0 }, 'Read 1 message'],
  [
    { source: 'messages', message_count: 120, omitted_count: 780 },
    'Read the newest 120 of 900 messages',
  ],
  [{ source: 'call', message_count: 9, omitted_count: 0 }, 'Read a call'],
] as const)('%j is "%s"', (run, words) => expect(sourceSentence(run)).toBe(words));

test.each([
  [['company'], 'Company was changed since, and stays'],
  [['email', 'memory'], 'E-mail and memory were changed since, and stay'],
] as const)('%j kept is "%s"', (kept, words) => expect(keptSentence(kept)).toBe(words));

test('what a run cost is told in as many digits as say something', () => {
  expect(costWords({ cost_usd: 0.00123 })).toBe('$0.0012');
  expect(costWords({ cost_usd: null })).toBeNull();
});
