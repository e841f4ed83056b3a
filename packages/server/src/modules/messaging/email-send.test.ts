import { afterAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { plainMail } from '../../platform/mail/mails.fixtures.ts';
import { parseMail } from '../../platform/mail/parse.ts';
import { startSmtpStandIn } from '../../platform/mail/smtp-stand-in.fixtures.ts';
import { buildContact, buildMessage, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { deliverMessage } from './delivery.service.ts';
import { receiveEmail } from './email-inbound.service.ts';
import { mailContact } from './email-tool.service.ts';

const standIn = await startSmtpStandIn();
afterAll(async () => standIn.stop());
const server = await testServer({
  settings: { MAIL_DOMAIN: 'mail.example', SMTP_ALLOW_PRIVATE: 'yes' },
});
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const { host, port } = standIn.server;
await client.saveSmtpSettings({ body: { host, port, tls: 'none', username: null, domain: null } });
const [address] = (await client.listEmailAddresses()).email_addresses;

type Send = Parameters<typeof client.sendMessage>[0]['body'];
const write = async (contact_id: string, overrides: Partial<Send> = {}) => {
  const sent = await client.sendMessage({
    body: {
      contact_id,
      channel: 'email',
      subject: 'Your offer',
      body: 'Dear Ada, **here** it is.',
      email_address_id: address!.id,
      ...overrides,
    },
  });
  return sent as Exclude<typeof sent, string>;
};
const contactAt = async (name: string): Promise<{ id: string; email: string }> => {
  const email = `${name}+${newId()}@example.com`;
  return { id: (await buildContact(ctx, { email })).id, email };
};
const messageOf = async (contact_id: string, message_id: string) =>
  (await client.listMessages({ query: { contact_id } })).messages.find(
    ({ id }) => id === message_id,
  )!;
const deliveryOf = async (message_id: string) =>
  ctx.db
    .selectFrom('message_delivery')
    .select(['state', 'attempts', 'last_error'])
    .where('message_id', '=', message_id)
    .executeTakeFirstOrThrow();
const settled = async (message_id: string) =>
  until('the mail to be handed over', async () => {
    const delivery = await deliveryOf(message_id);
    const waits =
      delivery.state === 'sending' || (delivery.state === 'pending' && delivery.attempts === 0);
    return !waits && !(delivery.state === 'pending' && !delivery.last_error) && delivery;
  });
const takenFor = (email: string) => standIn.taken.filter(({ recipient }) => recipient === email);

describe('a mail of ours', () => {
  test('goes out with text, layout and files, and says where answers go', async () => {
    const { id, email } = await contactAt('ada');
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.4 offer'], { type: 'application/pdf' }), 'Offer.pdf');
    const { attachments } = await client.uploadAttachments({ body: form } as never);
    const sent = await write(id, { attachment_ids: attachments.map((one) => one.id) });
    expect(await settled(sent.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(await messageOf(id, sent.id)).toMatchObject({
      status: 'sent',
      from_address: address!.address,
      to_address: email,
      subject: 'Your offer',
      attachments: [{ file_name: 'Offer.pdf' }],
    });
    const [taken] = takenFor(email);
    const mail = await parseMail(Buffer.from(taken!.raw));
    const { header_id, has_html } = await client.getEmail({ params: { message_id: sent.id } });
    expect(has_html).toBe(true);
    const page = await owner.fetch(`/api/messages/${sent.id}/html`);
    expect(await page.text()).toContain('<strong>here</strong>');
    expect(mail).toMatchObject({
      header_id,
      from: { address: address!.address },
      to: [{ address: email }],
      files: [{ file_name: 'Offer.pdf' }],
    });
    expect(mail.html).toContain('<strong>here</strong>');
    const [name, domain] = address!.address.split('@');
    const token = new RegExp(`^${name}\\+[0-9a-f]{20}@${domain}$`);
    expect(mail.headers.find(({ key }) => key === 'reply-to')?.value).toMatch(token);
    expect(taken!.sender).toMatch(token);
  });

  test('is refused in the server’s own words, and an unknown address is not written to again', async () => {
    const { id } = await contactAt('nobody');
    const sent = await write(id);
    expect(await settled(sent.id)).toMatchObject({ state: 'failed' });
    expect(await messageOf(id, sent.id)).toMatchObject({
      status: 'failed',
      error_code: 'smtp_550',
      error_words: expect.stringContaining('There is no nobody here'),
    });
    await expect(write(id)).rejects.toMatchObject({ status: 409, code: 'SUPPRESSED' });
  });

  test('that is not wanted once is not the address’s fault', async () => {
    const { id } = await contactAt('spam');
    await settled((await write(id)).id);
    expect(await settled((await write(id)).id)).toMatchObject({ state: 'failed' });
  });

  test('waits when the server is busy', async () => {
    const { id } = await contactAt('busy');
    const { id: message_id } = await write(id);
    expect(await settled(message_id)).toMatchObject({
      last_error: expect.stringContaining('Come again later'),
    });
    expect(await messageOf(id, message_id)).toMatchObject({ status: 'queued', error_words: null });
  });

  test('is never sent again when its answer was lost; an answer to it shows that it arrived', async () => {
    const { id, email } = await contactAt('dropped');
    const sent = await write(id);
    expect(await settled(sent.id)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(await messageOf(id, sent.id)).toMatchObject({
      status: 'queued',
      is_outcome_unknown: true,
      error_words: expect.stringContaining('not sent again'),
    });
    expect(takenFor(email)).toHaveLength(1);
    const { header_id } = await client.getEmail({ params: { message_id: sent.id } });
    const raw = plainMail({
      From: email,
      To: address!.address,
      'In-Reply-To': `<${header_id}>`,
      'Message-ID': `<${newId()}@x.example>`,
    });
    await receiveEmail(ctx, raw, { sender: email, recipients: [] });
    expect(await messageOf(id, sent.id)).toMatchObject({
      status: 'sent',
      is_outcome_unknown: false,
    });
    expect(takenFor(email)).toHaveLength(1);
  });

  test('is not sent again when we died while handing it over', async () => {
    const { id, email } = await contactAt('ada');
    const { id: message_id } = await write(id, { delay_seconds: 60 });
    const died = { state: 'sending', attempts: 1, attempted_at: ctx.now() };
    await ctx.db
      .updateTable('message_delivery')
      .set(died)
      .where('message_id', '=', message_id)
      .execute();
    await deliverMessage(ctx, message_id);
    expect(await deliveryOf(message_id)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(takenFor(email)).toEqual([]);
  });

  test('goes to the address that was chosen', async () => {
    const { id } = await contactAt('ada');
    const other = `other${newId()}@example.com`;
    const contact = await client.createEmail({
      params: { contact_id: id },
      body: { email: other },
    });
    const contact_email_id = contact.emails.find(({ email }) => email === other)!.id;
    expect(await write(id, { contact_email_id })).toMatchObject({ to_address: other });
  });

  test('answers also what an imported history knows of', async () => {
    const { id } = await contactAt('ada');
    const { id: in_reply_to_message_id } = await buildMessage(ctx, {
      contact_id: id,
      channel: 'email',
    });
    expect(await write(id, { in_reply_to_message_id })).toMatchObject({ status: 'queued' });
    const { id: other } = await contactAt('ada');
    await expect(write(other, { in_reply_to_message_id })).rejects.toMatchObject({
      code: 'ANSWERED_MESSAGE_NOT_FOUND',
    });
  });

  test('that a tool writes goes the same way', async () => {
    const { id, email } = await contactAt('ada');
    await mailContact(ctx, { contact_id: id, subject: 'Hello', body: 'Hello' });
    await until('the mail', () => takenFor(email).length > 0);
    expect(takenFor(email)).toHaveLength(1);
  });
});

describe('a mail is not written', () => {
  test.each([
    ['without a subject', { subject: ' ' }, 400, 'INVALID_INPUT'],
    ['without words', { body: '\u0000 ' }, 400, 'INVALID_INPUT'],
    ['without a sender', { email_address_id: null }, 400, 'INVALID_INPUT'],
    [
      'from an address that is not ours',
      { email_address_id: newId() },
      404,
      'EMAIL_ADDRESS_NOT_FOUND',
    ],
    ['to an address of nobody', { contact_email_id: newId() }, 404, 'CONTACT_EMAIL_NOT_FOUND'],
    [
      'as an answer to nothing',
      { in_reply_to_message_id: newId() },
      404,
      'ANSWERED_MESSAGE_NOT_FOUND',
    ],
  ])('%s', async (_, overrides, status, code) => {
    const { id } = await contactAt('ada');
    await expect(write(id, overrides)).rejects.toMatchObject({ status, code });
    expect((await client.listMessages({ query: { contact_id: id } })).messages).toEqual([]);
  });

  test('to who has no address, or wants none', async () => {
    const { id } = await buildContact(ctx);
    await expect(write(id)).rejects.toMatchObject({ status: 400, code: 'CONTACT_HAS_NO_EMAIL' });
    const shy = await buildContact(ctx, { email: 'shy@example.com', status: 'do_not_contact' });
    await expect(write(shy.id)).rejects.toMatchObject({ status: 409, code: 'DO_NOT_CONTACT' });
    const { id: third, email } = await contactAt('ada');
    await client.createSuppression({ body: { channel: 'email', address: email } });
    await expect(write(third)).rejects.toMatchObject({ status: 409, code: 'SUPPRESSED' });
  });
});

test('one click ends such mails', async () => {
  const { id, email } = await contactAt('ada');
  const sent = await write(id);
  const { reply_token } = await ctx.db
    .selectFrom('email_message')
    .select('reply_token')
    .where('message_id', '=', sent.id)
    .executeTakeFirstOrThrow();
  const path = `/unsubscribe/${reply_token}`;
  // A program that opens links ends nothing.
  expect(await (await server.fetch(path)).text()).toContain('<form method="post">');
  await settled(sent.id);
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await server.fetch(path, { method: 'POST', body, headers })).status).toBe(200);
  await expect(write(id)).rejects.toMatchObject({ status: 409, code: 'SUPPRESSED' });
  const { suppressions } = await client.listSuppressions();
  expect(suppressions).toContainEqual(
    expect.objectContaining({ address: email, reason: 'unsubscribe' }),
  );
  expect((await server.fetch('/unsubscribe/nothing', { method: 'POST' })).status).toBe(404);
});
