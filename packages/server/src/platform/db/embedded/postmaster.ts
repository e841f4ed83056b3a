import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startError } from '../../start-error.ts';
import type { Binaries } from './binaries.ts';
import { DATABASE_ENV } from './cluster.ts';
import { waitForDeath } from './processes.ts';
import type { DatabaseUser } from './user.ts';

export type Postmaster = {
  pid: number;
  /** Ends all sessions, writes what must be written and waits for the end. */
  stop(): Promise<void>;
  /** Calls back when the database ended although nobody called `stop`. */
  onExit(callback: (reason: string) => void): void;
};

/** Settings of PostgreSQL by name. */
export type Settings = Record<string, string | number>;

export type PostmasterOptions = {
  binaries: Binaries;
  /** The cluster. */
  directory: string;
  user: DatabaseUser;
  settings: Settings;
  /** File that receives what the database says, appended. */
  log_file: string;
  /** A directory that is deleted after the database ended. */
  remove_afterwards?: string;
  /** Told when the start takes long, with a line for the person who waits. */
  log?: (line: string) => void;
};

const FAST_SHUTDOWN_MS = 20_000;
/** Replay of a long log after a crash may take minutes; it must not be cut short. */
const START_LIMIT_MS = 10 * 60_000;
const SLOW_START_MS = 3_000;
const ORPHANS_MS = 30_000;

/**
 * The shell between us and the postmaster. Its standard input is a pipe that only we hold: when we
 * die, even by kill -9, it reads the end and stops the database, which would otherwise live on.
 * $1 is what to remove afterwards, or nothing.
 * It ignores the signals that a service manager sends to all: it must outlive the database.
 */
const GUARD = `
trap '' HUP INT TERM
remove=$1; shift
exec 3<&0
"$@" 3<&- </dev/null &
postmaster=$!
( read -r never <&3; kill -INT $postmaster ) &
reader=$!
exec 3<&- </dev/null
wait $postmaster; status=$?
kill -9 $reader 2>/dev/null
if [ -n "$remove" ]; then rm -rf "$remove"; fi
exit $status`;

/**
 * Starts the database and waits until it takes connections.
 * @throws StartError with the reason from the database's log
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const end = Date.now() + ORPHANS_MS;
  for (;;) {
    try {
      return await start(options);
    } catch (error) {
      // Sessions of a postmaster that was killed notice it a moment later.
      const orphans = String(error).includes('pre-existing shared memory block');
      if (!orphans || Date.now() > end) throw error;
      await sleep(200);
    }
  }
}

async function start(options: PostmasterOptions): Promise<Postmaster> {
  const { directory, log_file } = options;
  const log_start = existsSync(log_file) ? statSync(log_file).size : 0;
  const before = readPidFile(directory);
  const child = launch(options);
  let exit: string | undefined;
  let onExit: ((reason: string) => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      exit = reason;
      resolve();
      onExit?.(reason);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });

  const began = Date.now();
  let told = false;
  let pid: number | undefined;
  while ((pid = readyPid(directory, before)) === undefined) {
    if (exit !== undefined) throw cannotStart(log_file, log_start, exit);
    const elapsed = Date.now() - began;
    if (elapsed > START_LIMIT_MS) {
      child.stdin?.end();
      throw cannotStart(log_file, log_start, 'it takes too long');
    }
    if (elapsed > SLOW_START_MS && !told) {
      told = true;
      options.log?.('The database is recovering what the last run had not finished; please wait.');
    }
    await sleep(5);
  }
  const ready = pid;
  return {
    pid: ready,
    async stop() {
      onExit = undefined;
      child.ref();
      await stopPostmaster(ready, options);
      await ended;
    },
    onExit(callback) {
      onExit = callback;
      if (exit !== undefined) callback(exit);
    },
  };
}

/** Fast shutdown; after 20 s an immediate one, from which the next start recovers. */
export async function stopPostmaster(
  pid: number,
  { binaries, directory }: Pick<PostmasterOptions, 'binaries' | 'directory'>,
): Promise<void> {
  if (process.platform === 'win32') {
    spawn(binaries.pg_ctl, ['stop', '-m', 'fast', '-D', directory], { stdio: 'ignore' });
  } else {
    signal(pid, 'SIGINT');
  }
  if (await waitForDeath(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT');
  await waitForDeath(pid, FAST_SHUTDOWN_MS);
}

function launch(options: PostmasterOptions): ChildProcess {
  const { binaries, directory, user, settings } = options;
  const command = [binaries.postgres, '-D', directory];
  for (const [name, value] of Object.entries(settings)) command.push('-c', `${name}=${value}`);
  const log = openSync(options.log_file, 'a', 0o600);
  try {
    const [program, ...args] =
      process.platform === 'win32'
        ? command
        : ['/bin/sh', '-c', GUARD, 'sh', options.remove_afterwards ?? '', ...command];
    const child = spawn(program!, args, {
      ...user,
      env: { ...DATABASE_ENV, PATH: '/usr/bin:/bin' },
      cwd: '/',
      // Its own session: Ctrl-C in the terminal is for us, and we stop the database when we are done.
      detached: true,
      stdio: ['pipe', log, log],
    });
    child.unref();
    (child.stdin as unknown as { unref(): void }).unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The id of the postmaster that takes connections; a file as it was `before` our start is old. */
function readyPid(directory: string, before: PidFile | undefined): number | undefined {
  const now = readPidFile(directory);
  if (!now?.ready || (now.pid === before?.pid && now.started === before.started)) return undefined;
  return now.pid;
}

type PidFile = { pid: number; started?: string; socket_dir?: string; ready: boolean };

/** What a postmaster tells about itself in its cluster: line 1, 3, 5 and 8 of postmaster.pid. */
export function readPidFile(directory: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, , started, , socket_dir, , , status] = lines;
    return { pid: Number(pid), started, socket_dir, ready: status?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

function cannotStart(log_file: string, from: number, exit: string): Error {
  const said = existsSync(log_file) ? readFileSync(log_file).subarray(from).toString('utf8') : '';
  if (said.includes('No space left on device')) {
    return startError('The database could not start because the disk is full; free some.');
  }
  const reason = said.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? exit;
  return startError(`The database could not start: ${reason} (more in ${log_file}).`);
}
