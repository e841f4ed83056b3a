// Files that the carrier keeps for us: pictures of messages, recordings of calls.
import { type FetchForeign, FetchFailure } from '../http/fetch-foreign.ts';

/** Account SID with its token, or the SID of an API key with its secret; never one of each. */
export type CarrierLogin = { user: string; password: string };

/** Fetches a file whole. @throws FetchFailure with a sentence for a person */
export type CarrierMedia = (
  url: string,
  login: CarrierLogin | null,
  most_bytes: number,
) => Promise<Buffer>;

/** Twilio's API, in any of its regions and edges. */
const TWILIO_HOST = /^api(\.[a-z0-9-]+){0,2}\.twilio\.com$/;

/**
 * The login is shown to the carrier's API alone: not to an address that a request merely names, and not to
 * where the carrier redirects.
 * @param base_url the carrier's API where it is not Twilio's own
 */
export const createCarrierMedia = (
  fetchForeign: FetchForeign,
  base_url: string | null,
): CarrierMedia => {
  const own_origin = base_url && new URL(base_url).origin;
  const isCarrier = ({ origin, protocol, hostname }: URL) =>
    origin === own_origin || (protocol === 'https:' && TWILIO_HOST.test(hostname));
  return async (url, login, most_bytes) => {
    if (!URL.canParse(url)) throw new FetchFailure('The address of the file is none.', true);
    const authorization =
      login && isCarrier(new URL(url))
        ? `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
        : undefined;
    return fetchForeign(url, { most_bytes, authorization });
  };
};
