// The server as its users meet it, in a process of its own, and the time that its answers take.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { median, quantile } from './machine.ts';

const MAIN = join(import.meta.dirname, '../packages/server/src/main.ts');

/** One request of a case; `n` counts up, so that no two in a row ask the same. */
export type Send = (n: number) => Promise<unknown>;
export type Times = { p50: number; p95: number; max: number };

/** So many requests, by so many callers at once, in milliseconds. */
export const time = async (send: Send, callers: number, count: number): Promise<Times> => {
  const times: number[] = [];
  let next = 0;
  const call = async () => {
    while (next < count) {
      const n = next++;
      const began = performance.now();
      await send(n);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return { p50: median(times), p95: quantile(times, 0.95), max: Math.max(...times) };
};

/** The server in a process of its own, so that the caller's work is not counted as the server's. */
export const startServer = async (database_url: string, data_dir: string) => {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      DATABASE_URL: database_url,
      DATA_DIR: data_dir,
      SIGN_UP: 'open',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const address = /ready at (\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('close', () => reject(new Error(`The server did not start: ${text}`)));
  });
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
    },
  };
};

/** Signs the owner up. @returns the headers of who is signed in */
export const signUp = async (url: string, email = 'owner@example.com', wish: object = {}) => {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      name: 'Owner',
      email,
      password: 'a long password',
      ...wish,
    }),
  });
  if (!response.ok) throw new Error(`Signing up answered ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, origin: url };
};
