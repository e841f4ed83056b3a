import type { Postmaster } from './postmaster.ts';
import { DATABASE, SUPERUSER } from './cluster.ts';

/** A running database that belongs to this process. */
export type EmbeddedPostgres = Postmaster & {
  /** Connection string for `pg`, libpq and the like; its path is the database and may be replaced. */
  url: string;
};

/** Connection string over the Unix socket in `directory`: `host` in the query wins over "localhost". */
export function socketUrl(directory: string): string {
  return `postgresql://${SUPERUSER}@localhost/${DATABASE}?host=${encodeURIComponent(directory)}`;
}
