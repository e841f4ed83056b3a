// Writes packages/server/src/platform/db/schema.gen.ts from a freshly migrated database. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { createDb, createPool } from '../packages/server/src/platform/db/database.ts';
import { startEphemeral } from '../packages/server/src/platform/db/embedded/ephemeral.ts';
import { migrate } from '../packages/server/src/platform/db/migrate.ts';

const TARGET = join(import.meta.dirname, '../packages/server/src/platform/db/schema.gen.ts');

type Column = {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  is_view: boolean;
};

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  date: 'string',
  bytea: 'Buffer',
  _text: 'string[]',
  _uuid: 'string[]',
  timestamptz: 'ColumnType<Date, Date | string, Date | string>',
  jsonb: 'ColumnType<any, string, string>',
  tsvector: 'string',
};

const main = async () => {
  const postgres = await startEphemeral();
  const pool = createPool(postgres.url, 2);
  const db = createDb(pool);
  try {
    await migrate(db, pool);
    const text = render(await listColumns(pool));
    if (!process.argv.includes('--check')) return await writeFile(TARGET, text);
    if ((await readFile(TARGET, 'utf8').catch(() => '')) !== text) {
      console.error('The database types are out of date. Run `npm run db:types`.');
      process.exitCode = 1;
    }
  } finally {
    await db.destroy();
    await postgres.stop();
  }
};

const listColumns = async (pool: pg.Pool): Promise<Column[]> => {
  const { rows } = await pool.query<Column>(`
    select c.relname as "table", a.attname as name, t.typname as type,
           not a.attnotnull and c.relkind <> 'v' as nullable,
           a.atthasdef as has_default, c.relkind = 'v' as is_view
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where n.nspname = 'public' and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
      and c.relname not like 'kysely_%' and c.relname <> 'pg_stat_statements'
    order by c.relname, a.attnum`);
  return rows;
};

const typeOf = (column: Column): string => {
  const type = TYPES[column.type];
  if (!type)
    throw new Error(`no TypeScript type for ${column.type} (${column.table}.${column.name})`);
  const full = column.nullable ? `${type} | null` : type;
  return column.has_default ? `Generated<${full}>` : full;
};

const render = (columns: Column[]): string => {
  const tables = Map.groupBy(columns, (column) => column.table);
  const types = [...tables].map(
    ([table, list]) =>
      `export type ${pascal(table)}Table = {\n${list.map((c) => `  ${c.name}: ${typeOf(c)};\n`).join('')}};\n`,
  );
  const db = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table;\n`).join('');
  return `// Written by \`npm run db:types\` from the migrated database. Do not edit.\nimport type { ColumnType } from 'kysely';\n\ntype Generated<T> =\n  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;\n\n${types.join('\n')}\nexport type DB = {\n${db}};\n`;
};

const pascal = (name: string) =>
  name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

await main();
