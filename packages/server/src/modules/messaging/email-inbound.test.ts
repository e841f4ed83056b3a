import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { fixtureMail, plainMail } from '../../platform/mail/mails.fixtures.ts';
import { smtpCarrier } from '../../platform/mail/smtp.ts';
import {
  buildContact,
  buildMember,
  buildOrganization,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { receiveEmail } from './email-inbound.service.ts';

const server = await testServer({
  settings: { MAIL_DOMAIN: 'mail.example', SMTP_LISTEN_PORT: '0', SMTP_LISTEN_HOST: '127.0.0.1' },
});
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const support = (
  await client.createEmailAddress({ body: { username: 'support', sender_name: 'Support' } })
).address;

const from = (): string => `writer${newId()}@example.com`;
const deliver = async (raw: Buffer, recipients = [support], at: TestCtx = ctx) =>
  receiveEmail(at, raw, { sender: null, recipients });
const write = async (headers: Record<string, string>, body?: string) =>
  deliver(
    plainMail(
      { To: support, Subject: 'Hello', 'Message-ID': `<${newId()}@x.example>`, ...headers },
      body,
    ),
  );
const contactOf = async (message_id: string | null): Promise<string> => {
  const row = await ctx.db
    .selectFrom('message')
    .select('contact_id')
    .where('id', '=', message_id!)
    .executeTakeFirstOrThrow();
  return row.contact_id;
};
const messagesOf = async (contact_id: string) =>
  (await client.listMessages({ query: { contact_id } })).messages;
const emailOf = async (message_id: string | null) =>
  client.getEmail({ params: { message_id: message_id! } });

/** A mail that we have sent to somebody, as far as the database knows. */
const sendTo = async (email: string, contact_id?: string) => {
  const contact = contact_id ?? (await buildContact(ctx, { email })).id;
  const { email_addresses } = await client.listEmailAddresses();
  const sent = await client.sendMessage({
    body: {
      contact_id: contact,
      channel: 'email',
      subject: 'Your offer',
      body: 'Would **Tuesday** suit you?',
      email_address_id: email_addresses.find(({ address }) => address === support)!.id,
    },
  });
  if (typeof sent === 'string') throw new Error(sent);
  await until('the mail to be sent', async () => {
    const [message] = (await messagesOf(contact)).filter(({ id }) => id === sent.id);
    return message?.status === 'sent';
  });
  const { header_id } = await emailOf(sent.id);
  const { reply_token } = await ctx.db
    .selectFrom('email_message')
    .select('reply_token')
    .where('message_id', '=', sent.id)
    .executeTakeFirstOrThrow();
  return { id: sent.id, contact_id: contact, header_id, reply_token: reply_token! };
};

describe('a mail that comes in', () => {
  test('makes its sender a contact and stands in the history', async () => {
    const sender = from();
    const heard = await heardDuring(ctx, async () => {
      const { outcome, message_id } = await write(
        { From: `Ada Lovelace <${sender}>` },
        'Is Tuesday fine?\r\n\r\nOn Mon, 2 Mar 2026, Support wrote:\r\n> Hello\r\n',
      );
      expect(outcome).toBe('message');
      const contact_id = await contactOf(message_id);
      expect(await messagesOf(contact_id)).toMatchObject([
        {
          channel: 'email',
          direction: 'inbound',
          status: 'received',
          subject: 'Hello',
          body: 'Is Tuesday fine?',
          from_address: sender,
          to_address: support,
          attachments: [],
        },
      ]);
      expect(await emailOf(message_id)).toMatchObject({
        quoted: 'On Mon, 2 Mar 2026, Support wrote:\n> Hello',
        reply_subject: 'Re: Hello',
        from_name: 'Ada Lovelace',
        has_html: false,
        has_raw: true,
        thread_id: message_id,
      });
      expect(await client.getContact({ params: { contact_id } })).toMatchObject({
        first_name: 'Ada',
        last_name: 'Lovelace',
        source: 'inbound_email',
        emails: [{ email: sender }],
      });
    });
    expect(heard.map(({ type }) => type)).toEqual(['contact.created', 'messaging.message.new']);
  });

  test('is one mail, however often it comes and however many come at once', async () => {
    const raw = plainMail({ From: from(), To: support, 'Message-ID': `<${newId()}@x.example>` });
    const replies = await Promise.all(Array.from({ length: 10 }, () => deliver(raw)));
    expect(replies.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(replies.map(({ message_id }) => message_id)).size).toBe(1);
    expect((await deliver(raw)).created).toBe(false);
    expect(await messagesOf(await contactOf(replies[0]!.message_id))).toHaveLength(1);
  });

  test('of one writer is one contact, when twenty come at once', async () => {
    const sender = from();
    const all = await Promise.all(Array.from({ length: 20 }, () => write({ From: sender })));
    const contacts = new Set(await Promise.all(all.map(({ message_id }) => contactOf(message_id))));
    expect(contacts.size).toBe(1);
  });

  test('without an id is known by its bytes', async () => {
    const raw = plainMail({ From: from(), To: support }, newId());
    expect((await deliver(raw)).created).toBe(true);
    expect((await deliver(raw)).created).toBe(false);
  });

  test('can be had as it came, by who sees the contact', async () => {
    const { message_id } = await write({ From: from(), 'X-Own': 'kept' });
    const raw = await owner.fetch(`/api/messages/${message_id}/raw`);
    expect(raw.headers.get('content-type')).toBe('message/rfc822');
    expect(await raw.text()).toContain('X-Own: kept');
  });

  test('keeps its files, and shows its pictures inside', async () => {
    const { message_id } = await deliver(fixtureMail('inline-images'));
    const [message] = await messagesOf(await contactOf(message_id));
    expect(message!.attachments).toMatchObject([
      { file_name: 'unused.gif', content_type: 'image/gif' },
    ]);
    const page = await owner.fetch(`/api/messages/${message_id}/html`);
    const html = await page.text();
    expect(html.match(/<img src="[^"]+\/files\/[^"]+"/g)).toHaveLength(2);
    const [, picture] = /src="([^"]+)"/.exec(html)!;
    const file = await server.fetch(new URL(picture!).pathname);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/gif']);
  });

  test('is shown harmless, in a frame of its own, its pictures only when asked for', async () => {
    const { message_id } = await deliver(fixtureMail('nasty-html'));
    const [plain, shown] = await Promise.all(
      ['0', '1'].map((images) => owner.fetch(`/api/messages/${message_id}/html?images=${images}`)),
    );
    const policy = plain!.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('https:');
    expect(plain!.headers.get('x-blocked-images')).toBe('1');
    expect(await plain!.text()).not.toMatch(/<script|evil\.example/);
    expect(shown!.headers.get('content-security-policy')).toContain('https:');
    expect(await shown!.text()).toContain('https://evil.example/pixel.gif');
    const [message] = await messagesOf(await contactOf(message_id));
    expect(message!.body).toMatch(/^Hi click good/);
  });
});

