import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isStartError } from '../start-error.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { createDb, createPool } from './database.ts';
import { migrate } from './migrate.ts';

const open = async (content: 'migrated' | 'empty') => {
  const database = await createTestDatabase(content);
  const pool = createPool(database.url);
  const db = createDb(pool);
  onTestFinished(async () => {
    await db.destroy();
    await database.drop();
  });
  const applied = async () =>
    (await sql<{ name: string }>`select name, timestamp from kysely_migration`.execute(db)).rows;
  return { url: database.url, pool, db, applied };
};

describe('migrating', () => {
  test('an empty database brings our tables and those of the queue', async () => {
    const { db, pool, applied } = await open('empty');
    await migrate(db, pool);
    expect((await applied()).map(({ name }) => name)).toContain('20261121T1100_foundation');
    const { rows } = await sql<{ ours: boolean; theirs: boolean }>`
      select to_regclass('contact') is not null as ours,
             to_regclass('graphile_worker.jobs') is not null as theirs`.execute(db);
    expect(rows).toEqual([{ ours: true, theirs: true }]);
  });

  test('a migrated database changes nothing', async () => {
    const { db, pool, applied } = await open('migrated');
    const before = await applied();
    await migrate(db, pool);
    expect(await applied()).toEqual(before);
  });

  test('is done once when several servers start on an empty database at once', async () => {
    const { url, applied } = await open('empty');
    const starts = [1, 2, 3].map(async () => {
      const pool = createPool(url);
      const db = createDb(pool);
      await migrate(db, pool);
      await db.destroy();
    });
    await Promise.all(starts);
    const names = (await applied()).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test('refuses a database of a newer version in one sentence, and leaves it as it is', async () => {
    const { db, pool, applied } = await open('migrated');
    const known = await applied();
    await sql`insert into kysely_migration (name, timestamp)
              values ('29990101T0000_future', '2999')`.execute(db);
    const error = await migrate(db, pool).catch((reason: unknown) => reason);
    expect(isStartError(error)).toBe(true);
    expect((error as Error).message).toBe(
      'The database was used by a newer version of Rapport (it has the change "29990101T0000_future"). Start that version, or restore a backup from before the upgrade.',
    );
    expect(await applied()).toHaveLength(known.length + 1);
  });
});
