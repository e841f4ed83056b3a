// What went wrong at sign-up and sign-in, in one sentence. Answers come in two shapes: ours, and better-auth's.
import { ApiError, readProblem } from '@rapport/contract/problem';

/** better-auth's codes in our words; others keep the library's own message. */
const SENTENCES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is not right.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail address already. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL:
    'There is an account with this e-mail address already. Sign in instead.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  INVALID_PASSWORD: 'The current password is not right.',
  PASSWORD_TOO_SHORT: 'The password is too short: use at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long: use at most 128 characters.',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'This account has no password. Ask an administrator for help.',
  SESSION_EXPIRED: 'You have been signed out. Sign in again.',
};

const NO_WORDS: Record<number, string> = {
  0: 'The server did not answer. Check your connection and try again.',
  401: 'The e-mail address or the password is not right.',
  403: 'You may not do this here.',
  429: 'Too many attempts. Wait a minute and try again.',
};

const sentence = (text: string): string => {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

const problemOf = (status: number, code: string, message: string): ApiError =>
  new ApiError(status, { error: { code, message, details: {} } });

/**
 * The error for an answer of `/api/auth/*` that is not a success.
 * @param status HTTP status; 0 when no answer came
 * @param body the parsed JSON body, or null when there was none
 */
export const authError = (status: number, body: unknown): ApiError => {
  const ours = readProblem(body);
  const { code, message } = (ours?.error ?? body ?? {}) as Partial<
    Record<'code' | 'message', unknown>
  >;
  const known = typeof code === 'string' ? SENTENCES[code] : undefined;
  if (known !== undefined) return problemOf(status, String(code), known);
  if (ours) return new ApiError(status, ours);
  if (status === 429) return problemOf(status, 'TOO_MANY_REQUESTS', NO_WORDS[429] ?? '');
  if (typeof message === 'string' && message.trim() !== '')
    return problemOf(status, typeof code === 'string' ? code : 'AUTH', sentence(message));
  return problemOf(
    status,
    'AUTH',
    NO_WORDS[status] ?? `The server could not do this (answer ${status}). Try again in a moment.`,
  );
};
