import { spawnSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';

/** Whom the database runs as; undefined means as ourselves. */
export type DatabaseUser = { uid: number; gid: number } | undefined;

/** "nobody" on every Linux. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of the cluster, so that
 * an ordinary user who created it can still start it himself; a new one belongs to nobody.
 * @param directory the cluster, when there is one
 */
export function databaseUser(directory?: string): DatabaseUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner: Stats | undefined = directory
    ? statSync(directory, { throwIfNoEntry: false })
    : undefined;
  return owner && owner.uid !== 0
    ? { uid: owner.uid, gid: owner.gid }
    : { uid: NOBODY, gid: NOBODY };
}

/** Whether the user may go through `directory` and all above it; the system itself is asked. */
export function mayEnter(user: DatabaseUser, directory: string): boolean {
  if (!user) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0
  );
}

/** Whether the user may start `program` with all its libraries. */
export function mayRun(user: DatabaseUser, program: string): boolean {
  if (!user) return true;
  return spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0;
}
