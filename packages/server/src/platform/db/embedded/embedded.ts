// The built-in database: a real PostgreSQL in DATA_DIR that starts and stops with this process.
import { existsSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startError } from '../../start-error.ts';
import { answers, passwordFile, portAddress, socketAddress } from './address.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { checkVersion, createCluster } from './cluster.ts';
import { releaseLock, takeLock } from './lock.ts';
import { capLog } from './log-file.ts';
import * as places from './places.ts';
import { type Postmaster, readPidFile, startPostmaster, stopPostmaster } from './postmaster.ts';
import { commandLine, isAlive } from './processes.ts';
import { databaseUser } from './user.ts';

/** A running database that belongs to this process. */
export type EmbeddedPostgres = Postmaster & {
  /** Connection string for `pg`, libpq and the like; its path is the database and may be replaced. */
  url: string;
};

export type EmbeddedOptions = {
  /** DATA_DIR; the cluster lives in its `postgres`, the log in its `postgres.log`. */
  data_dir: string;
  /** Told in one line what the person who waits should know. */
  log?: (line: string) => void;
};

/**
 * For a small machine, and for data that must survive a power failure. They are given on the
 * command line, so that an update changes them; who wants to tune brings a server by DATABASE_URL.
 * The log holds no personal data: no statements and no details of errors.
 */
const SETTINGS = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  max_connections: 60,
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'on',
  random_page_cost: 1.1,
  jit: 'off',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The lock that the process with the database of `data_dir` holds. */
export const lockFile = (data_dir: string): string => join(data_dir, 'rapport.pid');

/**
 * Starts the database of a data directory, creating it at first. One process at a time.
 * @throws StartError with one sentence when it cannot start: another process has it, the directory
 *   cannot be written, the disk is full, the platform has no binaries, another version wrote it
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { data_dir, log = () => {} } = options;
  const home = places.openDataDirectory(data_dir);
  const lock = lockFile(home);
  try {
    const holder = takeLock(lock);
    if (holder !== undefined) throw alreadyUsed(`process ${holder}`, data_dir);
  } catch (error) {
    throw places.directoryError(error, data_dir);
  }
  try {
    const database = await start(home, data_dir, log);
    return {
      ...database,
      async stop() {
        await database.stop();
        releaseLock(lock);
      },
    };
  } catch (error) {
    releaseLock(lock);
    throw places.directoryError(error, data_dir);
  }
}

async function start(
  home: string,
  data_dir: string,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const user = databaseUser(join(home, 'postgres'));
  const binaries = places.placeBinaries(locateBinaries(), user);
  const { directory, link } = places.placeCluster(home, user);
  if (!directory.startsWith(home)) log(`The database of ${data_dir} is in ${directory}.`);

  const password_file = process.platform === 'win32' ? passwordFile(home) : undefined;
  if (existsSync(directory)) {
    checkVersion(binaries, directory);
    if (user && statSync(directory).uid !== user.uid) places.giveTo(user, directory);
    await endLeftover(binaries, directory, data_dir, log);
  } else {
    log('Creating the database (first start only)...');
    await createCluster(binaries, directory, user, { durable: true, password_file });
    if (link) symlinkSync(directory, link);
  }

  const log_file = join(home, 'postgres.log');
  const stopCapping = capLog(log_file);
  const socket_dir = places.socketDirectory(directory, user);
  const address = password_file ? await portAddress(password_file) : socketAddress(socket_dir);
  const settings = { ...SETTINGS, ...address.settings };
  const command = { binaries, directory, user, settings };
  const postmaster = await startPostmaster({ ...command, log_file, log });
  return {
    ...postmaster,
    url: address.url,
    async stop() {
      await postmaster.stop();
      stopCapping();
      if (socket_dir !== directory) rmSync(socket_dir, { recursive: true, force: true });
    },
  };
}

/**
 * Ends a database that outlived the process it belonged to. Its guard stops it within moments, but
 * the guard can be killed as well. It is stopped and started afresh rather than adopted: then no
 * session or lock of the dead process is left, its settings and binaries are those of this release,
 * it is our own child with a guard of its own, and the price is a tenth of a second.
 */
async function endLeftover(
  binaries: Binaries,
  directory: string,
  data_dir: string,
  log: (line: string) => void,
): Promise<void> {
  const left = readPidFile(directory);
  if (!left) return;
  if (isAlive(left.pid)) {
    const command = commandLine(left.pid);
    if (command === undefined || command.includes(directory)) {
      log('Stopping the database that the last run left behind...');
      return await stopPostmaster(left.pid, { binaries, directory });
    }
  }
  // Our lock and the ids of processes say nothing about another container on the same volume.
  if (left.socket_dir && (await answers(left.socket_dir))) {
    throw alreadyUsed('in another container', data_dir);
  }
  // PostgreSQL would take whoever has that id by now, a stranger or a zombie, for its owner.
  rmSync(join(directory, 'postmaster.pid'), { force: true });
  rmSync(join(left.socket_dir || directory, '.s.PGSQL.5432.lock'), { force: true });
}

function alreadyUsed(who: string, data_dir: string): Error {
  return startError(
    `Another Rapport (${who}) is already using the data in ${data_dir}; stop it, or start this one with a different DATA_DIR.`,
  );
}
