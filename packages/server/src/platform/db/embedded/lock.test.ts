import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { releaseLock, takeLock } from './lock.ts';
import { startedAt } from './processes.ts';

let home: string;
let path: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rapport-lock-'));
  path = join(home, 'lock');
});
afterEach(() => rmSync(home, { recursive: true }));

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

describe('lock', () => {
  test('is taken once and free again after its release', () => {
    expect(takeLock(path)).toBeUndefined();
    expect(takeLock(path)).toBe(process.pid);
    releaseLock(path);
    expect(takeLock(path)).toBeUndefined();
    expect(readdirSync(home)).toEqual(['lock']);
  });

  test('of another living process holds', () => {
    const started = startedAt(process.ppid);
    writeFileSync(path, JSON.stringify({ pid: process.ppid, started }));
    expect(takeLock(path)).toBe(process.ppid);
  });

  test.each([
    ['a dead process', () => JSON.stringify({ pid: deadPid(), started: 'x' })],
    ['a stranger with the same id', () => JSON.stringify({ pid: process.ppid, started: 'x' })],
    ['a crash in the middle of writing', () => '{"pid":'],
    ['nobody', () => ''],
  ])('left by %s is replaced', (_who, text) => {
    writeFileSync(path, text());
    expect(takeLock(path)).toBeUndefined();
    expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
    expect(readdirSync(home)).toEqual(['lock']);
  });

  test('left by a dead process with its claim is replaced too', () => {
    const stale = JSON.stringify({ pid: deadPid(), started: 'x' });
    writeFileSync(path, stale);
    writeFileSync(`${path}.claim`, stale);
    expect(takeLock(path)).toBeUndefined();
    expect(existsSync(`${path}.claim`)).toBe(false);
  });

  test('left by a dead process goes to exactly one of many', async () => {
    const rounds = 80;
    const threads = 4;
    const arrived = new Int32Array(new SharedArrayBuffer(4));
    for (let round = 0; round < rounds; round++) {
      writeFileSync(join(home, `lock-${round}`), JSON.stringify({ pid: 2 ** 22 + 1 }));
    }
    const wins = await Promise.all(
      Array.from({ length: threads }, () => takeAll(rounds, threads, arrived)),
    );
    expect(wins.flat().toSorted((a, b) => a - b)).toEqual([...Array(rounds).keys()]);
  });
});

/**
 * Takes the locks `lock-0`, `lock-1`... in a thread, each at the same moment as the other threads,
 * which count themselves in `arrived`; resolves to the rounds it won.
 */
function takeAll(rounds: number, threads: number, arrived: Int32Array): Promise<number[]> {
  const code = `
    const { parentPort, workerData: d } = require('node:worker_threads');
    import(d.module).then(({ takeLock }) => {
      const won = [];
      for (let i = 0; i < d.rounds; i++) {
        Atomics.add(d.arrived, 0, 1);
        while (Atomics.load(d.arrived, 0) < (i + 1) * d.threads);
        if (takeLock(d.path + '-' + i) === undefined) won.push(i);
      }
      parentPort.postMessage(won);
    });`;
  const module = new URL('./lock.ts', import.meta.url).href;
  const workerData = { path, rounds, threads, arrived, module };
  const worker = new Worker(code, { eval: true, workerData });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}
