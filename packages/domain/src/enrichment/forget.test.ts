import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetLine } from './forget.ts';

const memory =
  '## About\nLikes oak.\n\n## Interests\n- wood\n- boats\n\n## Next steps\n- send a quote';

test('takes one line, and leaves the others as they are', () => {
  expect(forgetLine(memory, '- wood')).toBe(
    '## About\nLikes oak.\n\n## Interests\n- boats\n\n## Next steps\n- send a quote',
  );
});

test('a heading with nothing below it goes too', () => {
  expect(forgetLine(memory, 'Likes oak.')).toBe(
    '## Interests\n- wood\n- boats\n\n## Next steps\n- send a quote',
  );
  expect(forgetLine(memory, '- send a quote')).toBe(
    '## About\nLikes oak.\n\n## Interests\n- wood\n- boats',
  );
  expect(forgetLine('## About\nLikes oak.', 'Likes oak.')).toBe('');
});

test('what is not there cannot be forgotten', () => {
  expect(forgetLine(memory, 'wood')).toBeNull();
});

test('line after line nothing is left, and no other line is lost on the way', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.nat(), (words, cut) => {
      const lines = words.map((one) => `- ${one}`);
      const half = cut % (lines.length + 1);
      let left: string | null = ['## A', ...lines.slice(0, half), '', '## B', ...lines.slice(half)]
        .join('\n')
        .trim();
      for (const [index, line] of lines.entries()) {
        left = forgetLine(left!, line);
        for (const later of lines.slice(index + 1)) expect(left).toContain(later);
        expect(left!.split('\n')).not.toContain(line);
      }
      expect(left).toBe('');
    }),
  );
});
