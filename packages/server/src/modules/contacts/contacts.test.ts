import { describe, expect, test } from 'vitest';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  buildPhone,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { default_country: 'US' });
const { client } = owner;

describe('a contact', () => {
  test('is created with its number and address, read, changed and removed', async () => {
    const created = await client.createContact({
      body: {
        first_name: ' Ada ',
        last_name: 'Byron',
        company: 'Analytical Engines',
        phone_number: '(212) 555-0199',
        email: 'Ada@Example.com',
        date_of_birth: '1815-12-10',
      },
    });
    expect(created).toMatchObject({
      first_name: 'Ada',
      last_name: 'Byron',
      source: 'manual',
      status: 'active',
      date_of_birth: '1815-12-10',
      last_contacted_at: null,
      version: 1,
      phones: [{ phone_number: '+12125550199', is_preferred: true }],
      emails: [{ email: 'ada@example.com', is_preferred: true }],
      identities: [{ channel: 'email', external_id: 'ada@example.com' }],
    });
    const params = { contact_id: created.id };
    expect(await client.getContact({ params })).toEqual(created);

    const changed = await client.updateContact({ params, body: { last_name: 'Lovelace' } });
    expect(changed).toEqual({
      ...created,
      last_name: 'Lovelace',
      version: 2,
      updated_at: changed.updated_at,
    });

    await client.removeContact({ params });
    await expect(client.getContact({ params })).rejects.toMatchObject({
      status: 404,
      code: 'CONTACT_NOT_FOUND',
    });
  });

  test('takes its messages along when it is removed, and its number is free again', async () => {
    const phone_number = buildPhone();
    const contact = await buildContact(ctx, { phone_number });
    await buildMessage(ctx, { contact_id: contact.id });
    await client.removeContact({ params: { contact_id: contact.id } });
    const left = await ctx.db
      .selectFrom('message')
      .select('id')
      .where('contact_id', '=', contact.id)
      .execute();
    expect(left).toEqual([]);
    expect((await buildContact(ctx, { phone_number })).phones).toMatchObject([{ phone_number }]);
  });

  test('empties a field with an empty text or null, and keeps what is left out', async () => {
    const { id } = await buildContact(ctx, { company: 'Acme', job_title: 'Clerk', gender: 'male' });
    const params = { contact_id: id };
    const body = { company: '  ', job_title: null };
    expect(await client.updateContact({ params, body })).toMatchObject({
      company: null,
      job_title: null,
      gender: 'male',
      first_name: 'Carla',
    });
  });

  test('is refused with every bad field named', async () => {
    const body = {
      first_name: 'x'.repeat(121),
      status: 'asleep' as 'active',
      email: 'nobody',
      date_of_birth: '1990-02-30',
      timezone: 'Mars/Olympus',
    };
    await expect(client.createContact({ body })).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      details: {
        fields: [
          { field: 'first_name', message: 'is longer than 120 characters' },
          {
            field: 'status',
            message: 'must be one of active, inactive, do_not_contact, archived',
          },
          { field: 'timezone', message: 'must be a time zone such as Europe/Berlin' },
          { field: 'date_of_birth', message: 'must be a date such as 1990-02-28' },
          { field: 'email', message: 'is not an e-mail address' },
        ],
      },
    });
  });

  test('is refused a number that cannot exist, by name of the field', async () => {
    await expect(client.createContact({ body: { phone_number: '12' } })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field: 'phone_number' }] },
    });
  });

  test('is refused a number that another contact has, and nothing of it stays', async () => {
    const phone_number = buildPhone();
    const holder = await buildContact(ctx, { phone_number });
    const before = await client.listContacts();
    await expect(
      client.createContact({ body: { first_name: 'Second', phone_number } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'PHONE_TAKEN',
      message: `Another contact has the number ${phone_number}.`,
      details: { contact_id: holder.id },
    });
    expect((await client.listContacts()).total_count).toBe(before.total_count);
  });

  test('may share an e-mail address, which identifies the first one alone', async () => {
    const email = 'family@example.com';
    const first = await buildContact(ctx, { email });
    const second = await buildContact(ctx, { email });
    expect(first.identities).toEqual([{ channel: 'email', external_id: email }]);
    expect(second.emails).toMatchObject([{ email }]);
    expect(second.identities).toEqual([]);
  });
});

describe('two people who save one contact', () => {
  test('the second one is told, sees the current contact, and can save again', async () => {
    const { id, version } = await buildContact(ctx);
    const params = { contact_id: id };
    await client.updateContact({ params, body: { company: 'First', version } });
    const late = client.updateContact({ params, body: { company: 'Second', version } });
    await expect(late).rejects.toMatchObject({
      status: 409,
      code: 'CONTACT_CHANGED',
      details: { contact: { id, company: 'First', version: version + 1 } },
    });
    const again = { company: 'Second', version: version + 1 };
    expect(await client.updateContact({ params, body: again })).toMatchObject({
      company: 'Second',
      version: version + 2,
    });
  });

  test('at the same moment: one saves, the other is told', async () => {
    const { id, version } = await buildContact(ctx);
    const params = { contact_id: id };
    const saves = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((company) =>
        client.updateContact({ params, body: { company, version } }),
      ),
    );
    expect(saves.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect((await client.getContact({ params })).version).toBe(version + 1);
  });
});

describe('a member who sees only assigned contacts', () => {
  test('sees the contact that they create', async () => {
    const { ctx } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const contact = await member.client.createContact({ body: { first_name: 'Own' } });
    expect(contact.assigned_users).toMatchObject([{ member_id: member.member_id }]);
    expect((await member.client.listContacts()).contacts).toEqual([contact]);
  });

  test('is not told which contact has a number, if it is hidden from them', async () => {
    const { ctx } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const phone_number = buildPhone();
    await buildContact(ctx, { phone_number });
    const error = await member.client.createContact({ body: { phone_number } }).catch((e) => e);
    expect(error).toMatchObject({ code: 'PHONE_TAKEN' });
    expect(error.details).toEqual({ phone_number });
  });
});
