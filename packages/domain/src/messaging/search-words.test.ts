import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightsOf, lexemesOf, searchTerms } from './search-words.ts';

const words = (text: string) => searchTerms(text).map((term) => term.text);

describe('what is typed', () => {
  test.each([
    ['Table  for TWO', ['table', 'for', 'two']],
    ['José’s café', ['joses', 'cafe']],
    ["don't", ['dont']],
    ['ann.lee@example.com', ['ann', 'lee', 'example', 'com']],
    ['+1 (415) 555-0132', ['1', '415', '555', '0132']],
    ['Ｆｕｌｌ ｗｉｄｔｈ', ['full', 'width']],
    ['Straße GROẞ', ['strasse', 'gross']],
    ['Привет, МИР!', ['привет', 'мир']],
    ['明日の会議 room', ['明日の会議', 'room']],
    ['안녕하세요 반갑', ['안녕하세요', '반갑']],
    ['हिन्दी में।', ['हिन्दी', 'में']],
    ['ok👍', ['ok', '👍']],
    ['yes yes YES', ['yes']],
    ['... !? —', []],
    [
      Array.from({ length: 30 }, (_, n) => `w${n}`).join(' '),
      Array.from({ length: 10 }, (_, n) => `w${n}`),
    ],
  ])('%s is looked for as %j', (typed, expected) => {
    expect(words(typed)).toEqual(expected);
  });
});

describe('what is found', () => {
  const marked = (text: string, typed: string) => {
    const parts: string[] = [];
    for (const { start, end } of highlightsOf(text, searchTerms(typed)))
      parts.push(text.slice(start, end));
    return parts;
  };

  test.each([
    ['The tables are set', 'table', ['table']],
    ['A stable', 'table', []],
    ['CAFÉ and cafe\u0301', 'cafe', ['CAFÉ', 'cafe\u0301']],
    ['I don’t know', 'dont', ['don’t']],
    ['明日の会議室で会議', '会議', ['会議', '会議']],
    ['Straße', 'stras', ['Straß']],
    ['👍🏽 great', '👍', ['👍']],
    ['on and on', 'on an', ['on', 'an', 'on']],
    ['ﬁne', 'fin', ['ﬁn']],
  ])('in %j by %j is marked', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected);
  });

  test('any word of a text is found by any beginning of it, where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), (text, n) => {
        const lexemes = lexemesOf(text);
        fc.pre(lexemes.length > 0);
        const lexeme = lexemes[n % lexemes.length]!;
        const marks = highlightsOf(text, searchTerms(lexeme));
        expect(marks.length).toBeGreaterThan(0);
        let last = -1;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
