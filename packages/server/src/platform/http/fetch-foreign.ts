// Fetches a file from an address that somebody else named, without letting it reach into our network.
import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why a file could not be fetched, as a sentence for a person. */
export class FetchFailure extends Error {
  /** Another attempt would meet the same. */
  readonly is_final: boolean;
  constructor(message: string, is_final: boolean) {
    super(message);
    this.name = 'FetchFailure';
    this.is_final = is_final;
  }
}

export type FetchForeign = (
  url: string,
  options: { most_bytes: number; authorization?: string | undefined },
) => Promise<Buffer>;

export type FetchForeignOptions = {
  /** Origins that may be private addresses, because the operator named them. */
  trusted_origins?: string[];
  /** How long the whole file may take, in milliseconds. */
  patience_ms?: number;
};

const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 5;
const MB = 1_000_000;

/** Loopback, private, link-local, shared, documentation, multicast and transition networks (RFC 6890). */
const PRIVATE = new BlockList();
for (const network of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24',
  '224.0.0.0/4 240.0.0.0/4 ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32',
  '2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
].flatMap((line) => line.split(' '))) {
  const [address, bits] = network.split('/') as [string, string];
  PRIVATE.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address is none of the public internet. */
export const isPrivateAddress = (address: string): boolean =>
  PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const refusal = () =>
  new FetchFailure('The address of the file leads into a private network.', true);

/** Looks at the address that is really connected to, so that a name cannot change between look and use. */
const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 0);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return done(refusal(), '', 0);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });

/**
 * A function that fetches files whole into memory, following redirects. `authorization` goes to the first
 * address only.
 * @throws FetchFailure
 */
export const createFetchForeign = ({
  trusted_origins = [],
  patience_ms = PATIENCE_MS,
}: FetchForeignOptions = {}): FetchForeign => {
  const open = (url: URL, headers: Record<string, string>, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      if (!/^https?:$/.test(url.protocol))
        throw new FetchFailure('The address of the file is none of the web.', true);
      const isTrusted = trusted_origins.includes(url.origin);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (!isTrusted && isIP(host) && isPrivateAddress(host)) throw refusal();
      const request = url.protocol === 'https:' ? requestSecure : requestPlain;
      request(url, { headers, signal, ...(isTrusted ? {} : { lookup: publicLookup }) })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });

  return async (address, { most_bytes, authorization }) => {
    const signal = AbortSignal.timeout(patience_ms);
    try {
      let url = new URL(address);
      let headers: Record<string, string> = authorization ? { authorization } : {};
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        const response = await open(url, headers, signal);
        const { statusCode = 0, headers: said } = response;
        if (statusCode === 200) return await readAll(response, most_bytes);
        response.destroy();
        if (statusCode < 300 || statusCode >= 400 || !said.location)
          throw statusFailure(statusCode);
        url = new URL(said.location, url);
        headers = {};
      }
      throw new FetchFailure('The address of the file leads in circles.', true);
    } catch (error) {
      if (error instanceof FetchFailure) throw error;
      if (signal.aborted) throw new FetchFailure('The file did not arrive in time.', false);
      if ((error as { code?: string }).code === 'ERR_INVALID_URL')
        throw new FetchFailure('The address of the file is none.', true);
      throw new FetchFailure('The connection to where the file is kept broke off.', false);
    }
  };
};

const statusFailure = (status: number): FetchFailure => {
  if (status === 401 || status === 403)
    return new FetchFailure('The provider refused our credentials for the file.', false);
  if (status === 404) return new FetchFailure('The provider does not have the file (yet).', false);
  if (status === 410) return new FetchFailure('The provider has deleted the file.', true);
  return new FetchFailure(`The provider answered ${status} instead of the file.`, false);
};

const readAll = async (response: IncomingMessage, most_bytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > most_bytes)
      throw new FetchFailure(`The file is larger than ${most_bytes / MB} MB.`, true);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
