import { describe, expect, test } from 'vitest';
import { conversation } from '../language.fixtures.ts';
import { readSentences } from './sentences.ts';
import { findThemes } from './themes.ts';
import { findTopics } from './topics.ts';
import { writtenLanguage } from './written-language.ts';

const topics = (line: string, language = 'en'): string[] =>
  findTopics(readSentences(conversation(line)), new Set(['ines']), 3, language).map(
    ({ text }) => text,
  );

describe('topics', () => {
  test.each([
    [
      'en',
      'we need a new greenhouse roof || the greenhouse roof leaks near the vine',
      ['greenhouse roof', 'vine'],
    ],
    ['en', 'thanks for the help, have a nice day', []],
    ['en', 'give it to Ines and to my brother Tom', []],
    ['de', 'wir brauchen einen Schrank, der Schrank soll in die Küche', ['Schrank', 'Küche']],
    ['hi', 'kal subah tak theek kar dijiye please', []],
    ['es', 'busco una silla de pino para la cocina', ['silla de pino', 'cocina']],
  ])('%s: %s', (language, line, expected) => {
    expect(topics(line, language)).toEqual(expected);
  });
});

test('themes are what one side talks of more than the other, on more than one message', () => {
  const line = Array.from(
    { length: 6 },
    (_, at) =>
      `the pottery class was fun ${at} || S: and the ferry? || about the ferry no idea, but my pottery dried || S: the ferry, the ferry`,
  ).join(' || ');
  expect(findThemes(readSentences(conversation(line)), new Set(), 1)).toEqual(['pottery class']);
});

test.each([
  ['en', 'I would like to know when the shop is open'],
  ['es', 'buenas tardes, quiero una mesa para la cocina'],
  ['fr', "bonjour, je voudrais un tapis pour le salon s'il vous plaît"],
  ['de', 'guten Tag, ich suche eine Bank für den Garten'],
  ['pt', 'bom dia, eu quero uma estante para a sala'],
  ['hi', 'arre yaar mujhe ek table chahiye, kab milega'],
  ['en', 'ok'],
])('%s: %s', (language, line) => {
  expect(writtenLanguage(readSentences(conversation(line)))).toBe(language);
});
