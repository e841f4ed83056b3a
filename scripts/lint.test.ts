/** The lint configuration, seen red: each rule that we rely on finds what was planted for it. */
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLimited } from './run.ts';

const root = join(import.meta.dirname, '..');

/** Path -> text, and the rule that must object. Paths matter: some rules hold in one room only. */
const planted: [path: string, text: string, rule: string][] = [
  [
    'packages/domain/src/a.ts',
    `import { b } from './b.ts';\nexport const a = () => b;`,
    'no-cycle',
  ],
  [
    'packages/domain/src/b.ts',
    `import { a } from './a.ts';\nexport const b = () => a;`,
    'no-cycle',
  ],
  [
    'packages/domain/src/c.ts',
    `import fs from 'node:fs';\nexport const c = fs;`,
    'no-restricted-imports',
  ],
  [
    'packages/contract/src/a.ts',
    `import { a } from '@rapport/server/a';\nexport const b = a;`,
    'no-restricted-imports',
  ],
  [
    'packages/server/src/a.ts',
    `import { a } from '@rapport/web/a/b';\nexport const b = a;`,
    'no-restricted-imports',
  ],
  [
    'packages/web/src/a.ts',
    `import { a } from '../../server/src/a.ts';\nexport const b = a;`,
    'no-restricted-imports',
  ],
  ['packages/server/src/b.ts', 'export default 1;', 'no-default-export'],
  ['packages/server/src/c.ts', 'export const same = (a: unknown) => a == 1;', 'eqeqeq'],
  [
    'packages/server/src/d.ts',
    `import { a } from './e.ts';\nexport type A = typeof a;`,
    'consistent-type-imports',
  ],
  [
    'packages/server/src/f.test.ts',
    `import { test } from 'vitest';\ntest('nothing', () => {});`,
    'expect-expect',
  ],
  [
    'packages/server/src/h.ts',
    `const later = async () => 1;\nlater();\nexport { later };`,
    'no-floating-promises',
  ],
  [
    'packages/server/src/i.ts',
    `export const all = () => [1].forEach(async () => {});`,
    'no-misused-promises',
  ],
];
const innocent: [path: string, text: string][] = [
  ['packages/server/src/e.ts', 'export const a = 1;'],
  ['packages/web/vite.config.ts', 'export default {};'],
  ['packages/domain/src/g.test.ts', `import fs from 'node:fs';\nfs.existsSync('.');`],
];

let folder = '';
let found: { path: string; rule: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-lint-'));
  await copyFile(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await copyFile(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of [...planted, ...innocent]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { output } = await runLimited(process.execPath, [oxlint, '-f', 'json', 'packages'], {
    limitMs: 30_000,
    output: 'keep',
    folder,
  });
  const report = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  found = report.diagnostics.map(({ filename, code }) => ({ path: filename, rule: code }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(planted)('%s', (path, _text, rule) => {
  const rules = found.filter((one) => one.path === path).map((one) => one.rule);
  expect(rules.join(' ')).toContain(`(${rule})`);
});

test.each(innocent)('%s passes', (path) => {
  expect(found.filter((one) => one.path === path)).toEqual([]);
});
