import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkArchitecture, rules } from './architecture.ts';
import { readTree } from './architecture/tree.ts';

const server = 'packages/server/src';
const modules = `${server}/modules`;
const migration = 'packages/server/migrations/20260101T0000_first.sql';
const contact = `create table contact (
  organization_id uuid not null,
  id uuid not null,
  primary key (organization_id, id)
);`;

/** A planted violation: the rule that must see it, its file, its text, a part of the sentence. */
const planted: [rule: string, file: string, text: string, sentence: string][] = [
  [
    'roomArrows',
    'packages/domain/src/a.ts',
    `import { b } from '@rapport/contract/b';`,
    'domain must not import contract',
  ],
  [
    'roomArrows',
    'packages/domain/src/a.ts',
    `import fs from 'node:fs';`,
    'domain must not import node:fs',
  ],
  [
    'roomArrows',
    'packages/domain/src/a.ts',
    `import { z } from 'zod';`,
    'domain must not import zod',
  ],
  [
    'roomArrows',
    'packages/domain/src/a.ts',
    `import { z } from '../../../scripts/run.ts';`,
    'domain must not import outside',
  ],
  [
    'roomArrows',
    'packages/domain/src/a.test.ts',
    `import { b } from '@rapport/server/b';`,
    'domain must not import server',
  ],
  [
    'roomArrows',
    'packages/contract/src/a.ts',
    `import pg from 'pg';`,
    'contract must not import pg',
  ],
  [
    'roomArrows',
    'packages/contract/src/a.ts',
    `import type { B } from '@rapport/server/b';`,
    'contract must not import server',
  ],
  [
    'roomArrows',
    `${server}/a.ts`,
    `const b = await import('@rapport/web/b');`,
    'server must not import web',
  ],
  [
    'roomArrows',
    'packages/web/src/a.tsx',
    `import {\n  b,\n} from '@rapport/server/b';`,
    'web must not import server',
  ],
  ['roomArrows', 'packages/web/src/a.ts', `import 'node:path';`, 'web runs in a browser'],
  [
    'importStyle',
    `${server}/a.ts`,
    `import { b } from '../../contract/src/b.ts';`,
    'leaves the package',
  ],
  ['importStyle', `${server}/a.ts`, `import { b } from '../dist/b.js';`, 'not dist'],
  ['importStyle', 'scripts/a.ts', `import { b } from '@rapport/web/dist/b';`, 'not dist'],
  ['noBarrels', 'packages/contract/src/index.ts', `export * from './a.ts';`, 'no barrels'],
  ['noBarrels', 'packages/web/src/ui/index.ts', `export { a } from './a.ts';`, 'no barrels'],
  ['moduleFiles', `${modules}/billing/billing.service.ts`, '', 'not in the module order'],
  ['moduleFiles', `${modules}/contacts/helpers.ts`, '', 'name it <noun>.<role>.ts'],
  ['moduleFiles', `${modules}/contacts/contacts.controller.ts`, '', 'name it <noun>.<role>.ts'],
  ['moduleFiles', `${modules}/contacts/services/contacts.service.ts`, '', 'no sub-folders'],
  [
    'moduleArrows',
    `${modules}/auth/auth.service.ts`,
    `import { a } from '../contacts/contacts.service.ts';`,
    'auth must not call contacts',
  ],
  [
    'moduleArrows',
    `${modules}/tags/tags.service.ts`,
    `import { a } from '../notes/notes.service.ts';`,
    'tags must not call notes',
  ],
  [
    'moduleArrows',
    `${modules}/tags/tags.service.ts`,
    `import type { Row } from '../contacts/contacts.present.ts';`,
    'only through a *.service.ts',
  ],
  [
    'moduleArrows',
    `${modules}/tags/tags.service.ts`,
    `import { a } from '../contacts/contacts.queries.ts';`,
    'is private',
  ],
  [
    'moduleArrows',
    `${server}/compose.ts`,
    `import { a } from './modules/contacts/contacts.queries.ts';`,
    'is private',
  ],
  [
    'moduleArrows',
    `${server}/platform/http/mount.ts`,
    `import { a } from '../../modules/auth/auth.service.ts';`,
    'platform must not import a module',
  ],
  [
    'moduleArrows',
    `${modules}/tags/tags.service.ts`,
    `import { a } from './tags.fixtures.ts';`,
    'for tests only',
  ],
  [
    'environmentInConfig',
    `${modules}/tags/tags.service.ts`,
    'const a = process.env.A;',
    'only config.ts',
  ],
  ['environmentInConfig', `${server}/compose.ts`, `const a = process['env'];`, 'only config.ts'],
  [
    'environmentInConfig',
    `${server}/compose.ts`,
    `import { env } from 'node:process';`,
    'only config.ts',
  ],
  ['environmentInConfig', `${server}/compose.ts`, 'const { env } = process;', 'only config.ts'],
  ['sqlInQueries', `${modules}/tags/tags.service.ts`, 'await sql<Row>`select 1`;', 'SQL lives in'],
  [
    'sqlInQueries',
    `${modules}/tags/tags.service.ts`,
    `ctx.db\n  .selectFrom('tag')`,
    'SQL lives in',
  ],
  ['sqlInQueries', `${server}/compose.ts`, "pool.query('delete from tag')", 'SQL lives in'],
  ['webFeatures', 'packages/web/src/features/billing/bill.tsx', '', 'has no module'],
  [
    'webLayers',
    'packages/web/src/ui/button.tsx',
    `import { a } from '../features/tags/tags.api.ts';`,
    'ui must not import features',
  ],
  [
    'webLayers',
    'packages/web/src/features/tags/tags.api.ts',
    `import { a } from '../../routes/tags.tsx';`,
    'features must not import routes',
  ],
  ['tenantKeys', migration, 'create table tag (id uuid primary key);', 'no organization_id'],
  [
    'tenantKeys',
    migration,
    'create table tag (\n  organization_id uuid not null,\n  id uuid primary key\n);',
    'primary key must start',
  ],
  [
    'tenantKeys',
    migration,
    'create table tag (organization_id uuid, id uuid, primary key (id, organization_id));',
    'primary key must start',
  ],
  [
    'tenantKeys',
    migration,
    `${contact}\nalter table contact add column twin uuid references contact (id);`,
    'must carry organization_id',
  ],
  [
    'tenantKeys',
    migration,
    `${contact}\nalter table contact add foreign key (twin) references contact (id);`,
    'must carry organization_id',
  ],
];

