// The SQL of all test files, compared with what is written beside the queries, or written there.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SOURCE = join(import.meta.dirname, '../..');
const HOW = 'RECORD_SQL=1 npx vitest run --project server';

export type RecordedQuery = {
  /** Path of the *.queries.ts file below the server's source. */
  file: string;
  /** The function that issued it. */
  name: string;
  sql: string;
};

/** Reads what the recorders of all test files saved. */
export const readRecordings = async (folder: string): Promise<RecordedQuery[]> => {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => JSON.parse(text) as RecordedQuery[]);
};

/** The text of each `*.queries.sql`, by its path: functions by name, each with its statements. */
export const renderRecordings = (queries: RecordedQuery[]): Map<string, string> => {
  const files = groupBy(queries, ({ file }) => join(SOURCE, file.replace(/\.ts$/, '.sql')));
  return new Map([...files].map(([path, own]) => [path, `${HEAD}\n${renderFile(own)}`]));
};

const HEAD = `-- What the tests saw these queries send. Recorded by: ${HOW}\n`;

const renderFile = (queries: RecordedQuery[]): string =>
  [...groupBy(queries, ({ name }) => name)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => renderFunction(name, own))
    .join('\n');

const renderFunction = (name: string, queries: RecordedQuery[]): string => {
  const shapes = [...new Set(queries.map(({ sql }) => sql))].toSorted(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  return shapes.map((sql) => `-- ${name}\n${sql};\n`).join('\n');
};

const groupBy = <T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** Writes the files, and removes those whose queries nobody issues any more. */
export const writeRecordings = async (rendered: Map<string, string>): Promise<void> => {
  for (const [path, text] of rendered) await writeFile(path, text);
  for (const path of await listRecorded()) if (!rendered.has(path)) await rm(path);
};

/**
 * Compares the files with what was recorded. A statement that was sent and is not written down is a
 * difference; one that is written down and was not sent is none, for some are sent only when a race is lost.
 * @returns one sentence per file that differs, with its first new statement
 */
export const compareRecordings = async (rendered: Map<string, string>): Promise<string[]> => {
  const problems: string[] = [];
  for (const [path, text] of rendered) {
    const known = new Set(statementsOf(await readFile(path, 'utf8').catch(() => '')));
    const added = statementsOf(text).find((statement) => !known.has(statement));
    if (added !== undefined) problems.push(`${relative(SOURCE, path)}: not recorded:\n${added}`);
  }
  for (const path of await listRecorded())
    if (!rendered.has(path)) problems.push(`${relative(SOURCE, path)}: no test issues its queries`);
  return problems;
};

const statementsOf = (text: string): string[] =>
  text.split(/\n(?=-- )/).map((statement) => statement.trim());

const listRecorded = async (): Promise<string[]> =>
  (await readdir(SOURCE, { recursive: true }))
    .filter((name) => name.endsWith('.queries.sql'))
    .map((name) => join(SOURCE, name));

/** The refusal of a run whose SQL is not what is written. */
export const recordingsDiffer = (problems: string[]): Error =>
  new Error(
    `The SQL that the tests sent is not what is recorded. Look at it; to accept it: ${HOW}\n  ${problems.join('\n  ')}`,
  );
