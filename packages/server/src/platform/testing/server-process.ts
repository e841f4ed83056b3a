// The server as people run it: a process of its own, which a test may end in every way.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startEmbedded } from '../db/embedded/embedded.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');
const CLI = join(import.meta.dirname, '../../cli.ts');
// So many starts: compiled once, each takes a third less.
const NODE_COMPILE_CACHE = join(tmpdir(), 'rapport-compile-cache');

export type ServerProcess = {
  /** `http://localhost:<port>` */
  url: string;
  pid: number;
  /** All that it has printed. */
  output: () => string;
  /** SIGKILL, to Node alone or to its database as well. Resolves when they are gone. */
  kill: (whom: 'node' | 'tree') => Promise<void>;
  signal: (name: 'SIGTERM' | 'SIGINT') => Promise<Ended>;
  ended: Promise<Ended>;
};

/** How a process ended: what it printed, line by line. */
export type Ended = { code: number | null; stdout: string[]; stderr: string[] };

type Options = { env?: Record<string, string>; user?: { uid: number; gid: number } };

/** An empty DATA_DIR that is removed after the test; the database of root runs as somebody else. */
export const makeDataDir = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-process-'));
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Makes data directories with an empty database: a copy takes a tenth of the time of a new one. */
export const useSeededDirs = (): (() => string) => {
  let seed: string;
  beforeAll(async () => {
    seed = mkdtempSync(join(tmpdir(), 'rapport-seed-'));
    chmodSync(seed, 0o711);
    await (await startEmbedded({ data_dir: seed })).stop();
  });
  afterAll(() => rmSync(seed, { recursive: true }));
  return () => {
    const folder = makeDataDir();
    execFileSync('cp', ['-a', join(seed, 'postgres'), join(folder, 'postgres')]);
    return folder;
  };
};

/** Starts the server on a free port and waits until it is ready. It is killed after the test. */
export const startProcess = async (options: Options): Promise<ServerProcess> => {
  const { child, stdout, ended } = launch(MAIN, [], options);
  const pid = child.pid!;
  const kill = async (whom: 'node' | 'tree'): Promise<void> => {
    // Node first: it would see its database die and end in good order.
    const pids = whom === 'tree' ? [pid, ...descendants(pid)] : [pid];
    for (const one of pids) killNow(one);
    await ended;
  };
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill('tree');
  });
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const address = /ready at (\S+)/.exec(stdout())?.[1];
      if (address) resolve(address);
    };
    child.stdout!.on('data', look);
    void ended.then(({ stderr }) => reject(new Error(`It did not start: ${stderr.join('\n')}`)));
  });
  return {
    url,
    pid,
    output: stdout,
    kill,
    signal: async (name) => {
      child.kill(name);
      return ended;
    },
    ended,
  };
};

/** Starts the server where it cannot start, and waits for its end. */
export const startInVain = async (options: Options): Promise<Ended> =>
  launch(MAIN, [], options).ended;

/** Runs a command of the command line to its end. */
export const runCommand = async (args: string[], options: Options): Promise<Ended> =>
  startCommand(args, options).ended;

/** Starts a command, for a test that does something meanwhile. */
export const startCommand = (args: string[], options: Options) => {
  const { child, ended } = launch(CLI, args, options);
  return { ended, signal: (name: NodeJS.Signals) => child.kill(name) };
};

/** The processes below `pid`: the database's guard, the database, its sessions. */
export const descendants = (pid: number): number[] => {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const childrenOf = (parent: number): number[] =>
    table.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...childrenOf(child)]);
  return childrenOf(pid);
};

const launch = (program: string, args: string[], { env, user }: Options) => {
  const child = spawn(process.execPath, [program, ...args], {
    ...user,
    env: { ...outsideOfTests(), NODE_COMPILE_CACHE, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(child, 'stdout');
  const stderr = collect(child, 'stderr');
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) =>
      resolve({ code, stdout: linesOf(stdout()), stderr: linesOf(stderr()) }),
    );
  });
  return { child, stdout, ended };
};

const collect = (child: ChildProcess, stream: 'stdout' | 'stderr'): (() => string) => {
  let text = '';
  child[stream]!.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return () => text;
};

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** As a person's shell has it. */
const outsideOfTests = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV$|DATABASE_URL$|DATA_DIR$|PORT$)/.test(name),
    ),
  );

const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
};
