import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingReplies, slashAt } from './canned-match.ts';

describe('a slash before the cursor', () => {
  test.each([
    ['/', 1, { start: 0, query: '' }],
    ['/tha', 4, { start: 0, query: 'tha' }],
    ['Hello /hours', 12, { start: 6, query: 'hours' }],
    ['Hello\n/h', 8, { start: 6, query: 'h' }],
    ['/tha and more', 4, { start: 0, query: 'tha' }],
  ])('%j at %i', (text, cursor, found) => expect(slashAt(text, cursor)).toEqual(found));
  test.each([
    ['and/or', 6],
    ['https://x', 9],
    ['10/12', 5],
    ['/tha nks', 8],
    ['', 0],
  ])('none in %j', (text, cursor) => expect(slashAt(text, cursor)).toBeNull());

  test('what is replaced is the slash and what was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z]{0,8}$/), (before, query) => {
        const text = `${before} /${query}`;
        const found = slashAt(text, text.length);
        expect(found && text.slice(found.start)).toBe(`/${query}`);
      }),
    );
  });
});

test('shortcuts come before titles and bodies', () => {
  const replies = [
    { shortcut: 'hours', title: 'Opening hours', body: 'We are open from nine.' },
    { shortcut: 'thanks', title: 'Thanks', body: 'Thank you!' },
    { shortcut: 'late', title: 'Running late', body: 'Thanks for waiting.' },
  ];
  expect(matchingReplies(replies, 'thanks').map(({ shortcut }) => shortcut)).toEqual([
    'thanks',
    'late',
  ]);
  expect(matchingReplies(replies, '')).toHaveLength(3);
  expect(matchingReplies(replies, 'zzz')).toEqual([]);
});
