import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { fixtureMail, plainMail } from '../../platform/mail/mails.fixtures.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { buildEmail, buildMailbox } from './email.fixtures.ts';

const server = await testServer({ settings: { MAIL_DOMAIN: 'mail.example' } });
const { ctx, owner, client, address, deliver, write, contactOf, messagesOf, emailOf } =
  await buildMailbox(server);

describe('a mail that comes in', () => {
  test('makes its sender a contact and stands in the history', async () => {
    const sender = buildEmail();
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
          to_address: address,
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
    const raw = plainMail({
      From: buildEmail(),
      To: address,
      'Message-ID': `<${newId()}@x.example>`,
    });
    const replies = await Promise.all(Array.from({ length: 10 }, () => deliver(raw)));
    expect(replies.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(replies.map(({ message_id }) => message_id)).size).toBe(1);
    expect((await deliver(raw)).created).toBe(false);
    expect(await messagesOf(await contactOf(replies[0]!.message_id))).toHaveLength(1);
  });

  test('of one writer is one contact, when twenty come at once', async () => {
    const sender = buildEmail();
    const all = await Promise.all(Array.from({ length: 20 }, () => write({ From: sender })));
    const contacts = new Set(await Promise.all(all.map(({ message_id }) => contactOf(message_id))));
    expect(contacts.size).toBe(1);
  });

  test('without an id is known by its bytes', async () => {
    const raw = plainMail({ From: buildEmail(), To: address }, newId());
    expect((await deliver(raw)).created).toBe(true);
    expect((await deliver(raw)).created).toBe(false);
  });

  test('can be had as it came, by who sees the contact', async () => {
    const { message_id } = await write({ From: buildEmail(), 'X-Own': 'kept' });
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
    // The frame is of no origin: a browser blocks what is only for ours.
    expect(file.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
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
    expect(await emailOf(message_id)).toMatchObject({ has_html: true, has_remote_pictures: true });
    expect(await plain!.text()).not.toMatch(/<script|evil\.example/);
    expect(shown!.headers.get('content-security-policy')).toContain('https:');
    expect(await shown!.text()).toContain('https://evil.example/pixel.gif');
    const [message] = await messagesOf(await contactOf(message_id));
    expect(message!.body).toMatch(/^Hi click good/);
  });
});

describe('who wrote', () => {
  test('is who filled in the form, when a page sent it', async () => {
    const visitor = buildEmail();
    const { message_id } = await write({
      From: 'noreply@shop.example',
      'Reply-To': `Ada <${visitor}>`,
    });
    const [message] = await messagesOf(await contactOf(message_id));
    expect(message).toMatchObject({ from_address: visitor });
  });

  test('is heard through a group address once we know them', async () => {
    const sender = buildEmail();
    const through = { From: sender, 'List-Id': '<all.example.com>', Precedence: 'list' };
    expect((await write(through)).outcome).toBe('automatic');
    await write({ From: sender });
    expect((await write(through)).outcome).toBe('message');
  });
});

test('who is forgotten is forgotten among the receipts, too', async () => {
  const sender = buildEmail();
  const { message_id } = await write({ From: sender });
  await write({ From: sender, 'Auto-Submitted': 'auto-replied' });
  const contact_id = await contactOf(message_id);
  await client.removeContact({ params: { contact_id } });
  const { receipts } = await client.listEmailReceipts({ query: { page_size: 50 } });
  expect(receipts.filter(({ from_address }) => from_address === sender)).toEqual([]);
});
