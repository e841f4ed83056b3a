// Brings the database to the state that this program needs, and refuses one that is newer.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type pg from 'pg';
import { startError } from '../start-error.ts';

const FOLDER = join(import.meta.dirname, '../../../migrations');
// 14 is out of support, and 15 brought "on delete set null (column)".
const OLDEST_POSTGRES = 15;

/**
 * Runs the migrations that are missing, ours and those of the job queue.
 * Safe when several processes start at once: one migrates, the others wait.
 * @throws StartError when the server is too old or the database was written by a newer program.
 */
export const migrate = async (db: Kysely<any>, pool: pg.Pool): Promise<void> => {
  const version = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`.execute(db);
  const major = version.rows[0]!.major;
  if (major < OLDEST_POSTGRES)
    throw startError(
      `The database is PostgreSQL ${major}; Rapport needs ${OLDEST_POSTGRES} or newer. Upgrade it, or unset DATABASE_URL to use the built-in one.`,
    );
  const migrations = await readMigrations();
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await refuseNewer(db, migrations);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await runMigrations({ pgPool: pool, logger: silent });
};

const readMigrations = async (): Promise<Record<string, Migration>> => {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  const entries = files.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(FOLDER, name), 'utf8');
    return [
      name.replace(/\.sql$/, ''),
      { up: async (db) => void (await sql.raw(text).execute(db)) },
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
};

const refuseNewer = async (db: Kysely<any>, known: Record<string, Migration>): Promise<void> => {
  const table = await sql<{ found: boolean }>`
    select to_regclass('kysely_migration') is not null as found`.execute(db);
  if (!table.rows[0]!.found) return;
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = applied.rows.map((row) => row.name).filter((name) => !(name in known));
  if (unknown.length > 0)
    throw startError(
      `The database was used by a newer version of Rapport (it has the change "${unknown.sort().at(-1)}"). Start that version, or restore a backup from before the upgrade.`,
    );
};

const silent = new Logger(() => () => undefined);
