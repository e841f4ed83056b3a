import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks } from './links.ts';

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);

describe('findLinks', () => {
  test('links addresses of the web and of mail', () => {
    expect(findLinks('See https://example.com/a?b=1, or write to anna@example.com.')).toEqual([
      { text: 'See ' },
      { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
      { text: ', or write to ' },
      { text: 'anna@example.com', href: 'mailto:anna@example.com' },
      { text: '.' },
    ]);
  });

  test.each([
    ['(see https://example.com/x)', 'https://example.com/x'],
    [
      'https://en.wikipedia.org/wiki/Oak_(disambiguation)',
      'https://en.wikipedia.org/wiki/Oak_(disambiguation)',
    ],
    ['Look: https://example.com!!', 'https://example.com/'],
  ])('brackets and sentence ends: %s', (text, href) => expect(hrefs(text)).toEqual([href]));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'file:///etc/passwd',
    'https://',
  ])('no link for %s', (text) => expect(hrefs(text)).toEqual([]));

  test('nothing of the text is lost, and every link is of a safe kind', () => {
    const words = fc.constantFrom(
      'https://',
      'http://a.b',
      'x@y.zz',
      'javascript:',
      '(',
      ')',
      '.',
      ' ',
      '<b>',
      'é',
      '👩‍👩‍👧',
      '\u202e',
      '\n',
      '"',
    );
    const texts = fc.array(fc.oneof(words, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(
          findLinks(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
        expect(hrefs(text).every((href) => /^(https?:\/\/|mailto:)/.test(href))).toBe(true);
      }),
    );
  });
});
