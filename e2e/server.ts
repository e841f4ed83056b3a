/** Starts the real server for a story: own port, own data directory, stopped and removed afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

const entry = 'packages/server/src/main.ts';
const startLimitMs = 60_000;
const stopLimitMs = 15_000;

export interface RunningServer {
  /** Without a slash at its end. */
  url: string;
  dataDir: string;
  /** What the server has printed so far. */
  log: () => string;
  /** Stops the process and removes its data; throws when it had to be killed. */
  stop: () => Promise<void>;
}

/**
 * Starts a server on a free port with an empty data directory and waits until `/readyz` answers 200.
 * `env` adds to or overrides the environment. Throws with the end of the log when it does not start.
 */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'rapport-story-'));
  await chmod(dataDir, 0o711); // the embedded database runs as another user when we are root
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutVitest(process.env),
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      PUBLIC_URL: url,
      ...env,
    },
  });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const stop = async (): Promise<void> => {
    const running = child.exitCode === null && child.signalCode === null;
    if (running) child.kill('SIGTERM');
    const inTime = await Promise.race([exited, sleep(stopLimitMs, undefined, { ref: false })]);
    if (!inTime) {
      child.kill('SIGKILL');
      await exited;
    }
    await mkdir('test-results', { recursive: true });
    await writeFile(join('test-results', `${basename(dataDir)}.log`), output);
    await rm(dataDir, { recursive: true, force: true });
    if (!inTime) throw new Error(`The server did not stop within ${stopLimitMs / 1000} s.`);
  };
  try {
    await untilReady(`${url}/readyz`, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start.\n${output.slice(-3000)}`, { cause: error });
  }
  return { url, dataDir, log: () => output, stop };
}

/** One server for all stories of a file; read `.url` inside a test. */
export function useServer(env: Record<string, string> = {}): Pick<RunningServer, 'url' | 'log'> {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startServer(env);
  });
  afterAll(() => server?.stop());
  return {
    get url() {
      if (!server) throw new Error('The server runs only inside a test.');
      return server.url;
    },
    log: () => server?.log() ?? '',
  };
}

async function untilReady(url: string, exited: () => boolean): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (exited()) throw new Error('It ended by itself.');
    if (Date.now() > deadline) throw new Error(`${url} was not ready in ${startLimitMs / 1000} s.`);
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The server must start as it does for a person, not as a part of a test run. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(
    ([name]) => !/^(VITEST|NODE_ENV$|DATABASE_URL$)/.test(name),
  );
  return Object.fromEntries(own);
}
