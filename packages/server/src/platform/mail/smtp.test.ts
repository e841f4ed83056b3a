import { createServer } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../ctx.ts';
import type { OutgoingMail } from './carrier.ts';
import { smtpCarrier } from './smtp.ts';
import { readSmtpUrl } from './smtp-url.ts';
import { startSmtpStandIn } from './smtp-stand-in.fixtures.ts';

const standIn = await startSmtpStandIn();
const strict = await startSmtpStandIn({
  authOptional: false,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, callback) =>
    username === 'us' && password === 'right'
      ? callback(null, { user: username })
      : callback(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 })),
});
afterAll(async () => Promise.all([standIn.stop(), strict.stop()]));

const ctx = {} as Ctx;
const mail = (recipient: string, size = 10): OutgoingMail => ({
  message_id: null,
  contact_id: null,
  sender: 'us@mail.example',
  recipient,
  subject: 'Hello',
  body: 'Hello',
  raw: Buffer.from(`Subject: Hello\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(size)),
});
const carry = async (recipient: string, size?: number) =>
  smtpCarrier(standIn.server, { silence_ms: 500 }).carry(ctx, mail(recipient, size));

describe('a mail server', () => {
  test('takes a mail, from whom and to whom it is', async () => {
    expect(await carry('ada@example.com')).toMatchObject({
      outcome: 'sent',
      response: expect.stringMatching(/Queued as 4711/),
    });
    expect(standIn.taken.at(-1)).toMatchObject({
      sender: 'us@mail.example',
      recipient: 'ada@example.com',
    });
  });

  test.each([
    [
      'nobody',
      {
        outcome: 'failed',
        code: '550',
        status: '5.1.1',
        response: expect.stringMatching(/There is no nobody here/),
      },
    ],
    [
      'spam',
      {
        outcome: 'failed',
        code: '554',
        status: '5.7.1',
        response: expect.stringMatching(/This looks like spam/),
      },
    ],
    ['busy', { outcome: 'retry', response: expect.stringMatching(/Come again later/) }],
    ['greylisted', { outcome: 'retry', response: expect.stringMatching(/Greylisted/) }],
    ['full', { outcome: 'retry', response: expect.stringMatching(/Mailbox full/) }],
    ['dropped', { outcome: 'unknown' }],
    ['silent', { outcome: 'unknown' }],
  ])('to %s: %o', async (name, outcome) => {
    expect(await carry(`${name}@example.com`)).toMatchObject(outcome);
  });

  test('that goes away before it has the whole mail has not taken it', async () => {
    expect(await carry('cut@example.com', 100_000)).toMatchObject({ outcome: 'retry' });
  });

  test('that is not there may be there later', async () => {
    const nowhere = { ...standIn.server, port: await freePort() };
    const carried = await smtpCarrier(nowhere).carry(ctx, mail('ada@example.com'));
    expect(carried).toMatchObject({
      outcome: 'retry',
      response: expect.stringMatching(/ECONNREFUSED/),
    });
    await expect(smtpCarrier(nowhere).verify()).rejects.toThrow(/ECONNREFUSED/);
  });

  test('in our own network is not for strangers to name', async () => {
    for (const host of ['127.0.0.1', 'localhost', '10.0.0.1', '::1']) {
      const carrier = smtpCarrier({ ...standIn.server, host }, { allow_private: false });
      await expect(carrier.verify()).rejects.toThrow(/private network/);
      expect(await carrier.carry(ctx, mail('ada@example.com'))).toMatchObject({ outcome: 'retry' });
    }
  });

  test('without encryption gets nothing when encryption is asked for', async () => {
    const carrier = smtpCarrier({ ...standIn.server, tls: 'starttls' });
    const before = standIn.taken.length;
    expect(await carrier.carry(ctx, mail('ada@example.com'))).toMatchObject({ outcome: 'retry' });
    expect(standIn.taken).toHaveLength(before);
    await expect(carrier.verify()).rejects.toThrow(/does not encrypt/);
  });

  test('is asked for its word before anything is sent', async () => {
    const right = { ...strict.server, username: 'us', password: 'right' };
    await smtpCarrier(right).verify();
    expect(await smtpCarrier(right).carry(ctx, mail('ada@example.com'))).toMatchObject({
      outcome: 'sent',
    });
    const wrong = { ...right, password: 'wrong' };
    await expect(smtpCarrier(wrong).verify()).rejects.toThrow(/Wrong password/);
    // The password may be mended: the mail waits.
    expect(await smtpCarrier(wrong).carry(ctx, mail('ada@example.com'))).toMatchObject({
      outcome: 'retry',
      response: expect.stringMatching(/Wrong password/),
    });
  });
});

test.each([
  [
    'smtp://us:p%40ss@mail.example',
    { host: 'mail.example', port: 587, tls: 'starttls', username: 'us', password: 'p@ss' },
  ],
  [
    'smtps://mail.example',
    { host: 'mail.example', port: 465, tls: 'tls', username: null, password: null },
  ],
  [
    'smtp://localhost:25?tls=none',
    { host: 'localhost', port: 25, tls: 'none', username: null, password: null },
  ],
])('%s', (url, server) => expect(readSmtpUrl(url)).toEqual(server));

const freePort = async (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
