/** Things that have one place in the server: the environment and SQL. */
import { forbid, isSupport, type Rule } from './tree.ts';

const server = 'packages/server/src/';

/** `embedded` passes the environment on to the database's own programs; it takes no setting from it. */
const environmentPlaces = [`${server}config.ts`, `${server}platform/db/embedded/`];

/** Beside `*.queries.ts`: the folders whose subject is the database, its queue and its outbox. */
const sqlPlaces = ['db/', 'jobs/', 'events/'].map((name) => `${server}platform/${name}`);

const environment =
  /\bprocess\s*(\.\s*env\b|\[\s*['"]env['"])|\{[^}]*\benv\b[^}]*\}\s*(=\s*process\b|from\s*['"]node:process['"])/g;
const sql =
  /\bsql(<[^>`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\.query(<[^>]*>)?\(\s*['"`]\s*(select|insert|update|delete|with)\b/gi;

export const environmentInConfig: Rule = (tree) =>
  [...tree].flatMap(([file, text]) => {
    const isFree = isSupport(file) || !isServer(file) || startsWithAny(file, environmentPlaces);
    if (isFree) return [];
    return forbid(
      file,
      text,
      environment,
      'only config.ts reads process.env: take it from the config.',
    );
  });

export const sqlInQueries: Rule = (tree) =>
  [...tree].flatMap(([file, text]) => {
    const isFree = isSupport(file) || !isServer(file) || file.endsWith('.queries.ts');
    if (isFree || startsWithAny(file, sqlPlaces)) return [];
    return forbid(file, text, sql, 'SQL lives in *.queries.ts: move the statement there.');
  });

function isServer(file: string): boolean {
  return file.startsWith(server) && /\.tsx?$/.test(file);
}

function startsWithAny(file: string, places: string[]): boolean {
  return places.some((place) => file.startsWith(place));
}
