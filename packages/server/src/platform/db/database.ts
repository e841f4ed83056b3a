// The connection pool and the query builder on it.
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.gen.ts';

// bigint counts (sizes, sequence numbers) stay far below 2^53; a date stays the text it is.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A pool for `url` (a `postgres://` address, also of a Unix socket). */
export const createPool = (url: string, max = 20): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'rapport',
  });
  // An idle connection that breaks is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

export const createDb = (pool: pg.Pool, plugins: KyselyPlugin[] = []): Kysely<DB> =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins });

/** Whether the database answers now. */
export const answers = async (pool: pg.Pool): Promise<boolean> =>
  (await pool.query('select 1')).rowCount === 1;
