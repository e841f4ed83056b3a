// Background work: queued in the transaction that causes it, done after the commit, resumed after a crash.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { BaseCtx, Ctx } from '../ctx.ts';

/** What whoever queues a job needs to know of it. */
export type Ticket<P> = {
  name: string;
  /** A payload is validated again when it is picked up: it may come from an older program. */
  payload: z.ZodType<P>;
};

export type Job<P> = Ticket<P> & {
  run: (base: BaseCtx, payload: P, attempt: JobAttempt) => Promise<void>;
  /**
   * When it runs by itself, in UTC, as cron writes it (`17 * * * *`): once for all servers together. Its
   * payload is then without fields.
   */
  cron?: string;
};

export type JobAttempt = {
  attempt: number;
  last_attempt: number;
  /** Aborted when the process wants to end: a long job throws soon, and starts anew elsewhere. */
  signal: AbortSignal;
};

export type AnyJob = Job<any>;

export const defineJob = <P>(job: Job<P>): Job<P> => job;

export type EnqueueOptions = {
  /** Jobs with one key are one job: the newest payload wins until it starts. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  max_attempts?: number;
  run_at?: Date;
};

/** Queues a job with the transaction of `ctx`. */
export const enqueue = async <P>(
  ctx: BaseCtx,
  job: Ticket<P>,
  payload: P,
  options: EnqueueOptions = {},
): Promise<void> => {
  await sql`
    select graphile_worker.add_job(
      ${job.name}, ${JSON.stringify(job.payload.parse(payload))}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.run_at ?? null}::timestamptz,
      max_attempts => ${options.max_attempts ?? 10}::int,
      job_key => ${options.key ?? null}::text)`.execute(ctx.db);
};

/** The context of work that no person asked for directly. */
export const systemCtx = (base: BaseCtx, organization_id: string, reason: string): Ctx => ({
  ...base,
  organization_id,
  actor: { kind: 'system', reason },
});