describe('the conversation', () => {
  test.each([
    ['In-Reply-To', (id: string) => ({ 'In-Reply-To': `<${id}>` })],
    ['References', (id: string) => ({ References: `<other@x.example> <${id}> <more@x.example>` })],
  ])('is joined by %s', async (_, headersOf) => {
    const sender = from();
    const sent = await sendTo(sender);
    const { message_id } = await write({ From: sender, ...headersOf(sent.header_id) });
    expect(await emailOf(message_id)).toMatchObject({ thread_id: sent.id });
    expect(await contactOf(message_id)).toBe(sent.contact_id);
  });

  test('is joined by the token in the address, whatever the headers say', async () => {
    const sender = from();
    const sent = await sendTo(sender);
    const other = await sendTo(sender, sent.contact_id);
    const to = `support+${sent.reply_token}@mail.example`;
    const raw = plainMail({
      From: sender,
      To: to,
      'Message-ID': `<${newId()}@x.example>`,
      'In-Reply-To': `<${other.header_id}>`,
    });
    const { message_id } = await deliver(raw, [to]);
    expect(await emailOf(message_id)).toMatchObject({ thread_id: sent.id });
  });

  test('is joined by nobody but its contact', async () => {
    const sent = await sendTo(from());
    const stranger = from();
    const to = `support+${sent.reply_token}@mail.example`;
    const raw = plainMail({
      From: stranger,
      To: to,
      'Message-ID': `<${newId()}@x.example>`,
      'In-Reply-To': `<${sent.header_id}>`,
    });
    const { message_id } = await deliver(raw, [to]);
    expect(await emailOf(message_id)).toMatchObject({ thread_id: message_id });
    expect(await contactOf(message_id)).not.toBe(sent.contact_id);
  });

  test('goes on when we answer: one Re:, References, the same thread', async () => {
    const sender = from();
    const first = await write({ From: sender, Subject: 'RE: Offer' });
    const contact_id = await contactOf(first.message_id);
    const { email_addresses } = await client.listEmailAddresses();
    const answer = await client.sendMessage({
      body: {
        contact_id,
        channel: 'email',
        subject: 'Re: Offer',
        body: 'Yes.',
        email_address_id: email_addresses[0]!.id,
        in_reply_to_message_id: first.message_id!,
      },
    });
    const email = await emailOf((answer as { id: string }).id);
    expect(email).toMatchObject({
      thread_id: first.message_id,
      in_reply_to: (await emailOf(first.message_id)).header_id,
    });
  });

  test('of a colleague who writes elsewhere is recorded as ours', async () => {
    const colleague = await buildMember(ctx, 'member');
    const sender = from();
    const sent = await sendTo(sender);
    const { message_id } = await write({
      From: colleague.email,
      To: sender,
      Cc: support,
      'In-Reply-To': `<${sent.header_id}>`,
    });
    const messages = await messagesOf(sent.contact_id);
    expect(messages.find(({ id }) => id === message_id)).toMatchObject({
      direction: 'outbound',
      status: 'sent',
      source: 'external',
      to_address: sender,
      sent_by_member_id: colleague.member_id,
    });
    expect(await emailOf(message_id)).toMatchObject({ thread_id: sent.id });
  });

  test('of a colleague who tries us out is that of a contact', async () => {
    const colleague = await buildMember(ctx, 'member');
    const { message_id } = await write({ From: colleague.email });
    const [message] = await messagesOf(await contactOf(message_id));
    expect(message).toMatchObject({ direction: 'inbound', from_address: colleague.email });
  });
});

