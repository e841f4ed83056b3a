import { describe, expect, test } from 'vitest';
import { answerByQuotes, answerTask, digestCall } from './local-analysis.ts';
import { readSegments, turnsOf } from './segments.ts';

const read = (text: string) => {
  const turns = turnsOf(readSegments(text), 'call', '2026-11-20T10:00:00Z');
  return {
    turns,
    digest: digestCall(turns, { now: '2026-11-20T10:05:00Z', home_names: ['Nell'] }),
  };
};

const { turns, digest } = read(`Agent: Harbor & Pine, Nell speaking.
Caller: Hi Nell, this is Priya Raman from Quay Street Dental. I am calling about the reception desk.
Agent: Of course.
Caller: We would like walnut instead of oak. I am a little worried about the delivery date.
Agent: No problem. I'll send you the revised quote tomorrow.
Caller: Perfect, thank you so much, you have been wonderful.`);

test('a call is summed up as a call', () => {
  expect(digest.summary).toMatch(/^Priya Raman, of Quay Street Dental, called on Nov 20/);
  expect(digest.sentiment).toBe('positive');
  expect(digest.next_steps.map(({ value }) => value)).toEqual([
    'Send them the revised quote tomorrow (promised Nov 20)',
  ]);
});

describe('an answer', () => {
  test('to each of the engine’s own questions is markdown', () => {
    expect(answerTask('next_steps', digest, turns)).toBe(
      '- Send them the revised quote tomorrow (promised Nov 20)',
    );
    expect(answerTask('sentiment', digest, turns)).toMatch(/^\*\*Positive\*\*\n\n".*wonderful/);
    expect(answerTask('topics', digest, turns)).toContain('- walnut');
  });

  test('to a free question is what was said with its words, or says that there is nothing', () => {
    const answer = answerByQuotes('Was the delivery date a worry?', turns);
    expect(answer).toContain('Caller: "I am a little worried about the delivery date"');
    expect(answerByQuotes('Did they mention a refund?', turns)).toMatch(/^Nothing in this call/);
  });

  test('holds no markup of what was said', () => {
    const said = read('Caller: Please send the *new* [price](http://x.example) list today.');
    expect(answerByQuotes('price list', said.turns)).not.toMatch(/(?<!\\)[*[]/);
  });

  test('of a call in which nothing is said is a sentence', () => {
    const silent = read('Agent: Hello? Anybody there?');
    expect(answerTask('summary', silent.digest, silent.turns)).toMatch(/said nothing/);
    expect(answerTask('next_steps', silent.digest, silent.turns)).toBe('Nothing is left open.');
  });
});
