import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { startSmtpStandIn } from '../../platform/mail/smtp-stand-in.fixtures.ts';
import { buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const standIn = await startSmtpStandIn();
afterAll(async () => standIn.stop());
const server = await testServer({
  settings: { MAIL_DOMAIN: 'mail.example', SMTP_ALLOW_PRIVATE: 'yes' },
});
const { host, port } = standIn.server;
const smtp = { host, port, tls: 'none' as const, username: null, domain: null };

describe('the mail server of an organization', async () => {
  const { client } = (await buildOrganization(server)).owner;

  test('is nobody’s until one is set up: mails are kept, and can be read', async () => {
    expect(await client.getSmtpSettings()).toMatchObject({ settings: null, carried_by: 'nobody' });
    expect(await client.testSmtpSettings()).toMatchObject({ ok: true });
    expect((await client.listMails()).mails).toMatchObject([
      { contact_id: null, subject: 'A test of your mail server' },
    ]);
  });

  test('is tried out, and says what is wrong in its own words', async () => {
    await client.saveSmtpSettings({ body: smtp });
    const { ok, message } = await client.testSmtpSettings();
    expect({ ok, message }).toEqual({
      ok: true,
      message: expect.stringContaining('Queued as 4711'),
    });
    expect(standIn.taken).toHaveLength(1);
    await client.saveSmtpSettings({ body: { ...smtp, tls: 'starttls' } });
    expect(await client.testSmtpSettings()).toMatchObject({
      ok: false,
      message: expect.stringMatching(/encrypt/),
    });
    await client.saveSmtpSettings({ body: { ...smtp, port: 1 } });
    expect(await client.testSmtpSettings()).toMatchObject({
      ok: false,
      message: expect.stringMatching(/ECONNREFUSED/),
    });
  });

  test('keeps its password to itself', async () => {
    const password = 'a-password-nobody-may-read';
    await client.saveSmtpSettings({ body: { ...smtp, username: 'us', password } });
    const shown = await client.getSmtpSettings();
    expect(shown).toMatchObject({ has_password: true, carried_by: 'organization' });
    expect(JSON.stringify(shown)).not.toContain(password);
    await client.saveSmtpSettings({ body: { ...smtp, username: 'us' } });
    expect((await client.getSmtpSettings()).has_password).toBe(true);
    const { rows } = await sql`select provider_setting::text as row from provider_setting`.execute(
      server.base.db,
    );
    expect(JSON.stringify(rows)).not.toContain(password);
    await client.removeSmtpSettings();
    expect(await client.getSmtpSettings()).toMatchObject({ settings: null, has_password: false });
  });

  test.each([
    [{ host: 'two words' }, 'host'],
    [{ port: 0 }, 'port'],
    [{ domain: 'nodot' }, 'domain'],
  ])('is not %o', async (values, field) => {
    await expect(client.saveSmtpSettings({ body: { ...smtp, ...values } })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field }] },
    });
  });
});

describe('the addresses of an organization', () => {
  test('begin with one that is made of its name', async () => {
    const { client } = (await buildOrganization(server, { name: 'Müller & Söhne GmbH' })).owner;
    expect(await client.listEmailAddresses()).toMatchObject({
      domain: 'mail.example',
      email_addresses: [{ address: 'muller-sohne-gmbh@mail.example' }],
    });
    const { client: second } = (await buildOrganization(server, { name: 'Müller & Söhne GmbH' }))
      .owner;
    const [address] = (await second.listEmailAddresses()).email_addresses;
    expect(address!.username).toMatch(/^muller-sohne-gmbh-\d+$/);
  });

  test('are made, changed and given up; one that is taken is taken for all', async () => {
    const { client } = (await buildOrganization(server)).owner;
    const { client: others } = (await buildOrganization(server)).owner;
    const made = await client.createEmailAddress({
      body: { username: 'sales.team-1', sender_name: 'Sales' },
    });
    expect(made).toMatchObject({ address: 'sales.team-1@mail.example', sender_name: 'Sales' });
    const taken = { status: 409, code: 'EMAIL_ADDRESS_TAKEN' };
    await expect(
      others.createEmailAddress({ body: { username: 'sales.team-1' } }),
    ).rejects.toMatchObject(taken);
    const theirs = await others.createEmailAddress({ body: { username: 'theirs' } });
    const params = { email_address_id: theirs.id };
    await expect(
      others.updateEmailAddress({ params, body: { username: 'sales.team-1' } }),
    ).rejects.toMatchObject(taken);
    expect(await others.updateEmailAddress({ params, body: { sender_name: '' } })).toMatchObject({
      username: 'theirs',
      sender_name: null,
    });
    await client.removeEmailAddress({ params: { email_address_id: made.id } });
    expect(
      await others.updateEmailAddress({ params, body: { username: 'sales.team-1' } }),
    ).toMatchObject({ username: 'sales.team-1' });
  });

  test.each(['ab', 'a'.repeat(65), 'Sales', 'a b c', 'a+b', '.abc', 'ä-ö-ü'])(
    'are not %s',
    async (username) => {
      const { client } = (await buildOrganization(server)).owner;
      await expect(client.createEmailAddress({ body: { username } })).rejects.toMatchObject({
        status: 400,
        details: { fields: [{ field: 'username' }] },
      });
    },
  );

  test('are of the organization’s own domain once its mail server has one', async () => {
    const { client } = (await buildOrganization(server)).owner;
    await client.saveSmtpSettings({ body: { ...smtp, domain: 'shop.example' } });
    const made = await client.createEmailAddress({ body: { username: 'hello' } });
    expect(made.address).toBe('hello@shop.example');
    expect((await client.listEmailAddresses()).domain).toBe('shop.example');
  });
});