describe('a mail that came back', () => {
  const bounce = async (name: string, put: Record<string, string>, recipients = [support]) =>
    deliver(
      fixtureMail(name, { ...put, 'Message-ID: <bounce': `Message-ID: <${newId()}` }),
      recipients,
    );

  test.each([
    ['bounce-hard', 'hard', true],
    ['bounce-plain', 'hard', true],
    ['bounce-soft', 'soft', false],
  ])('%s: marks the message, and an address that is no good', async (name, kind, isBlocked) => {
    const sender = from();
    const sent = await sendTo(sender);
    const heard = await heardDuring(ctx, async () => {
      expect(await bounce(name, { 'ORIGINAL-ID': sent.header_id })).toMatchObject({
        outcome: 'bounce',
        message_id: sent.id,
      });
    });
    expect(heard).toContainEqual({
      type: 'messaging.message.status',
      payload: { contact_id: sent.contact_id, message_id: sent.id },
    });
    const [message] = await messagesOf(sent.contact_id);
    expect(message).toMatchObject({
      status: 'failed',
      error_words: expect.stringContaining('came back'),
    });
    expect(await emailOf(sent.id)).toMatchObject({ bounce: kind });
    const again = sendTo(sender, sent.contact_id);
    if (!isBlocked) return void (await again);
    await expect(again).rejects.toMatchObject({ status: 409, code: 'SUPPRESSED' });
    // Who writes can be written to.
    await write({ From: sender });
    await sendTo(sender, sent.contact_id);
  });

  test('is known by the address it came back to, when the report does not hold it', async () => {
    const sent = await sendTo(from());
    const to = `support+${sent.reply_token}@mail.example`;
    expect(await bounce('bounce-hard', { 'ORIGINAL-ID': 'lost@x.example' }, [to])).toMatchObject({
      message_id: sent.id,
    });
  });

  test('is not yet lost when it is only late', async () => {
    const sent = await sendTo(from());
    const received = await deliver(fixtureMail('delayed', { 'ORIGINAL-ID': sent.header_id }));
    expect(received.outcome).toBe('automatic');
    expect((await messagesOf(sent.contact_id))[0]).toMatchObject({ status: 'sent' });
  });

  test('of somebody else marks nothing of ours', async () => {
    const theirs = await buildOrganization(server);
    const sent = await sendTo(from());
    const raw = fixtureMail('bounce-hard', { 'ORIGINAL-ID': sent.header_id });
    expect(await deliver(raw, ['x@mail.example'], theirs.ctx)).toMatchObject({
      outcome: 'bounce',
      message_id: null,
    });
    expect((await messagesOf(sent.contact_id))[0]).toMatchObject({ status: 'sent' });
  });
});

