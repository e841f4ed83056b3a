import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { isAlive, startedAt } from './processes.ts';

/** How often to try again while others replace the same stale lock at the same moment. */
const TRIES = 100;

/**
 * Takes the lock file for this process. A lock whose process is gone, or whose id was given to
 * another process since, is stale and is replaced, so that nobody has to clean up after a kill -9.
 * @param path the lock file; its directory must exist and be on a local disk
 * @returns undefined when the lock is ours, else the id of the process that holds it
 * @throws the error of the file system when it cannot be written
 */
export function takeLock(path: string): number | undefined {
  const mine = `${path}.${randomUUID()}`;
  try {
    writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }));
    return placeLock(mine, path);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The id of the living process that has the lock, if there is one. */
export function lockHolder(path: string): number | undefined {
  const found = readLock(path);
  return found === undefined ? undefined : liveHolder(found);
}

/** Gives the lock back. Only its holder may call this. */
export function releaseLock(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Someone removed the data directory: there is nothing left to guard.
  }
}

/**
 * Makes `path` a second name of the complete file `mine`: one atomic step that fails when `path`
 * exists. To replace a stale lock its finder first takes the lock `<path>.claim`, then looks again:
 * whoever replaces it must hold the claim, so the lock he saw stale is still the stale one.
 */
function placeLock(mine: string, path: string): number | undefined {
  for (let tries = TRIES; tries > 0; tries--) {
    try {
      linkSync(mine, path);
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = readLock(path);
    if (found === undefined) continue; // Released in the meantime.
    const holder = liveHolder(found);
    if (holder !== undefined) return holder;
    const claim = `${path}.claim`;
    if (placeLock(mine, claim) !== undefined) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      continue;
    }
    try {
      if (readLock(path) !== found) continue;
      const copy = `${mine}.copy`;
      linkSync(mine, copy); // Renaming a name onto another of the same file would do nothing.
      renameSync(copy, path);
      return undefined;
    } finally {
      unlinkSync(claim);
    }
  }
  throw new Error(`${path} changes all the time`);
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The process that wrote the lock if it still runs. What cannot be read was cut by a crash. */
function liveHolder(text: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(text);
    return isAlive(pid) && startedAt(pid) === started ? pid : undefined;
  } catch {
    return undefined;
  }
}
