// The one client of the server: a function per endpoint of the contract.
import { api } from '@rapport/contract/api';
import { createClient } from '@rapport/contract/client';
import { ApiError } from '@rapport/contract/problem';

export const client = createClient(api, { base_url: '' });

/** The sentence to show for anything that was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiError
    ? error.message
    : 'Something unexpected happened in this page. Reload it and try again.';

/** Whether an error is the API's answer with this status, for example 401 or 404. */
export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status;

/** Worth a second try: no answer, or the server's own trouble. A refusal (4xx) stays a refusal. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500);

/** The sentences for single fields of `INVALID_INPUT`, by field name, for `<Field error>`. */
export const fieldErrors = (error: unknown): Record<string, string> => {
  const fields = error instanceof ApiError ? error.details['fields'] : undefined;
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(
    fields
      .filter((one) => typeof one?.field === 'string' && typeof one?.message === 'string')
      .map((one) => [one.field.replace(/^body\./, ''), one.message]),
  );
};
