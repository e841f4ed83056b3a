import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { findInterests } from './interests.ts';
import { readSentences } from './sentences.ts';

const values = (line: string, language = 'en'): string[] =>
  findInterests(readSentences(conversation(line)), language).map(({ value }) => value);

describe('what they like or want', () => {
  test.each([
    ['I love old maps.', ['old maps']],
    ['We really enjoy cooking with seaweed', ['cooking with seaweed']],
    ["I'm a big fan of brass bands!", ['brass bands']],
    ['my favourite hobby is beekeeping', ['beekeeping']],
    ["We're looking for a kennel for two dogs", ['kennel for two dogs']],
    ['need a bench, 5ft, by the door', ['bench']],
    ['Do you repair umbrellas?', ['umbrellas']],
    ["I'd like to book the boathouse for our reunion.", ['boathouse for our reunion']],
    ['could we get a quote for oak shutters', ['oak shutters']],
    ["I'm thinking of taking piano lessons, and I love piano lessons", ['piano lessons']],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected.map((value) => value.replace('our', 'their')));
  });

  test.each([
    "I don't like brass.",
    'I love it!',
    'I love your garden.',
    'Love that idea',
    'I need your help',
    'I want my money back',
    'I used to love skiing',
    'I love how you did it',
    'We want my son to learn manners',
    'Do you have a minute?',
    'S: I love old maps.',
    'if I like the colour',
  ])('nothing: %s', (line) => {
    expect(values(line)).toEqual([]);
  });

  test.each([
    ['es', 'Buenas, busco una mesa de roble para el patio', ['mesa de roble para el patio']],
    ['es', 'me encanta la cerámica azul', ['cerámica azul']],
    ['fr', 'Bonjour, je cherche un tapis berbère', ['tapis berbère']],
    ['de', 'Wir suchen eine Bank für den Garten.', ['Bank für den Garten']],
    ['hi', 'bhai mujhe ek lakdi ki mez chahiye jaldi', ['ek lakdi']],
    ['pt', 'preciso de duas estantes brancas', ['duas estantes brancas']],
  ])('%s: %s', (language, line, expected) => {
    expect(values(line, language)).toEqual(expected);
  });

  test('what is named twice comes first, and never twice', () => {
    expect(values('I like kites. || I love cacti. || I like kites a lot')).toEqual([
      'kites',
      'cacti',
    ]);
  });

  test('at most six', () => {
    const line = ['jam', 'tea', 'figs', 'kites', 'boats', 'drums', 'maps', 'cacti']
      .map((what) => `I love ${what}.`)
      .join(' || ');
    expect(values(line)).toHaveLength(6);
  });
});
