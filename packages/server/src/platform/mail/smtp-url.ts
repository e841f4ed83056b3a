// A mail server in one line, as the environment gives it.
import type { SmtpServer } from './carrier.ts';

/** Takes `smtp://user:password@host:587`, `smtps://` for TLS from the first byte; `?tls=none` goes without. */
export const readSmtpUrl = (text: string): SmtpServer => {
  const url = new URL(text);
  const implicit = url.protocol === 'smtps:' || url.port === '465';
  const wish = url.searchParams.get('tls');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (implicit ? 465 : 587),
    tls: wish === 'none' ? 'none' : implicit ? 'tls' : 'starttls',
    username: decodeURIComponent(url.username) || null,
    password: decodeURIComponent(url.password) || null,
  };
};
