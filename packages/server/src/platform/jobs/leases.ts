// Leases: proof that who holds a job is alive, and freedom for the jobs of the dead.
import pg from 'pg';

const LEASE_CLASS = 736_102;
const FIRST_LOOK_MS = 700;
const LOOK_MS = 5000;
const REOPEN_MS = 200;
/** A job that was cut short gets another attempt; one that kills its process does not do so for ever. */
const MOST_ATTEMPTS = 100;

export type Leases = {
  /** Proves from now on that `holder` (`locked_by` of its jobs) is alive. */
  take: (holder: string) => Promise<void>;
  /** Gives a job back that its holder did not finish; the attempt does not count. */
  giveBack: (holder: string, job_id: string) => Promise<void>;
  /** Ends all leases, and looks for the dead no more. */
  stop: () => Promise<void>;
};

/**
 * A lease is an advisory lock of one database connection, so it ends with the process, however that ends.
 * Jobs whose holder has no lease are freed seconds after a crash, not after the queue's own four hours.
 * A holder is dead when two looks in a row miss its lease: a connection that breaks opens again in between.
 */
export const startLeases = async (url: string): Promise<Leases> => {
  const holders = new Set<string>();
  let suspects = new Set<string>();
  let stopped = false;
  let client: pg.Client;
  let timer: NodeJS.Timeout;

  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'rapport lease' });
    next.on('error', () => undefined);
    await next.connect();
    // A machine that lost its power says no goodbye: the database has to ask.
    await next.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5');
    for (const holder of holders) await lock(next, holder);
    next.on('end', () => void reopen());
    client = next;
  };
  const reopen = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, REOPEN_MS));
      if (!stopped && (await open().then(isTrue, isFalse))) return;
    }
  };
  const look = async (): Promise<void> => {
    const dead = await listDead(client);
    const confirmed = dead.filter((holder) => suspects.has(holder));
    if (confirmed.length > 0) await free(client, confirmed, null);
    suspects = new Set(dead);
  };
  const lookLater = (ms: number): void => {
    timer = setTimeout(() => void lookNow().then(() => lookLater(LOOK_MS)), ms).unref();
  };
  const lookNow = async (): Promise<void> => {
    if (!stopped) await look().catch(() => undefined); // The next look comes soon.
  };

  await open();
  await lookNow();
  lookLater(FIRST_LOOK_MS);
  return {
    take: async (holder) => {
      holders.add(holder);
      await lock(client, holder);
    },
    giveBack: async (holder, job_id) => free(client, [holder], job_id),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client.end().catch(() => undefined);
    },
  };
};

const isTrue = () => true;
const isFalse = () => false;

/** Shared: a broken connection of ours that the database has not noticed yet does not stand in the way. */
const lock = async (client: pg.Client, holder: string): Promise<void> => {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [LEASE_CLASS, holder]);
};

/** Holders of jobs or queues that have no lease. */
const listDead = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ locked_by: string }>(
    `select locked_by
     from (select locked_by from graphile_worker._private_jobs where locked_by is not null
           union
           select locked_by from graphile_worker._private_job_queues where locked_by is not null) held
     where not exists (
       select 1 from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.classid = $1
         and l.database = (select oid from pg_database where datname = current_database())
         and l.objid = (hashtext(held.locked_by)::bigint & 4294967295)::oid)`,
    [LEASE_CLASS],
  );
  return rows.map((row) => row.locked_by);
};

/** Lets others take the jobs of these holders (or only the one job) at once. */
const free = async (client: pg.Client, holders: string[], job_id: string | null): Promise<void> => {
  await client.query(
    `with freed as (
       update graphile_worker._private_jobs
       set locked_at = null, locked_by = null, run_at = now(),
           max_attempts = greatest(max_attempts, least(max_attempts + 1, $3))
       where locked_by = any($1) and ($2::bigint is null or id = $2)
       returning job_queue_id
     ), freed_queues as (
       update graphile_worker._private_job_queues
       set locked_at = null, locked_by = null
       where locked_by = any($1) and ($2::bigint is null or id in (select job_queue_id from freed))
     )
     select pg_notify('jobs:insert', json_build_object('count', (select count(*) from freed))::text)`,
    [holders, job_id, MOST_ATTEMPTS],
  );
};
