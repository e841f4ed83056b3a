import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { BaseCtx } from '../ctx.ts';
import { createDb, createPool } from '../db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { defineJob, enqueue, type JobAttempt } from './jobs.ts';
import { startLeases } from './leases.ts';
import { startWorker, type Worker } from './worker.ts';

let database: TestDatabase;
let pool: pg.Pool;
let base: BaseCtx;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  base = { db: createDb(pool), ports: { log } as never, now: () => new Date() };
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await pool.query('delete from graphile_worker._private_jobs');
});

/** A job that notes each run and does what it is told. */
const makeJob = (perform: (attempt: JobAttempt) => Promise<void>) => {
  const runs: JobAttempt[] = [];
  const job = defineJob({
    name: 'test',
    payload: z.object({}),
    run: async (_base, _payload, attempt) => {
      runs.push(attempt);
      await perform(attempt);
    },
  });
  return { job, runs };
};

const work = async (job: ReturnType<typeof makeJob>['job']): Promise<Worker> => {
  const worker = await startWorker(base, pool, database.url, [job]);
  running.push(worker);
  return worker;
};

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await sleep(10);
};

const untilAborted = async ({ signal }: JobAttempt): Promise<void> => {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  signal.throwIfAborted();
};

type Row = { locked_by: string | null; attempts: number; max_attempts: number };
const jobsOf = async (key: string): Promise<Row[]> =>
  (
    await pool.query(
      `select locked_by, attempts, max_attempts from graphile_worker._private_jobs
                     where key = $1`,
      [key],
    )
  ).rows;

/** A job that somebody took and then died. */
const leaveBehind = async (key: string): Promise<void> => {
  await enqueue(base, makeJob(async () => undefined).job, {}, { key, max_attempts: 1 });
  await pool.query(
    `update graphile_worker._private_jobs
     set locked_by = 'ghost', locked_at = now(), attempts = 1 where key = $1`,
    [key],
  );
};

test('a job is done once, and is gone', async () => {
  const { job, runs } = makeJob(async () => undefined);
  await work(job);
  await enqueue(base, job, {}, { key: 'once' });
  await until(async () => runs.length > 0 && (await jobsOf('once')).length === 0);
  expect(runs).toHaveLength(1);
});

test('the job of a dead process is done at once by another, with its attempt given back', async () => {
  await leaveBehind('left');
  const { job, runs } = makeJob(async () => undefined);
  await work(job);
  await until(async () => (await jobsOf('left')).length === 0);
  expect(runs.map(({ attempt, last_attempt }) => ({ attempt, last_attempt }))).toEqual([
    { attempt: 2, last_attempt: 2 },
  ]);
});

test('a job of a living worker is nobody else’s, however long it takes', async () => {
  const { job, runs } = makeJob(untilAborted);
  await work(job);
  await enqueue(base, job, {}, { key: 'long' });
  await until(() => runs.length === 1);
  const [before] = await jobsOf('long');

  // The newcomer frees the job of the dead in the same look in which it spares that of the living.
  await enqueue(base, job, {}, { key: 'left', run_at: new Date(Date.now() + 3_600_000) });
  await pool.query(`update graphile_worker._private_jobs
                    set locked_by = 'ghost', locked_at = now()
                    where key = 'left'`);
  running.push(await startLeases(database.url));
  await until(async () => (await jobsOf('left')).every(({ locked_by }) => locked_by !== 'ghost'));
  expect(await jobsOf('long')).toEqual([before]);
});

test('a lease survives the end of its connection', async () => {
  const { job, runs } = makeJob(untilAborted);
  await work(job);
  await enqueue(base, job, {}, { key: 'long' });
  await until(() => runs.length === 1);
  const [before] = await jobsOf('long');
  const leased = async () =>
    (await pool.query(`select pid from pg_locks where locktype = 'advisory' and classid = 736102`))
      .rows;
  const [{ pid }] = await leased();
  await pool.query('select pg_terminate_backend($1)', [pid]);
  await until(async () => {
    const now = await leased();
    return now.length === 1 && now[0].pid !== pid;
  });
  expect(await jobsOf('long')).toEqual([before]);
});

test('a job that is cut short by stop is free for the next worker at once', async () => {
  const first = makeJob(untilAborted);
  const worker = await work(first.job);
  await enqueue(base, first.job, {}, { key: 'cut', queue: 'line', max_attempts: 1 });
  await until(() => first.runs.length === 1);
  await worker.stop();
  expect(await jobsOf('cut')).toEqual([{ locked_by: null, attempts: 1, max_attempts: 2 }]);

  const second = makeJob(async () => undefined);
  await work(second.job);
  await until(async () => (await jobsOf('cut')).length === 0);
  expect(second.runs).toHaveLength(1);
});

test('a job that kills its process again and again comes to an end', async () => {
  await leaveBehind('poison');
  await pool.query(`update graphile_worker._private_jobs set attempts = 100, max_attempts = 100`);
  running.push(await startLeases(database.url));
  await until(async () => (await jobsOf('poison'))[0]!.locked_by === null);
  expect(await jobsOf('poison')).toEqual([{ locked_by: null, attempts: 100, max_attempts: 100 }]);
});
