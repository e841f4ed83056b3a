// Waiting for a state of the server, never for a time.
import { sql } from 'kysely';
import type { TestServer } from './test-server.ts';

const PAUSE_MS = 10;
const LIMIT_MS = 20_000;

/** Asks until the answer is neither false nor null nor undefined. @throws when it never comes */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
): Promise<T> => {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`Waited in vain for ${what}.`);
};

/** Until some statement in the server's database waits for a lock of another transaction. */
export const untilBlocked = async ({ base }: TestServer): Promise<void> => {
  await until('a blocked statement', async () => {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
        and wait_event <> 'advisory'`.execute(base.db);
    return rows.length > 0;
  });
};
