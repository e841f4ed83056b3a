// Once for all server tests: a real PostgreSQL with a migrated template, and the recorded SQL at the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDb, createPool } from '../db/database.ts';
import type { EmbeddedPostgres } from '../db/embedded/embedded.ts';
import { startEphemeral } from '../db/embedded/ephemeral.ts';
import { migrate } from '../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated template; every test server works on a clone of it. */
    template_url: string;
    /** Where each test file leaves the SQL that it caused. */
    recordings: string;
  }
}

let postgres: EmbeddedPostgres;
let recordings: string;

export const setup = async (project: TestProject): Promise<void> => {
  [postgres, recordings] = await Promise.all([
    startEphemeral(),
    mkdtemp(join(tmpdir(), 'rapport-sql-')),
  ]);
  const pool = createPool(postgres.url);
  const db = createDb(pool);
  await migrate(db, pool);
  // A template must have no connections while it is cloned.
  await db.destroy();
  project.provide('template_url', postgres.url);
  project.provide('recordings', recordings);
};

export const teardown = async (): Promise<void> => {
  await postgres.stop();
  await rm(recordings, { recursive: true, force: true });
};
