import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startError } from '../../start-error.ts';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './user.ts';

export const SUPERUSER = 'postgres';
export const DATABASE = 'rapport';

/**
 * Environment of every PostgreSQL program: ours only, because a PGDATA or PGOPTIONS of the host
 * would change what they do.
 */
export const DATABASE_ENV: NodeJS.ProcessEnv = {
  TZ: 'UTC',
  LC_ALL: 'C',
  ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }),
};

/**
 * Creates a cluster with the superuser `postgres` and the database `rapport`. It is built beside
 * and renamed, so that `directory` holds all of it or does not exist.
 * @param directory must not exist; its parent must
 * @param options.durable false skips fsync, for data that may be lost
 * @param options.password_file when given, connections must show the password in it
 * @throws StartError with the reason of initdb
 */
export async function createCluster(
  binaries: Binaries,
  directory: string,
  user: DatabaseUser,
  options: { durable: boolean; password_file?: string },
): Promise<void> {
  const building = `${directory}.new`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  if (user) chownSync(building, user.uid, user.gid);

  try {
    const { password_file } = options;
    await run(binaries.initdb, user, [
      `--pgdata=${building}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--no-instructions',
      ...localeOptions(),
      ...(password_file ? ['-A', 'scram-sha-256', `--pwfile=${password_file}`] : ['-A', 'trust']),
      ...(options.durable ? [] : ['--no-sync']),
    ]);
    await run(
      binaries.postgres,
      user,
      ['--single', '-D', building, '-c', `fsync=${options.durable ? 'on' : 'off'}`, 'postgres'],
      `CREATE DATABASE ${DATABASE};\n`,
    );
    renameSync(building, directory);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Checks that our binaries can open the cluster.
 * @throws StartError when another major version wrote it
 */
export function checkVersion(binaries: Binaries, directory: string): void {
  const file = join(directory, 'PG_VERSION');
  if (!existsSync(file)) {
    throw startError(
      `${directory} exists but holds no database; move it away, or choose another DATA_DIR.`,
    );
  }
  const theirs = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const ours = Number.parseInt(binaries.version, 10);
  if (theirs > ours) {
    throw startError(
      `The data in ${directory} was written by PostgreSQL ${theirs} and this Rapport brings PostgreSQL ${ours}; start the newer Rapport that wrote it.`,
    );
  }
  if (theirs < ours) {
    throw startError(
      `The data in ${directory} was written by PostgreSQL ${theirs} and this Rapport brings PostgreSQL ${ours}; export it with the Rapport that wrote it, or upgrade the directory with pg_upgrade.`,
    );
  }
}

/**
 * Order by code point, case by Unicode, and the same on every machine: a library update of the
 * host cannot silently break an index. LC_CTYPE matters too: under "C", pg_trgm takes every
 * letter that is not ASCII for a separator. macOS knows no C.UTF-8.
 */
function localeOptions(): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (process.platform === 'linux') return [...builtin, '--locale=C.UTF-8'];
  if (process.platform === 'darwin') return [...builtin, '--locale=C', '--lc-ctype=en_US.UTF-8'];
  return [...builtin, '--locale=C'];
}

/** Runs a program to its end; rejects with what it wrote as the reason. */
function run(program: string, user: DatabaseUser, args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, env: DATABASE_ENV, cwd: '/' });
    let errors = '';
    child.stdout.resume();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdin.on('error', () => {}); // It may die before it reads: its exit says why.
    child.stdin.end(input);
    child.on('error', (error) => reject(cannotCreate(error.message)));
    child.on('close', (code) => {
      // The single-user mode ends with 0 after an error.
      if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(errors)) resolve();
      else reject(cannotCreate(errors || `exit code ${code}`));
    });
  });
}

function cannotCreate(output: string): Error {
  if (output.includes('No space left on device')) {
    return startError('The database could not be created because the disk is full; free some.');
  }
  const lines = output.trim().split('\n');
  const reason = lines.find((line) => /error:|ERROR:|FATAL:|PANIC:/.test(line)) ?? lines.at(-1);
  return startError(`The database could not be created: ${reason}.`);
}
