import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { findPains } from './pain-points.ts';
import { readSentences } from './sentences.ts';

const pains = (line: string): string[] =>
  findPains(readSentences(conversation(line))).map(({ value }) => value);

describe('what troubles them', () => {
  test.each([
    [
      'The kiln door is broken and the clay dries out',
      ['The kiln door is broken and the clay dries out'],
    ],
    ['Nice shop, but the delivery was two weeks late', ['the delivery was two weeks late']],
    ['our customers keep tripping over the cable', ['our customers keep tripping over the cable']],
    ['I am still waiting for the second box', ['I am still waiting for the second box']],
    ['la lavadora no funciona desde ayer', ['la lavadora no funciona desde ayer']],
    ['Die Heizung ist kaputt seit gestern', ['Die Heizung ist kaputt seit gestern']],
    ['la chaudière est en panne depuis lundi', ['la chaudière est en panne depuis lundi']],
    ['a entrega está atrasada de novo', ['a entrega está atrasada de novo']],
  ])('%s', (line, expected) => {
    expect(pains(line)).toEqual(expected);
  });

  test.each([
    ['no problem at all, thanks'],
    ['Sorry to hear your boiler is broken'],
    ['The film was about a broken ship'],
    ['It was frustrating'],
    ['S: the lift is broken again, we are sorry'],
    ['the squeaky gate is fixed now'],
    ['I have nothing to complain about here'],
  ])('nothing: %s', (line) => {
    expect(pains(line)).toEqual([]);
  });

  test('what was mended later is no trouble any more', () => {
    expect(pains('the pump is leaking again || S: on our way || pump fixed, thank you')).toEqual(
      [],
    );
  });

  test('the same trouble is named once, the newest first', () => {
    expect(pains('my oven is broken || my roof leaks badly || my oven is still broken')).toEqual([
      'my oven is still broken',
      'my roof leaks badly',
    ]);
  });
});
