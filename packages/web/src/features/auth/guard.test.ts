import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeNext } from './guard.ts';

describe('where sign-in may lead', () => {
  test('a path of this app, with its search', () => {
    expect(safeNext('/contacts?search=a&page=2')).toBe('/contacts?search=a&page=2');
  });
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/',
    '',
    7,
    null,
  ])('not %j', (next) => expect(safeNext(next)).toBeUndefined());
  test('whatever is let through stays on this site', () => {
    const site = 'https://rapport.example';
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[/\\.:a-z]{1,8}$/)),
        (next) => {
          const safe = safeNext(next);
          if (safe !== undefined) expect(new URL(safe, site).origin).toBe(site);
        },
      ),
    );
  });
});
