import { describe, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';

describe('the settings of mail', () => {
  test('are none: mails are kept, and none come in', () => {
    expect(readConfig({}).mail).toEqual({
      server: null,
      allow_private: true,
      domain: 'mail.localhost',
      listener: null,
    });
    expect(readConfig({ SIGN_UP: 'open' }).mail.allow_private).toBe(false);
  });

  test('follow the address of the server', () => {
    const { mail } = readConfig({ PUBLIC_URL: 'https://crm.example:8443', SMTP_LISTEN_PORT: '25' });
    expect(mail).toEqual({
      server: null,
      allow_private: true,
      domain: 'crm.example',
      listener: { port: 25, host: '0.0.0.0', tls: null },
    });
  });

  test.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://box'])(
    '%s is no domain',
    (PUBLIC_URL) => {
      expect(readConfig({ PUBLIC_URL }).mail.domain).toBe('mail.localhost');
    },
  );

  test.each([
    [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL must be an address like smtp://'],
    [{ MAIL_DOMAIN: 'two words' }, 'MAIL_DOMAIN must be a domain'],
    [{ SMTP_LISTEN_PORT: 'x' }, 'SMTP_LISTEN_PORT must be a number'],
    [{ SMTP_TLS_CERT: '/cert.pem' }, 'SMTP_TLS_CERT and SMTP_TLS_KEY belong together'],
  ])('%o are refused', (environment, words) => {
    expect(() => readConfig(environment)).toThrow(words);
  });
});
