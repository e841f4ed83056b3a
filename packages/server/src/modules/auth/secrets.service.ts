// Tokens that are shown once and kept as a hash: invitations and gateway keys.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret with 256 random bits, readable in a log as what it is: `rk_...`. */
export const newSecret = (prefix: string): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`;

/** SHA-256 suffices: the secret has too many bits to be guessed, unlike a password. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

/**
 * The value of a cookie that was signed as better-auth signs: `value.base64(HMAC-SHA-256(secret, value))`,
 * percent-encoded as a whole.
 * @param header all cookies, as the browser sends them
 * @returns null when the cookie is not there or its signature is not ours
 */
export const readSignedCookie = (header: string, name: string, secret: string): string | null => {
  const pair = header.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  if (!pair) return null;
  const text = decoded(pair.slice(name.length + 1));
  const dot = text.lastIndexOf('.');
  if (dot < 1) return null;
  const value = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1), 'base64');
  const ours = createHmac('sha256', secret).update(value).digest();
  return given.length === ours.length && timingSafeEqual(given, ours) ? value : null;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
