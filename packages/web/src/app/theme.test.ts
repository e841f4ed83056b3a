import { describe, expect, test } from 'vitest';
// oxlint-disable-next-line no-restricted-imports -- the test runs in Node, and Vitest empties imported CSS
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

const tokens = new Map(
  [...css.matchAll(/^ {2}--([a-z-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));$/gm)].map(
    ([, name, light, dark, both]) => [name ?? '', { light: light ?? both, dark: dark ?? both }],
  ),
);

/** Relative luminance and contrast, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['canvas', 'surface', 'raised', 'hover', 'pressed'];
const pairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
  ]),
  ...['canvas', 'surface', 'raised', 'hover'].map((ground): [string, string] => [
    'ink-faint',
    ground,
  ]),
  ...['canvas', 'surface', 'raised'].flatMap((ground): [string, string][] => [
    ['accent-text', ground],
    ['danger-text', ground],
    ['success-text', ground],
    ['warning-text', ground],
  ]),
  ...['accent', 'danger', 'success', 'warning'].flatMap((tone): [string, string][] => [
    [`${tone}-text`, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-muted', `${tone}-soft`],
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-hover'],
  ['ink', 'chat-outbound-bg'],
  ['ink-muted', 'chat-outbound-bg'],
  ['ink', 'chat-inbound-bg'],
  ['ink-muted', 'chat-inbound-bg'],
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(pairs)('%s reads on %s (AA: 4.5)', (text, ground) => {
    const one = tokens.get(text)?.[theme] ?? '';
    const other = tokens.get(ground)?.[theme] ?? '';
    expect([one, other]).toEqual([expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['canvas', 'surface', 'raised'])('the focus ring shows on %s (3)', (ground) => {
    const ring = tokens.get('accent')?.[theme] ?? '';
    expect(contrast(ring, tokens.get(ground)?.[theme] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
