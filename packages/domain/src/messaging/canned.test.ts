import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillVariables } from './canned.ts';

const values = { first_name: 'Ada', last_name: ' ', company: null, my_name: 'Sam {{first_name}}' };

describe('fillVariables', () => {
  test.each([
    ['Hi {{first_name}}!', 'Hi Ada!', []],
    ['Hi {{ First_Name }}!', 'Hi Ada!', []],
    ['{{first_name}} {{first_name}}', 'Ada Ada', []],
    ['Hi {{nickname}} of {{company}}', 'Hi {{nickname}} of {{company}}', ['nickname', 'company']],
    ['Dear {{last_name | friend}}, {{company|}}bye', 'Dear friend, bye', []],
    ['{{nickname}} and {{nickname}}', '{{nickname}} and {{nickname}}', ['nickname']],
    ['{{toString}} {{__proto__}}', '{{toString}} {{__proto__}}', ['toString', '__proto__']],
    ['{{}} {{ }} {first_name} {{first name}}', '{{}} {{ }} {first_name} {{first name}}', []],
    ['Yours, {{my_name}}', 'Yours, Sam {{first_name}}', []],
    ['', '', []],
  ])('%j becomes %j', (text, expected, unfilled) => {
    expect(fillVariables(text, values)).toEqual({ text: expected, unfilled });
  });

  test('leaves every text without variables as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('{{'));
        expect(fillVariables(text, values)).toEqual({ text, unfilled: [] });
      }),
    );
  });

  test('ends soon on what looks like many variables', () => {
    const text = '{{first_name|'.repeat(20_000);
    expect(fillVariables(text, values).text).toBe(text);
  });
});
