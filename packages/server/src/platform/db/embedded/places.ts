import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startError } from '../../start-error.ts';
import { type Binaries, programs } from './binaries.ts';
import { type DatabaseUser, mayEnter, mayRun } from './user.ts';

/** Where binaries and clusters go that root's database user cannot reach where they are. */
const SYSTEM_HOME = '/var/lib/rapport';

/** What the address of a Unix socket can hold, in bytes, without the closing zero. */
const SOCKET_PATH_BYTES = process.platform === 'linux' ? 107 : 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

/**
 * Creates DATA_DIR if need be.
 * @returns its absolute path without symlinks
 * @throws StartError when it cannot be created or written
 */
export function openDataDirectory(data_dir: string): string {
  try {
    fs.mkdirSync(data_dir, { recursive: true, mode: 0o711 });
    fs.accessSync(data_dir, fs.constants.W_OK | fs.constants.X_OK);
    return fs.realpathSync(data_dir);
  } catch (error) {
    throw directoryError(error, data_dir);
  }
}

/** The sentence for an error of the file system on DATA_DIR; other errors as they are. */
export function directoryError(error: unknown, data_dir: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT': // What creating a directory in a read-only file system comes to.
      return startError(
        `Rapport may not write to ${data_dir}; let this user write there, or choose another DATA_DIR.`,
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return startError(`${data_dir} is not a directory; choose another DATA_DIR.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return startError(`The disk that holds ${data_dir} is full; free some space.`);
    default:
      return error;
  }
}

/** Where the cluster is; `link`, when given, is to become a symlink to it once it is created. */
export type Place = { directory: string; link?: string };

/**
 * Finds the place of the cluster `<home>/postgres`, which need not exist yet. When root's database
 * user cannot enter `home` (a checkout below /root), a new cluster goes to /var/lib/rapport and
 * `<home>/postgres` becomes a symlink to it; the name there is random, so that an emptied DATA_DIR
 * starts empty.
 * @throws StartError when the cluster exists and cannot be reached
 */
export function placeCluster(home: string, user: DatabaseUser, system_home = SYSTEM_HOME): Place {
  const path = join(home, 'postgres');
  const entry = fs.lstatSync(path, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) {
    const directory = resolve(home, fs.readlinkSync(path));
    if (fs.existsSync(directory)) return { directory };
    throw startError(
      `The database of ${home} should be in ${directory}, which is missing; bring it back, or remove ${path} to start empty.`,
    );
  }
  if (mayEnter(user, home)) return { directory: path };
  if (entry) {
    throw startError(
      `The database runs as user ${user?.uid}, who may not enter ${home}; run chmod o+x on that directory and those above it.`,
    );
  }
  makeSystemHome(system_home);
  return { directory: join(system_home, `data-${randomBytes(6).toString('hex')}`), link: path };
}

/** The binaries, copied to /var/lib/rapport when the database user cannot start them in place. */
export function placeBinaries(
  binaries: Binaries,
  user: DatabaseUser,
  system_home = SYSTEM_HOME,
): Binaries {
  if (mayRun(user, binaries.postgres)) return binaries;
  const root = join(system_home, `postgresql-${binaries.version}`);
  if (!fs.existsSync(root)) {
    makeSystemHome(system_home);
    const building = `${root}.${process.pid}`;
    fs.cpSync(binaries.root, building, { recursive: true, verbatimSymlinks: true });
    openToAll(building);
    try {
      fs.renameSync(building, root);
    } catch {
      fs.rmSync(building, { recursive: true }); // Another process was first.
    }
  }
  const copy = { ...programs(root), version: binaries.version };
  if (mayRun(user, copy.postgres)) return copy;
  throw startError(
    `User ${user?.uid} may run the database neither from ${binaries.root} nor from ${root}; start Rapport as an ordinary user, or set DATABASE_URL.`,
  );
}

/**
 * A private directory whose socket has an address that fits: the cluster, which PostgreSQL keeps
 * at 0700 by itself, or a short one in the temporary directory.
 * @throws StartError when somebody else took the short one
 */
export function socketDirectory(cluster: string, user: DatabaseUser): string {
  const fits = (directory: string) =>
    Buffer.byteLength(directory + SOCKET_NAME) <= SOCKET_PATH_BYTES;
  if (fits(cluster)) return cluster;
  const name = `rapport-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
  const directory = [join(tmpdir(), name), join('/tmp', name)].find(fits)!;
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const uid = user?.uid ?? process.getuid?.();
  const found = fs.lstatSync(directory);
  if (user && found.uid === 0 && found.isDirectory()) fs.lchownSync(directory, user.uid, user.gid);
  else if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw startError(`${directory} belongs to somebody else; remove it, or shorten DATA_DIR.`);
  }
  return directory;
}

/** Hands a whole directory to the user; PostgreSQL insists on owning its cluster. */
export function giveTo(user: DatabaseUser, directory: string): void {
  if (!user) return;
  for (const entry of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(join(directory, entry), user.uid, user.gid);
  }
  fs.chownSync(directory, user.uid, user.gid);
}

function makeSystemHome(directory: string): void {
  fs.mkdirSync(directory, { recursive: true });
  fs.chmodSync(directory, 0o755); // Also under a strict umask; the clusters in it close themselves.
}

/** Lets everybody read the copy, whatever the umask of the installation was. */
function openToAll(directory: string): void {
  fs.chmodSync(directory, 0o755);
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    fs.chmodSync(path, fs.statSync(path).mode | (entry.isDirectory() ? 0o755 : 0o444));
    if (/\/bin\//.test(path)) fs.chmodSync(path, 0o755);
  }
}
