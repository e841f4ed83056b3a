// Tokens that are shown once and kept as a hash: invitations and gateway keys.
import { createHash, randomBytes } from 'node:crypto';

/** A new secret with 256 random bits, readable in a log as what it is: `rk_...`. */
export const newSecret = (prefix: string): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`;

/** SHA-256 suffices: the secret has too many bits to be guessed, unlike a password. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
