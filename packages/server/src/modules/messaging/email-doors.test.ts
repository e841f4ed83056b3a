import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { plainMail } from '../../platform/mail/mails.fixtures.ts';
import { smtpCarrier } from '../../platform/mail/smtp.ts';
import { buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { buildEmail, buildMailbox } from './email.fixtures.ts';

const server = await testServer({
  settings: { MAIL_DOMAIN: 'mail.example', SMTP_LISTEN_PORT: '0', SMTP_LISTEN_HOST: '127.0.0.1' },
});
const { ctx, owner, client, address } = await buildMailbox(server);

describe('the doors', () => {
  test('the webhook takes raw mails for who knows the secret', async () => {
    const { url, secret } = await client.createEmailWebhook();
    const path = new URL(url).pathname;
    const post = async (
      path: string,
      body: string | Buffer,
      headers: Record<string, string> = {},
    ) =>
      server.fetch(path, {
        method: 'POST',
        body: new Uint8Array(Buffer.from(body)),
        headers: { 'content-type': 'message/rfc822', ...headers },
      });
    const raw = plainMail({
      From: buildEmail(),
      To: address,
      'Message-ID': `<${newId()}@x.example>`,
    });
    const taken = await post(path, raw);
    expect([taken.status, await taken.json()]).toMatchObject([
      200,
      { outcome: 'message', created: true },
    ]);
    const again = await post('/webhooks/email', raw, {
      authorization: `Bearer ${secret}`,
      'content-type': 'text/plain',
    });
    expect(await again.json()).toMatchObject({ created: false });
    expect((await post('/webhooks/email/guessed', raw)).status).toBe(403);
    expect((await post('/webhooks/email', raw)).status).toBe(403);
    expect((await post(path, '{"from": "a@b.example"}')).status).toBe(400);
    const next = await client.createEmailWebhook();
    expect((await post(path, raw)).status).toBe(403);
    expect((await client.getEmailWebhook()).last_used_at).toBeNull();
    await client.removeEmailWebhook();
    expect((await post(new URL(next.url).pathname, raw)).status).toBe(403);
  });

  test('the built-in server takes mail for each organization that it is to, and for nobody else', async () => {
    const other = await buildOrganization(server);
    const theirs = (await other.owner.client.listEmailAddresses()).email_addresses[0]!.address;
    const carrier = smtpCarrier({
      host: '127.0.0.1',
      port: server.mail_port!,
      tls: 'none',
      username: null,
      password: null,
    });
    const sender = buildEmail();
    const send = async (recipient: string) => {
      const raw = plainMail({
        From: sender,
        To: `${address}, ${theirs}`,
        'Message-ID': `<${newId()}@x.example>`,
      });
      return carrier.carry(ctx, {
        message_id: null,
        contact_id: null,
        sender,
        recipient,
        subject: '',
        body: '',
        raw,
      });
    };
    expect(await send(address)).toMatchObject({ outcome: 'sent' });
    expect(await send(theirs)).toMatchObject({ outcome: 'sent' });
    expect(await send('nobody@mail.example')).toMatchObject({ outcome: 'failed', status: '5.1.1' });
    for (const { client } of [owner, other.owner]) {
      const { contacts } = await client.listContacts({ query: { search: sender } });
      expect(contacts).toHaveLength(1);
    }
  });
});
