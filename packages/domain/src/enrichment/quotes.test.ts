import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widenQuote } from './quotes.ts';

describe('widenQuote', () => {
  test.each([
    ['sure. i own Feld Roofing so i know. bye', 'Feld Roofing', 'i own Feld Roofing so i know.'],
    ['Hi\nThis is Anna Berg\nfrom Acme', 'Anna Berg', 'This is Anna Berg'],
    ['mail me at a.b@c.example please', 'a.b@c.example', 'mail me at a.b@c.example please'],
    ['I am Dr. Li. Call me.', 'Dr. Li', 'I am Dr. Li.'],
    ['Anna', 'Anna', 'Anna'],
  ])('%j around %j', (body, quote, wide) => {
    expect(widenQuote(body, quote)).toBe(wide);
  });

  test('cuts a very long sentence at words', () => {
    const body = `${'word '.repeat(100)}Anna ${'word '.repeat(100)}`;
    const wide = widenQuote(body, 'Anna');
    expect(wide.length).toBeLessThanOrEqual(200);
    expect(wide).toMatch(/^word .* Anna .* word$/);
  });

  test('is always a part of the message that holds the quote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.nat(), fc.nat(100), (body, start, length) => {
        const at = body.length === 0 ? 0 : start % body.length;
        const quote = body.slice(at, at + length).trim();
        const wide = widenQuote(body, quote);
        return body.includes(wide) && wide.includes(quote) && wide.length <= 200;
      }),
    );
  });
});
