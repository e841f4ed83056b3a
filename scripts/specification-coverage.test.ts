import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rows of the tables: sentence, file, a part of the name of a test. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => /^\| (.+) \| `([^`]+)` \| (.+) \|$/.exec(line))
    .flatMap((match) => (match ? [{ sentence: match[1]!, file: match[2]!, name: match[3]! }] : []));

/** What a row claims that is not so; null when all is well. */
const faultOf = ({ file, name }: { file: string; name: string }): string | null => {
  const path = join(root, file);
  if (!existsSync(path)) return `there is no ${file}`;
  return readFileSync(path, 'utf8').includes(name) ? null : `${file} has no test "${name}"`;
};

describe('the coverage of the specification', () => {
  const rows = rowsOf(readFileSync(join(root, 'docs/specification-coverage.md'), 'utf8'));

  test('points at tests that are there', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.flatMap((row) => faultOf(row) ?? [])).toEqual([]);
  });

  test('would notice a file or a test that is gone', () => {
    const [row] = rows;
    expect(faultOf({ ...row!, file: 'gone.test.ts' })).toBe('there is no gone.test.ts');
    expect(faultOf({ ...row!, name: 'no such name' })).toContain('has no test "no such name"');
  });
});
