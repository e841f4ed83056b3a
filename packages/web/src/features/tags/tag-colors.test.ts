import { tagsApi } from '@rapport/contract/tags.api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextColor, TAG_COLORS } from './tag-colors.ts';

test('the server takes every colour as it is', () => {
  for (const { value: color } of TAG_COLORS)
    expect(tagsApi.createTag.body?.parse({ name: 'VIP', color })).toEqual({ name: 'VIP', color });
});

test('each colour is used once before any is used twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
      const tags: { color: string }[] = [];
      for (let index = 0; index < count; index += 1) tags.push({ color: nextColor(tags) });
      const uses = TAG_COLORS.map(
        ({ value }) => tags.filter(({ color }) => color === value).length,
      );
      expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
    }),
  );
});
