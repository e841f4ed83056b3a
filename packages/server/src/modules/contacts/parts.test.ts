import { describe, expect, test } from 'vitest';
import { buildContact, buildOrganization, buildPhone } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { default_country: 'US' });
const { client } = owner;

const preferred = (parts: { is_preferred: boolean }[]) => parts.filter((part) => part.is_preferred);

describe('a phone number', () => {
  test('is added as E.164, changed and removed, and one is always preferred', async () => {
    const { id, version } = await buildContact(ctx);
    const params = { contact_id: id };
    const number = buildPhone();
    const national = `(212) ${number.slice(5, 8)}-${number.slice(8)}`;
    const added = await client.createPhone({
      params,
      body: { phone_number: national, label: ' Work ', is_preferred: true },
    });
    expect(added.version).toBe(version + 1);
    expect(added.phones).toMatchObject([
      { phone_number: number, label: 'Work', is_preferred: true },
      { is_preferred: false },
    ]);

    const phone = { ...params, phone_id: added.phones[0]!.id };
    const other = buildPhone();
    const changed = await client.updatePhone({
      params: phone,
      body: { phone_number: other, is_preferred: false },
    });
    expect(changed.phones).toMatchObject([
      { id: added.phones[1]!.id, is_preferred: true },
      { phone_number: other, label: 'Work', is_preferred: false },
    ]);

    const first = { ...params, phone_id: changed.phones[0]!.id };
    const left = await client.removePhone({ params: first });
    expect(left.phones).toMatchObject([{ phone_number: other, is_preferred: true }]);
    // The only one stays preferred whatever is said.
    const only = await client.updatePhone({ params: phone, body: { is_preferred: false } });
    expect(preferred(only.phones)).toHaveLength(1);
    expect((await client.removePhone({ params: phone })).phones).toEqual([]);
    expect(await client.listContacts({ query: { search: other.slice(4) } })).toMatchObject({
      total_count: 0,
    });
  });

  test('that is none is refused by name of the field', async () => {
    const { id, phones } = await buildContact(ctx);
    const params = { contact_id: id };
    const refused = { status: 400, details: { fields: [{ field: 'phone_number' }] } };
    await expect(
      client.createPhone({ params, body: { phone_number: '12' } }),
    ).rejects.toMatchObject(refused);
    await expect(
      client.updatePhone({
        params: { ...params, phone_id: phones[0]!.id },
        body: { phone_number: 'no number' },
      }),
    ).rejects.toMatchObject(refused);
  });

  test('of another contact is refused with that contact, and nothing changes', async () => {
    const [one, other] = [await buildContact(ctx), await buildContact(ctx)];
    const params = { contact_id: one.id };
    const body = { phone_number: other.phones[0]!.phone_number };
    const refused = { status: 409, code: 'PHONE_TAKEN', details: { contact_id: other.id } };
    await expect(client.createPhone({ params, body })).rejects.toMatchObject(refused);
    await expect(
      client.updatePhone({ params: { ...params, phone_id: one.phones[0]!.id }, body }),
    ).rejects.toMatchObject(refused);
    await expect(
      client.createPhone({ params, body: { phone_number: one.phones[0]!.phone_number } }),
    ).rejects.toMatchObject({ status: 409, code: 'PHONE_LISTED' });
    expect(await client.getContact({ params })).toEqual(one);
  });

  test('given to two contacts at once goes to one of them', async () => {
    const pair = await Promise.all([buildContact(ctx), buildContact(ctx)]);
    const body = { phone_number: buildPhone() };
    const results = await Promise.allSettled(
      pair.map(({ id }) => client.createPhone({ params: { contact_id: id }, body })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'PHONE_TAKEN' });
  });

  test('made preferred by many at once leaves one preferred', async () => {
    const { id } = await buildContact(ctx);
    const params = { contact_id: id };
    await Promise.all(
      Array.from({ length: 6 }, () =>
        client.createPhone({ params, body: { phone_number: buildPhone(), is_preferred: true } }),
      ),
    );
    const { phones } = await client.getContact({ params });
    expect(phones).toHaveLength(7);
    expect(preferred(phones)).toHaveLength(1);
  });
});

describe('an e-mail address', () => {
  test('identifies its contact until it is changed or removed', async () => {
    const { id } = await buildContact(ctx, { email: 'first@example.com' });
    const params = { contact_id: id };
    const two = await client.createEmail({ params, body: { email: 'Second@Example.com' } });
    expect(two.emails).toMatchObject([
      { email: 'first@example.com', is_preferred: true },
      { email: 'second@example.com', is_preferred: false },
    ]);
    const [first, second] = two.emails;
    const moved = await client.updateEmail({
      params: { ...params, email_id: second!.id },
      body: { email: 'third@example.com', is_preferred: true },
    });
    expect(moved.identities.map((identity) => identity.external_id)).toEqual([
      'first@example.com',
      'third@example.com',
    ]);
    expect(moved.emails[0]).toMatchObject({ email: 'third@example.com', is_preferred: true });
    const left = await client.removeEmail({ params: { ...params, email_id: second!.id } });
    expect(left.identities).toEqual([{ channel: 'email', external_id: 'first@example.com' }]);
    expect(left.emails).toEqual([{ ...first, is_preferred: true }]);
    // The freed address can identify somebody else now.
    const next = await buildContact(ctx, { email: 'third@example.com' });
    expect(next.identities).toHaveLength(1);
  });

  test('leaves what another contact is known by alone', async () => {
    const holder = await buildContact(ctx, { email: 'shared@example.com' });
    const { id } = await buildContact(ctx);
    const params = { contact_id: id };
    const added = await client.createEmail({ params, body: { email: 'shared@example.com' } });
    expect(added.identities).toEqual([]);
    await client.removeEmail({ params: { ...params, email_id: added.emails[0]!.id } });
    expect(await client.getContact({ params: { contact_id: holder.id } })).toEqual(holder);
  });

  test('that is none, or is there already, is refused', async () => {
    const { id } = await buildContact(ctx, { email: 'mine@example.com' });
    const params = { contact_id: id };
    await expect(client.createEmail({ params, body: { email: 'nobody' } })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field: 'email', message: 'is not an e-mail address' }] },
    });
    await expect(
      client.createEmail({ params, body: { email: 'MINE@example.com' } }),
    ).rejects.toMatchObject({ status: 409, code: 'EMAIL_LISTED' });
  });
});

describe('an address', () => {
  test('is added, changed and removed, and one is always primary', async () => {
    const { id } = await buildContact(ctx);
    const params = { contact_id: id };
    await client.createAddress({ params, body: { city: 'Paris', label: 'Home' } });
    const two = await client.createAddress({
      params,
      body: { street: '1 High St', city: 'London', is_primary: true },
    });
    expect(two.addresses).toMatchObject([
      { city: 'London', is_primary: true },
      { city: 'Paris', is_primary: false },
    ]);
    const london = { ...params, address_id: two.addresses[0]!.id };
    const changed = await client.updateAddress({ params: london, body: { zip: 'W1' } });
    expect(changed.addresses[0]).toMatchObject({ street: '1 High St', zip: 'W1' });
    const left = await client.removeAddress({ params: london });
    expect(left.addresses).toMatchObject([{ city: 'Paris', label: 'Home', is_primary: true }]);
  });

  test('with nothing in it is refused', async () => {
    const { id } = await buildContact(ctx);
    await expect(
      client.createAddress({ params: { contact_id: id }, body: { label: 'Home' } }),
    ).rejects.toMatchObject({ status: 400, details: { fields: [{ field: 'street' }] } });
  });
});
