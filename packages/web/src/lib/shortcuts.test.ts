import { describe, expect, test } from 'vitest';
import { matches } from './shortcuts.ts';

const run = () => {};
const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('which key press is which shortcut', () => {
  const palette = { key: 'k', mod: true, typing: true, run };
  test('Ctrl and Cmd are one', () => {
    expect(matches(palette, press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matches(palette, press('K', { metaKey: true }), false)).toBe(true);
    expect(matches(palette, press('k'), false)).toBe(false);
  });
  test('a plain key is not heard with a modifier', () => {
    expect(matches({ key: 'j', run }, press('j', { ctrlKey: true }), false)).toBe(false);
    expect(matches({ key: 'j', run }, press('j', { altKey: true }), false)).toBe(false);
  });
  test('somebody who types is left alone, unless the shortcut is for that', () => {
    expect(matches({ key: 'j', run }, press('j'), true)).toBe(false);
    expect(matches(palette, press('k', { ctrlKey: true }), true)).toBe(true);
  });
});
