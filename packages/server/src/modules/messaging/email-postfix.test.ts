// The whole way through a mail host that others wrote: out by SMTP, back by the built-in server, and the report
// that it writes itself when an address is no good.
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  type Postfix,
  postfixMissing,
  startPostfix,
} from '../../platform/mail/postfix.fixtures.ts';
import { buildContact, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

const missing = postfixMissing();
if (missing) console.warn(`The mail host is not tested: ${missing}.`);

describe.skipIf(missing)('through Postfix', async () => {
  if (missing) return;
  const server = await testServer({
    settings: {
      MAIL_DOMAIN: 'mail.example',
      SMTP_ALLOW_PRIVATE: 'yes',
      SMTP_LISTEN_PORT: '0',
      SMTP_LISTEN_HOST: '127.0.0.1',
    },
  });
  let postfix: Postfix | null = null;
  afterAll(async () => postfix?.stop());
  postfix = await startPostfix(server.mail_port!);
  const { port } = postfix;
  const smtp = { host: '127.0.0.1', port, tls: 'none' as const, username: null, domain: null };
  const { ctx, owner } = await buildOrganization(server);
  const { owner: other } = await buildOrganization(server);
  for (const { client } of [owner, other]) await client.saveSmtpSettings({ body: smtp });
  const addressOf = async ({ client }: typeof owner) =>
    (await client.listEmailAddresses()).email_addresses[0]!;
  const write = async (email: string) => {
    const { id: contact_id } = await buildContact(ctx, { email });
    const sent = await owner.client.sendMessage({
      body: {
        contact_id,
        channel: 'email',
        subject: 'Grüße',
        body: 'Is **Tuesday** fine?',
        email_address_id: (await addressOf(owner)).id,
      },
    });
    return { contact_id, message_id: (sent as { id: string }).id };
  };
  const messagesOf = async ({ client }: typeof owner, contact_id: string) =>
    (await client.listMessages({ query: { contact_id } })).messages;

  test('a mail arrives, its answer joins the thread', async () => {
    const theirs = await addressOf(other);
    const { contact_id, message_id } = await write(theirs.address);
    const arrived = await until('the mail at the other organization', async () => {
      const { contacts } = await other.client.listContacts();
      return contacts[0] && (await messagesOf(other, contacts[0].id))[0];
    });
    expect(arrived).toMatchObject({
      subject: 'Grüße',
      direction: 'inbound',
      to_address: theirs.address,
    });
    await other.client.sendMessage({
      body: {
        contact_id: arrived.contact_id!,
        channel: 'email',
        subject: 'Re: Grüße',
        body: 'It is.',
        email_address_id: theirs.id,
        in_reply_to_message_id: arrived.id,
      },
    });
    const answer = await until('the answer', async () =>
      (await messagesOf(owner, contact_id)).find(({ direction }) => direction === 'inbound'),
    );
    expect(answer).toMatchObject({ subject: 'Re: Grüße', from_address: theirs.address });
    const email = await owner.client.getEmail({ params: { message_id: answer.id } });
    expect(email).toMatchObject({ thread_id: message_id });
  });

  test('a mail to nobody comes back, and marks message and address', async () => {
    const nobody = `nobody${newId()}@mail.example`;
    const { contact_id, message_id } = await write(nobody);
    await until('the report', async () => {
      const [message] = await messagesOf(owner, contact_id);
      return message?.status === 'failed';
    });
    expect(await owner.client.getEmail({ params: { message_id } })).toMatchObject({
      bounce: 'hard',
      bounce_reason: expect.stringContaining('There is no such address here'),
    });
    await expect(write(nobody)).rejects.toMatchObject({ code: 'SUPPRESSED' });
  });
});
