// Runs the jobs of the queue in this process.
import { EventEmitter } from 'node:events';
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import type { BaseCtx } from '../ctx.ts';
import type { AnyJob } from './jobs.ts';
import { startLeases } from './leases.ts';

const RESTART_MS = 1000;

export type Worker = { stop: () => Promise<void> };

/**
 * Starts working, up to `concurrency` jobs at once. A job that is cut short, by the end of this process or
 * by `stop`, is done again from its beginning by whoever is there; see leases.ts.
 */
export const startWorker = async (
  base: BaseCtx,
  pool: pg.Pool,
  url: string,
  jobs: AnyJob[],
  concurrency = 4,
): Promise<Worker> => {
  const leases = await startLeases(url);
  const stopping = new AbortController();
  const { signal } = stopping;

  const start = async (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter();
    let leased: Promise<void> = Promise.resolve();
    events.on('pool:create', ({ workerPool }) => {
      leased = leases.take(workerPool.id);
      leased.catch(() => undefined); // Seen by the jobs, which then do not run.
    });
    const runner = await run({
      pgPool: pool,
      events,
      taskList: taskListOf(
        jobs,
        async (job, payload, { id, attempts, max_attempts, locked_by }) => {
          // Nobody runs a job whom the others take for dead.
          await leased;
          try {
            await job.run(base, payload, { attempt: attempts, last_attempt: max_attempts, signal });
          } catch (error) {
            if (signal.aborted) await leases.giveBack(locked_by!, id);
            throw error;
          }
        },
      ),
      concurrency,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' && !signal.aborted) base.ports.log.error({}, message);
      }),
      parsedCronItems: parseCronItems(
        jobs.flatMap(({ name, cron }) =>
          cron ? [{ task: name, match: cron, identifier: name, options: { maxAttempts: 3 } }] : [],
        ),
      ),
      // With a delay, a result that cannot be written is an error of the runner; without, it ends Node.
      preset: {
        worker: { pollInterval: 2000, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      },
    });
    // It ends by itself when the database was away.
    runner.promise.catch(() => undefined).finally(() => restartLater());
    return runner;
  };
  const restartLater = (): void => {
    if (signal.aborted) return;
    setTimeout(() => {
      if (!signal.aborted) start().then((next) => (runner = next), restartLater);
    }, RESTART_MS).unref();
  };

  let runner = await start();
  return {
    stop: async () => {
      stopping.abort();
      await runner.stop().catch(() => undefined);
      await leases.stop();
    },
  };
};

type QueuedJob = Parameters<TaskList[string] & {}>[1]['job'];

const taskListOf = (
  jobs: AnyJob[],
  perform: (job: AnyJob, payload: unknown, queued: QueuedJob) => Promise<void>,
): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => perform(job, job.payload.parse(payload), helpers.job),
    ]),
  );
