// Seals what must not be readable in the database: tokens and passwords of providers.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type SecretBox = {
  /** @param place where the text is kept: sealed for one place, it opens in no other */
  seal: (text: string, place: string) => string;
  /** @throws Error when it was sealed with another key, for another place, or was changed */
  open: (sealed: string, place: string) => string;
};

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, the key derived from the server's secret by
 * HKDF-SHA-256 (RFC 5869), so that it differs from the one that signs sessions.
 */
export const createSecretBox = (server_secret: string): SecretBox => {
  const key = Buffer.from(hkdfSync('sha256', server_secret, '', 'rapport secret box', 32));
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open: (sealed, place) => {
      const [version, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES)
        throw new Error('This is nothing that a secret box has sealed.');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    },
  };
};
