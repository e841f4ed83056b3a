import { expect, test } from 'vitest';
import { type Manifest, measure } from './bundle-size.ts';

const manifest: Manifest = {
  'index.html': { file: 'index.js', isEntry: true, imports: ['_base.js'] },
  '_base.js': { file: 'base.js' },
  '_table.js': { file: 'table.js', imports: ['_base.js'] },
  'src/routes/list.tsx': { file: 'list.js', imports: ['_base.js', '_table.js'] },
  'src/routes/sign-in.tsx': { file: 'sign-in.js', imports: ['index.html'] },
  'src/features/palette.tsx': { file: 'palette.js', imports: ['_table.js'] },
};
const sizes: Record<string, number> = {
  'index.js': 40_000,
  'base.js': 100_000,
  'table.js': 30_000,
  'list.js': 20_000,
  'sign-in.js': 5_000,
  'palette.js': 90_000,
};
const built = {
  manifest,
  sizeOf: (file: string) => sizes[file] ?? Number.NaN,
  textOf: () => 'class Page {}',
};

test('a page is its entry, its chunk and what they import, each once; nothing that comes later', () => {
  expect(measure(built)).toEqual({
    budget: 200_000,
    routes: [
      { route: 'list', bytes: 190_000 },
      { route: 'sign-in', bytes: 145_000 },
    ],
    faults: [],
  });
});

test('a page over the budget is named', () => {
  const sizeOf = (file: string) => built.sizeOf(file) + (file === 'list.js' ? 10_001 : 0);
  expect(measure({ ...built, sizeOf }).faults).toEqual([
    'list loads 200.0 kB first; 200.0 kB are allowed.',
  ]);
});

test('Zod is seen wherever it is, even in what is loaded later', () => {
  const textOf = (file: string) => (file === 'palette.js' ? 'a("$ZodType",b)' : '');
  expect(measure({ ...built, textOf }).faults).toEqual([
    "Zod is in palette.js; import types or the contract's files without it.",
  ]);
});

test('nothing to read is no success', () => {
  expect(() => measure({ ...built, manifest: {} })).toThrow('no entry or no route');
});
