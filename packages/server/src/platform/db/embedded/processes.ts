import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LINUX = process.platform === 'linux';
const WINDOWS = process.platform === 'win32';

/** Whether a process with this id exists and is not a zombie. One of another user counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A container's first process may never reap what it inherits: the dead then keep their id.
  return !LINUX || statFields(pid)?.[0] !== 'Z';
}

/**
 * When the process started, as text that only makes sense compared with itself: together with the
 * id it names one process for good, because ids are reused. Undefined where it cannot be known.
 */
export function startedAt(pid: number): string | undefined {
  if (LINUX) {
    const ticks = statFields(pid)?.[19];
    return ticks && `${readText('/proc/sys/kernel/random/boot_id')?.trim()}/${ticks}`;
  }
  return ps(pid, 'lstart');
}

/** The command line of a process, arguments separated by blanks; undefined when it cannot be read. */
export function commandLine(pid: number): string | undefined {
  if (LINUX) return readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
  return ps(pid, 'command');
}

/**
 * Waits until the process is gone.
 * @param limit milliseconds
 * @returns whether it is gone
 */
export async function waitForDeath(pid: number, limit: number): Promise<boolean> {
  const end = Date.now() + limit;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(10);
  }
  return true;
}

/** Fields of /proc/<pid>/stat from the third on: the second, the name, may hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  if (WINDOWS) return undefined;
  try {
    const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;
    return execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], options).trim();
  } catch {
    return undefined;
  }
}
