import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { plainMail } from '../../platform/mail/mails.fixtures.ts';
import { buildMember } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { buildEmail, buildMailbox } from './email.fixtures.ts';

const server = await testServer({ settings: { MAIL_DOMAIN: 'mail.example' } });
const { ctx, client, address, deliver, write, contactOf, messagesOf, emailOf, sendTo } =
  await buildMailbox(server);

describe('the conversation', () => {
  test.each([
    ['In-Reply-To', (id: string) => ({ 'In-Reply-To': `<${id}>` })],
    ['References', (id: string) => ({ References: `<other@x.example> <${id}> <more@x.example>` })],
  ])('is joined by %s', async (_, headersOf) => {
    const sender = buildEmail();
    const sent = await sendTo(sender);
    const { message_id } = await write({ From: sender, ...headersOf(sent.header_id) });
    expect(await emailOf(message_id)).toMatchObject({ thread_id: sent.id });
    expect(await contactOf(message_id)).toBe(sent.contact_id);
  });

  test('is joined by the token in the address, whatever the headers say', async () => {
    const sender = buildEmail();
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
    const sent = await sendTo(buildEmail());
    const stranger = buildEmail();
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
    const sender = buildEmail();
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
    const sender = buildEmail();
    const sent = await sendTo(sender);
    const { message_id } = await write({
      From: colleague.email,
      To: sender,
      Cc: address,
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
