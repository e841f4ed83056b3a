// What a person is told when the database cannot be used.
import { startError } from '../start-error.ts';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'EACCES',
  'ENOENT',
  // Wrong password, no such user, no such database, too many connections, starting or stopping.
  '28P01',
  '28000',
  '3D000',
  '53300',
  '57P03',
]);
// No right to do it, no schema to do it in, no such extension, a file of the extension is missing.
const INSUFFICIENT = new Set(['42501', '3F000', '0A000', '58P01']);

/** One sentence when `error` is the database's own doing, else `error` as it is. */
export const databaseError = (url: string, error: unknown): unknown => {
  const { code = '', message } = error as { code?: string; message?: string };
  const shown = `The database at ${placeOf(url)}`;
  const reason = message || code;
  if (isUnreachable(error))
    return startError(
      `${shown} cannot be used (${reason}). Check DATABASE_URL and that the server runs, or unset it to use the built-in database.`,
    );
  if (INSUFFICIENT.has(code))
    return startError(
      `${shown} does not let Rapport create its tables (${reason}). Make the user of DATABASE_URL the owner of the database and install the extension pg_trgm.`,
    );
  return error;
};

const isUnreachable = (error: unknown): boolean => {
  const { code, message, errors } = error as {
    code?: string;
    message?: string;
    errors?: unknown[];
  };
  return (
    UNREACHABLE.has(code ?? '') ||
    /timeout|terminated|SSL|SASL/i.test(message ?? '') ||
    (errors ?? []).some(isUnreachable)
  );
};

/** The address without its user and password. */
const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return host + pathname;
};
