import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesToShow } from './pages.ts';

describe('which page numbers are shown', () => {
  test.each([
    [0, 1, [0]],
    [0, 7, [0, 1, 2, 3, 4, 5, 6]],
    [0, 20, [0, 1, 2, 3, 4, null, 19]],
    [10, 20, [0, null, 9, 10, 11, null, 19]],
    [19, 20, [0, null, 15, 16, 17, 18, 19]],
  ])('page %i of %i', (page, total, shown) => expect(pagesToShow(page, total)).toEqual(shown));

  test('first, last and current are always there, in order, and a gap hides at least two pages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (total, seed) => {
        const page = seed % total;
        const shown = pagesToShow(page, total);
        expect(shown.length).toBeLessThanOrEqual(7);
        for (const one of [0, page, total - 1]) expect(shown).toContain(one);
        shown.forEach((one, index) => {
          const before = shown[index - 1];
          const after = shown[index + 1];
          if (one !== null && typeof before === 'number') expect(one).toBe(before + 1);
          if (one === null) expect((after as number) - (before as number)).toBeGreaterThan(2);
        });
      }),
    );
  });
});