describe('a mail of a program', () => {
  const countContacts = async (): Promise<number> => (await client.listContacts()).total_count;

  test.each(['vacation', 'newsletter', 'missing-from'])(
    '%s is kept, and makes nobody a contact',
    async (name) => {
      const count = await countContacts();
      const received = await deliver(fixtureMail(name));
      expect(received.outcome).toBe(name === 'missing-from' ? 'unreadable' : 'automatic');
      expect(await countContacts()).toBe(count);
      const { receipts } = await client.listEmailReceipts({
        query: { outcome: received.outcome as 'loop' },
      });
      expect(receipts.find(({ id }) => id === received.id)).toMatchObject({
        reason: received.reason,
        message_id: null,
      });
    },
  );

  test('that answers us is told apart, and nobody waits for it', async () => {
    const sender = from();
    const sent = await sendTo(sender);
    const { outcome, message_id } = await write({
      From: sender,
      'Auto-Submitted': 'auto-replied',
      'In-Reply-To': `<${sent.header_id}>`,
    });
    expect({ outcome, message_id }).toEqual({ outcome: 'automatic', message_id: sent.id });
    expect(await messagesOf(sent.contact_id)).toHaveLength(1);
  });

  test('our own mail that comes back is no new one', async () => {
    const sent = await sendTo(from());
    const { outcome } = await write({ From: support, 'Message-ID': `<${sent.header_id}>` });
    expect(outcome).toBe('loop');
    const alone = await write({ From: support });
    expect(alone.outcome).toBe('loop');
  });

  test('that cannot be read is kept', async () => {
    const raw = Buffer.from(`From: a@b.example\r\nX: ${'x'.repeat(2_000_000)}\r\n\r\nHi`);
    expect(await deliver(raw)).toMatchObject({ outcome: 'unreadable', message_id: null });
  });
});

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
    const raw = plainMail({ From: from(), To: support, 'Message-ID': `<${newId()}@x.example>` });
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
    const address = (await other.owner.client.listEmailAddresses()).email_addresses[0]!.address;
    const carrier = smtpCarrier({
      host: '127.0.0.1',
      port: server.mail_port!,
      tls: 'none',
      username: null,
      password: null,
    });
    const sender = from();
    const send = async (recipient: string) => {
      const raw = plainMail({
        From: sender,
        To: `${support}, ${address}`,
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
    expect(await send(support)).toMatchObject({ outcome: 'sent' });
    expect(await send(address)).toMatchObject({ outcome: 'sent' });
    expect(await send('nobody@mail.example')).toMatchObject({ outcome: 'failed', status: '5.1.1' });
    for (const { client } of [owner, other.owner]) {
      const { contacts } = await client.listContacts({ query: { search: sender } });
      expect(contacts).toHaveLength(1);
    }
  });
});

test('who is forgotten is forgotten among the receipts, too', async () => {
  const sender = from();
  const { message_id } = await write({ From: sender });
  await write({ From: sender, 'Auto-Submitted': 'auto-replied' });
  const contact_id = await contactOf(message_id);
  await client.removeContact({ params: { contact_id } });
  const { receipts } = await client.listEmailReceipts({ query: { page_size: 50 } });
  expect(receipts.filter(({ from_address }) => from_address === sender)).toEqual([]);
});
