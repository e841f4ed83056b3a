// Databases for tests: clones of the migrated template, each there in a moment and on its own.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A new database with the schema of today and no rows; `empty` has not even a schema. */
export const createTestDatabase = async (
  content: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> => {
  const template = new URL(inject('template_url'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const source = content === 'migrated' ? template.pathname.slice(1) : 'template0';
  await asAdmin(template, `create database ${name} template ${source}`);
  return {
    url: withDatabase(template, name),
    drop: () => asAdmin(template, `drop database if exists ${name} with (force)`),
  };
};

const withDatabase = (address: URL, name: string): string => {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
};

/** From a database of its own: the template must have no connections while it is cloned. */
const asAdmin = async (template: URL, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