/** What looks like a violation and is none. */
const innocent: [file: string, text: string][] = [
  [
    'packages/domain/src/a.ts',
    `import { parse } from 'libphonenumber-js/min';\nimport { b } from './b.ts';`,
  ],
  ['packages/domain/src/a.test.ts', `import fs from 'node:fs';\nimport { test } from 'vitest';`],
  ['packages/domain/src/a.ts', `// import fs from 'node:fs';\n/* import 'pg'; */`],
  [
    'packages/contract/src/a.ts',
    `import { z } from 'zod';\nimport { b } from '@rapport/domain/b';`,
  ],
  ['packages/web/vite.config.ts', `import { join } from 'node:path';`],
  ['scripts/a.ts', `import { b } from '../packages/server/src/b.ts';`],
  [`${modules}/transfer/sample/people.ts`, ''],
  [`${modules}/contacts/contacts.queries.sql`, 'select 1'],
  [`${modules}/contacts/contacts.routes.test.ts`, `import { a } from '../tags/tags.fixtures.ts';`],
  [`${modules}/tags/tags.service.ts`, `import { a } from '../contacts/contacts.service.ts';`],
  [`${modules}/tags/tags.service.ts`, `import * as queries from './tags.queries.ts';`],
  [`${modules}/tags/tags.queries.ts`, 'await sql`select 1`;'],
  [`${server}/config.ts`, 'const { env } = process;\nconst port = process.env.PORT;'],
  [`${server}/platform/realtime/hub.ts`, `import { a } from '../events/events.queries.ts';`],
  ['packages/domain/src/a.fixtures.ts', `import fc from 'fast-check';`],
  [`${server}/modules.ts`, `import { tags } from './modules/tags/tags.module.ts';`],
  [migration, 'create table "user" (id text primary key);'],
  [
    migration,
    `${contact}\ncreate table tag (\n  organization_id uuid, -- references contact (id)\n  id uuid,\n  contact_id uuid,\n  primary key (organization_id, id),\n  foreign key (organization_id, contact_id) references contact (organization_id, id)\n);`,
  ],
];

describe('a planted violation is seen', () => {
  test.each(planted)('%s in %s', (rule, file, text, sentence) => {
    const found = rules[rule]?.(new Map([[file, text]])) ?? [];
    expect(found.map((violation) => violation.sentence).join('\n')).toContain(sentence);
    expect(found[0]?.file).toBe(file);
  });

  test('every rule has one', () => {
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)));
  });
});

describe('what is allowed passes', () => {
  test.each(innocent)('%s', (file, text) => {
    expect(checkArchitecture(new Map([[file, text]]))).toEqual([]);
  });
});

test('a violation names its line', () => {
  const text = `import { a } from './a.ts';\n/* two\nlines */\nconst b = process.env.B;`;
  expect(checkArchitecture(new Map([[`${server}/compose.ts`, text]]))).toMatchObject([{ line: 4 }]);
});

test('an empty tree proves nothing', () => {
  expect(() => checkArchitecture(new Map())).toThrow('read no file');
});

test('the tree of this repository has the files of every room', async () => {
  const tree = await readTree(join(import.meta.dirname, '..'));
  for (const room of ['domain', 'contract', 'server', 'web']) {
    const files = [...tree.keys()].filter((file) => file.startsWith(`packages/${room}/src/`));
    expect(files.length, room).toBeGreaterThan(0);
  }
  expect([...tree.keys()].filter((file) => /node_modules|\/dist\//.test(file))).toEqual([]);
});
