import { afterAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../ctx.ts';
import { type MailDoor, startMailListener } from './listener.ts';
import { smtpCarrier } from './smtp.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const received: Parameters<MailDoor['receive']>[0][] = [];
const door: MailDoor = {
  accepts: async (address) => {
    if (address.startsWith('down@')) throw new Error('no database');
    return address.endsWith('@mail.example');
  },
  receive: async (mail) => {
    if (mail.raw.toString().includes('Lose me')) throw new Error('no database');
    received.push(mail);
  },
};
const listener = await startMailListener(door, {
  port: 0,
  host: '127.0.0.1',
  name: 'mail.example',
  tls: null,
  log,
});
afterAll(async () => listener.stop());

const carrier = smtpCarrier({
  host: '127.0.0.1',
  port: listener.port,
  tls: 'none',
  username: null,
  password: null,
});
const send = async (
  recipient: string,
  raw: string | Buffer = 'Subject: Hello\r\n\r\nHello',
  sender = 'ada@example.com',
) =>
  carrier.carry({} as Ctx, {
    message_id: null,
    contact_id: null,
    sender,
    recipient,
    subject: '',
    body: '',
    raw: Buffer.from(raw),
  });

describe('the built-in mail server', () => {
  test('takes mail for our addresses', async () => {
    expect(await send('support@mail.example')).toMatchObject({ outcome: 'sent' });
    expect(received.at(-1)).toMatchObject({
      sender: 'ada@example.com',
      recipients: ['support@mail.example'],
    });
    expect(received.at(-1)!.raw.toString()).toBe('Subject: Hello\r\n\r\nHello\r\n');
  });

  test('takes reports, which come from nobody', async () => {
    expect(await send('support@mail.example', undefined, '')).toMatchObject({ outcome: 'sent' });
    expect(received.at(-1)).toMatchObject({ sender: '' });
  });

  test('carries nothing to others', async () => {
    expect(await send('somebody@gmail.com')).toMatchObject({ outcome: 'failed', status: '5.1.1' });
  });

  test('has whoever sends come again when it cannot keep the mail', async () => {
    const count = received.length;
    expect(await send('down@mail.example')).toMatchObject({ outcome: 'retry' });
    expect(await send('support@mail.example', 'Subject: Lose me\r\n\r\n')).toMatchObject({
      outcome: 'retry',
    });
    expect(received).toHaveLength(count);
  });

  test('takes no mail that is too large', async () => {
    const raw = Buffer.alloc(31 * 1024 * 1024, 'x\r\n');
    expect(await send('support@mail.example', raw)).toMatchObject({
      outcome: 'failed',
      code: '552',
    });
  });
});
