/** Whom the database runs as: undefined means as ourselves. */
export type DatabaseUser = { uid: number; gid: number } | undefined;

/** "nobody" on every Linux; the number is what counts, no account has to exist for files. */
const NOBODY = 65534;

/** PostgreSQL refuses to run as root: then it runs as nobody. Everyone else runs it as himself. */
export function databaseUser(): DatabaseUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
}
