// Once for all server tests: a real PostgreSQL with a migrated template, and the recorded SQL at the end.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDb, createPool } from '../db/database.ts';
import type { EmbeddedPostgres } from '../db/embedded/embedded.ts';
import { startEphemeral } from '../db/embedded/ephemeral.ts';
import { migrate } from '../db/migrate.ts';
import {
  compareRecordings,
  readRecordings,
  recordingsDiffer,
  renderRecordings,
  writeRecordings,
} from './recordings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated template; every test server works on a clone of it. */
    template_url: string;
    /** Where each test file leaves the SQL that it caused. */
    recordings: string;
  }
}

let server: TestProject;
let postgres: EmbeddedPostgres;
let recordings: string;

export const setup = async (project: TestProject): Promise<void> => {
  server = project;
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
  try {
    if (await haveAllPassed()) await settleRecordings();
  } finally {
    await rm(recordings, { recursive: true, force: true });
  }
};

/** Only all files that work with a test server, whole and well, say what the queries are. */
const haveAllPassed = async (): Promise<boolean> => {
  const { vitest, name } = server;
  if (vitest.config.testNamePattern !== undefined || vitest.config.watch) return false;
  const passed = new Set(
    vitest.state
      .getFiles()
      .filter((file) => file.projectName === name && file.result?.state === 'pass')
      .map((file) => file.filepath),
  );
  const { testFiles } = await server.globTestFiles();
  const texts = await Promise.all(testFiles.map((file) => readFile(file, 'utf8')));
  return testFiles.every((file, i) => passed.has(file) || !texts[i]!.includes('testServer('));
};

const settleRecordings = async (): Promise<void> => {
  const rendered = renderRecordings(await readRecordings(recordings));
  if (process.env['RECORD_SQL'] === '1') return writeRecordings(rendered);
  const problems = await compareRecordings(rendered);
  if (problems.length === 0) return;
  // A statement that is sent only in a lost race must not fail a run by chance: the run tells of it, and
  // RECORD_SQL=check, by hand before a review, insists.
  if (process.env['RECORD_SQL'] === 'check') throw recordingsDiffer(problems);
  console.warn(recordingsDiffer(problems).message);
};
