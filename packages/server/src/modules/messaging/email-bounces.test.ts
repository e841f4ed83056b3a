import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { fixtureMail } from '../../platform/mail/mails.fixtures.ts';
import { buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { buildEmail, buildMailbox } from './email.fixtures.ts';

const server = await testServer({ settings: { MAIL_DOMAIN: 'mail.example' } });
const { ctx, client, address, deliver, write, messagesOf, emailOf, sendTo } =
  await buildMailbox(server);

describe('a mail that came back', () => {
  const bounce = async (name: string, put: Record<string, string>, recipients = [address]) =>
    deliver(
      fixtureMail(name, { ...put, 'Message-ID: <bounce': `Message-ID: <${newId()}` }),
      recipients,
    );

  test.each([
    ['bounce-hard', 'hard', true],
    ['bounce-plain', 'hard', true],
    ['bounce-soft', 'soft', false],
  ])('%s: marks the message, and an address that is no good', async (name, kind, isBlocked) => {
    const sender = buildEmail();
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
    const sent = await sendTo(buildEmail());
    const to = `support+${sent.reply_token}@mail.example`;
    expect(await bounce('bounce-hard', { 'ORIGINAL-ID': 'lost@x.example' }, [to])).toMatchObject({
      message_id: sent.id,
    });
  });

  test('is not yet lost when it is only late', async () => {
    const sent = await sendTo(buildEmail());
    const received = await deliver(fixtureMail('delayed', { 'ORIGINAL-ID': sent.header_id }));
    expect(received.outcome).toBe('automatic');
    expect((await messagesOf(sent.contact_id))[0]).toMatchObject({ status: 'sent' });
  });

  test('of somebody else marks nothing of ours', async () => {
    const theirs = await buildOrganization(server);
    const sent = await sendTo(buildEmail());
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
    const sender = buildEmail();
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
    const sent = await sendTo(buildEmail());
    const { outcome } = await write({ From: address, 'Message-ID': `<${sent.header_id}>` });
    expect(outcome).toBe('loop');
    const alone = await write({ From: address });
    expect(alone.outcome).toBe('loop');
  });

  test('that cannot be read is kept', async () => {
    const raw = Buffer.from(`From: a@b.example\r\nX: ${'x'.repeat(2_000_000)}\r\n\r\nHi`);
    expect(await deliver(raw)).toMatchObject({ outcome: 'unreadable', message_id: null });
  });
});
