// One organization's way to Twilio: its SDK with the organization's account, and what its errors mean for us.
import type { Twilio } from 'twilio';
import { CarrierError } from './telephony.ts';

/** The account in the settings. Requests are signed by the API key when there is one, else by the token. */
export type TwilioAccount = {
  account_sid: string;
  auth_token: string | null;
  secondary_auth_token: string | null;
  api_key_sid: string | null;
  api_key_secret: string | null;
};

export const API = 'https://api.twilio.com';
// Twilio asks clients to wait so long; an answer after that is as good as lost.
const TIMEOUT_MS = 15_000;

/** @param base_url where the API is instead of at Twilio, for a stand-in; null = at Twilio */
export const connectTwilio = async (
  account: TwilioAccount,
  base_url: string | null,
): Promise<Twilio> => {
  // Loaded when first needed: it takes a second.
  const [{ default: twilio }, { default: RequestClient }] = await Promise.all([
    import('twilio'),
    import('twilio/lib/base/RequestClient.js'),
  ]);
  // A connection that idled may be closed just when it is used again: then the outcome would be unknown.
  const http = new RequestClient({ timeout: TIMEOUT_MS, keepAlive: false });
  if (base_url) {
    const request = http.request.bind(http);
    http.request = async (options) =>
      request({ ...options, uri: options.uri.replace(API, base_url) });
  }
  const hasKey = account.api_key_sid !== null && account.api_key_secret !== null;
  const username = hasKey ? account.api_key_sid! : account.account_sid;
  const password = (hasKey ? account.api_key_secret : account.auth_token) ?? '';
  return twilio(username, password, { accountSid: account.account_sid, httpClient: http });
};

type Failure = {
  status?: number;
  code?: string | number;
  message?: string;
  syscall?: string;
  cause?: { syscall?: string };
};

/** No connection came about, so nothing was taken. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export type FailureKind = 'refused' | 'busy' | 'unknown';

/**
 * What a failed request means. Twilio refuses with 4xx, and says with 429 and 503 that it took nothing and
 * should be asked later. Behind any other 5xx, a time-out or a broken connection it may have done its work.
 */
export const kindOf = (error: unknown): FailureKind => {
  const { status, code, syscall, cause } = error as Failure;
  if (status !== undefined) {
    if (status === 429 || status === 503) return 'busy';
    return status >= 400 && status < 500 ? 'refused' : 'unknown';
  }
  if (UNREACHED.has(String(code))) return 'busy';
  return (syscall ?? cause?.syscall) === 'connect' ? 'busy' : 'unknown';
};

/** How long Twilio asks to be left alone; null when its last answer does not say. */
export const retryAfter = ({ httpClient }: Twilio): number | null => {
  const seconds = Number(httpClient.lastResponse?.headers?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
};

/** Twilio's own error code, or the status of its answer. */
export const codeOf = (error: unknown): string => {
  const { status, code } = error as Failure;
  return String(code ?? status ?? 'unreachable');
};

export const reasonOf = (error: unknown): string => {
  const { status, message } = error as Failure;
  return status ? `HTTP ${status}: ${message ?? ''}` : (message ?? 'no answer');
};

/** Runs a request that may be repeated. @throws CarrierError in words for a person */
export const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CarrierError) throw error;
    const { status, message } = error as Failure;
    if (status === undefined)
      throw new CarrierError(
        'unreachable',
        `Twilio could not be reached (${message ?? 'no answer'}). Try again in a moment.`,
      );
    if (status === 401 || status === 403)
      throw new CarrierError(
        codeOf(error),
        'Twilio did not accept the account. Check the account SID and the auth token.',
      );
    throw new CarrierError(codeOf(error), `Twilio refused: ${message ?? `status ${status}`}`);
  }
};
