import { describe, expect, test } from 'vitest';
import type { Turn } from '../enrichment/fields.ts';
import { nameCase } from './name-case.ts';
import { unquoted } from './quotes.ts';
import { casing, evidence, fold, plain, sentences, tokens } from './tokens.ts';

describe('text', () => {
  test('plain signs for typographic ones', () => {
    expect(plain('“I’m” — Ana')).toBe('"I\'m" - Ana');
  });

  test.each([
    ['Zoë', 'zoe'],
    ['Øystein', 'oystein'],
    ['Łukasz', 'lukasz'],
    ['Weiß', 'weiss'],
    ["O'Brien", "o'brien"],
  ])('%s folds to %s', (word, folded) => expect(fold(word)).toBe(folded));

  test('words keep their apostrophes and hyphens', () => {
    expect(tokens("Mary-Jane O'Neil, 42!").map(({ text }) => text)).toEqual([
      'Mary-Jane',
      "O'Neil",
    ]);
  });

  test('sentences end at stops and line breaks, not inside numbers and titles', () => {
    const text = 'Dr. Lin has 2.40 left. Ok?\nBye';
    expect(sentences(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      'Dr. Lin has 2.40 left.',
      'Ok?',
      'Bye',
    ]);
  });

  test.each([
    ['HELLO THERE', 'upper'],
    ['hello there', 'lower'],
    ['Hello there', 'mixed'],
  ])('%s is %s', (text, expected) => expect(casing(text)).toBe(expected));

  test('a long quote is cut without splitting a character', () => {
    const turn: Turn = {
      id: 'a',
      direction: 'inbound',
      body: `${'x'.repeat(199)}💛`,
      sent_at: '',
      channel: 'sms',
    };
    expect(evidence(turn, 0, turn.body.length).quote).toBe('x'.repeat(199));
  });
});

describe('quotations', () => {
  test.each([
    ['> my name is Bob\nhello', 'hello'],
    ['hello\nOn Mon, Jan 5, 2026 at 9:00 Bob wrote:\nmy name is Bob', 'hello'],
    ['hello\n-----Original Message-----\nmy name is Bob', 'hello'],
    ['Liked "my name is Bob"', ''],
    ['no quotation: here', 'no quotation: here'],
  ])('%j leaves %j', (text, left) => {
    expect(unquoted(text)).toHaveLength(text.length);
    expect(unquoted(text).trim()).toBe(left);
  });
});

describe('casing of names', () => {
  test.each([
    ['anna', 'Anna'],
    ['ANNA', 'Anna'],
    ['mcdonald', 'McDonald'],
    ["o'brien", "O'Brien"],
    ['mary-jane', 'Mary-Jane'],
    ['DeShawn', 'DeShawn'],
    ['jp', 'JP'],
    ['élodie', 'Élodie'],
  ])('%s -> %s', (word, name) => expect(nameCase(word)).toBe(name));

  test('a particle inside a name is small', () => {
    expect(nameCase('VAN', true)).toBe('van');
  });
});
