// Runs the jobs, and frees those of a process that died in the middle.
import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { BaseCtx } from '../ctx.ts';
import type { AnyJob } from './jobs.ts';

const LEASE_CLASS = 736_102;
const SWEEP_MS = 15_000;
// A lock younger than this may belong to a worker whose lease is being taken at this moment.
const LOCK_GRACE = '5 seconds';

export type Worker = { stop: () => Promise<void> };

/**
 * Starts working. Each worker holds an advisory lock of the database as its lease: the lock ends with the
 * connection, so that a job whose worker has no lease is free to be done again, seconds after a crash
 * instead of the queue's own four hours.
 */
export const startWorker = async (
  base: BaseCtx,
  pool: pg.Pool,
  url: string,
  jobs: AnyJob[],
  concurrency = 4,
): Promise<Worker> => {
  const lease = new pg.Client({ connectionString: url, application_name: 'rapport lease' });
  lease.on('error', () => base.ports.log.warn({}, 'the lease connection broke'));
  await lease.connect();
  await freeDeadJobs(lease);
  // One query after the other on this connection.
  let leases: Promise<unknown> = Promise.resolve();
  const onLease = (query: () => Promise<unknown>): void => {
    leases = leases.then(query).catch(() => undefined);
  };
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => onLease(() => takeLease(lease, worker.workerId)));
  const runner: Runner = await run({
    pgPool: pool,
    events,
    taskList: taskListOf(base, jobs),
    concurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') base.ports.log.error({}, message);
    }),
    parsedCronItems: [],
  });
  const timer = setInterval(() => {
    onLease(() => freeDeadJobs(lease));
  }, SWEEP_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop().catch(() => undefined);
      await lease.end().catch(() => undefined);
    },
  };
};

const taskListOf = (base: BaseCtx, jobs: AnyJob[]): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) =>
        job.run(base, job.payload.parse(payload), {
          attempt: helpers.job.attempts,
          last_attempt: helpers.job.max_attempts,
        }),
    ]),
  );

const takeLease = (lease: pg.Client, workerId: string): Promise<unknown> =>
  lease.query('select pg_advisory_lock($1, hashtext($2))', [LEASE_CLASS, workerId]);

const freeDeadJobs = async (lease: pg.Client): Promise<void> => {
  await lease.query(
    `with dead as (
       select array_agg(locked_by) as workers
       from (select distinct locked_by from graphile_worker.jobs
             where locked_at < now() - $1::interval) locked
       where not exists (
         select 1 from pg_locks l
         where l.locktype = 'advisory' and l.granted and l.classid = $2
           and l.database = (select oid from pg_database where datname = current_database())
           and l.objid = (hashtext(locked.locked_by)::bigint & 4294967295)::oid)
     )
     select graphile_worker.force_unlock_workers(workers) from dead where workers is not null`,
    [LOCK_GRACE, LEASE_CLASS],
  );
};
