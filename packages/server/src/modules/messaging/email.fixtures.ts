// An organization that gets and sends mail, and what tests do with it.
import { newId } from '../../platform/ids.ts';
import { plainMail } from '../../platform/mail/mails.fixtures.ts';
import { buildContact, buildOrganization, type TestCtx } from '../../platform/testing/builders.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { receiveEmail } from './email-inbound.service.ts';

/** An address that no other test has. */
export const buildEmail = (): string => `writer${newId()}@example.com`;

/** Its address is `support@<MAIL_DOMAIN>`. */
export const buildMailbox = async (server: TestServer) => {
  const { ctx, owner } = await buildOrganization(server);
  const { client } = owner;
  const body = { username: 'support', sender_name: 'Support' };
  const { id: email_address_id, address } = await client.createEmailAddress({ body });

  const deliver = async (raw: Buffer, recipients = [address], at: TestCtx = ctx) =>
    receiveEmail(at, raw, { sender: null, recipients });
  const write = async (headers: Record<string, string>, text?: string) => {
    const usual = { To: address, Subject: 'Hello', 'Message-ID': `<${newId()}@x.example>` };
    return deliver(plainMail({ ...usual, ...headers }, text));
  };
  const contactOf = async (message_id: string | null): Promise<string> => {
    const { contact_id } = await ctx.db
      .selectFrom('message')
      .select('contact_id')
      .where('id', '=', message_id!)
      .executeTakeFirstOrThrow();
    return contact_id;
  };
  const messagesOf = async (contact_id: string) =>
    (await client.listMessages({ query: { contact_id } })).messages;
  const emailOf = async (message_id: string | null) =>
    client.getEmail({ params: { message_id: message_id! } });

  /** A mail that we have sent to an address. */
  const sendTo = async (email: string, known_contact_id?: string) => {
    const contact_id = known_contact_id ?? (await buildContact(ctx, { email })).id;
    const { id } = (await client.sendMessage({
      body: {
        contact_id,
        channel: 'email',
        subject: 'Your offer',
        body: 'Would **Tuesday** suit you?',
        email_address_id,
      },
    })) as { id: string };
    await until('the mail to be sent', async () => {
      const message = (await messagesOf(contact_id)).find((one) => one.id === id);
      return message?.status === 'sent';
    });
    const { header_id } = await emailOf(id);
    const { reply_token } = await ctx.db
      .selectFrom('email_message')
      .select('reply_token')
      .where('message_id', '=', id)
      .executeTakeFirstOrThrow();
    return { id, contact_id, header_id, reply_token: reply_token! };
  };
  return { ctx, owner, client, address, deliver, write, contactOf, messagesOf, emailOf, sendTo };
};
