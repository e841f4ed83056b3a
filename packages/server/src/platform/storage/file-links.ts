// Addresses of stored files that open without signing in, for a while: what a carrier fetches.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link gives out: a file of the storage, as what, and under which name. */
export type LinkedFile = { storage_key: string; content_type: string; file_name: string | null };

export type FileLinks = {
  /** @param seconds how long the address opens the file from `now` on */
  urlOf: (file: LinkedFile, now: Date, seconds: number) => string;
  /** @returns null for a token that has expired or was not made here */
  read: (token: string, now: Date) => LinkedFile | null;
};

// Of a longer name its end is kept, which says what kind of file it is.
const NAME_LENGTH = 60;

/**
 * `<expiry, key, type and name>.<HMAC-SHA-256 of it>`, both base64url, under a key derived from the
 * server's secret by HKDF-SHA-256 (RFC 5869). Nothing is kept: what is deleted from the storage is gone.
 */
export const createFileLinks = (server_secret: string, public_url: string): FileLinks => {
  const key = Buffer.from(hkdfSync('sha256', server_secret, '', 'rapport file links', 32));
  const signatureOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    urlOf: ({ storage_key, content_type, file_name }, now, seconds) => {
      const expires = Math.floor(now.getTime() / 1000) + seconds;
      const said = [expires, storage_key, content_type, file_name?.slice(-NAME_LENGTH) ?? ''];
      const text = Buffer.from(said.join('\n')).toString('base64url');
      return `${public_url}/files/${text}.${signatureOf(text)}`;
    },
    read: (token, now) => {
      const [text = '', signature = ''] = token.split('.');
      const expected = Buffer.from(signatureOf(text));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const said = Buffer.from(text, 'base64url').toString().split('\n');
      const [expires = '', storage_key = '', content_type = '', ...name] = said;
      if (Number(expires) * 1000 <= now.getTime()) return null;
      return { storage_key, content_type, file_name: name.join('\n') || null };
    },
  };
};
