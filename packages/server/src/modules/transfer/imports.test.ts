import { describe, expect, test } from 'vitest';
import { buildContact, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import {
  CHAT,
  importFile,
  jsonLines,
  line,
  settled,
  smsBackup,
  upload,
} from './upload.fixtures.ts';

const server = await testServer();

const found = async (
  owner: Awaited<ReturnType<typeof buildOrganization>>['owner'],
  search: string,
) => {
  const { contacts } = await owner.client.listContacts({ query: { search } });
  const [contact] = contacts;
  const query = { contact_id: contact!.id };
  return {
    contacts,
    contact: contact!,
    messages: (await owner.client.listMessages({ query })).messages,
  };
};

describe('a history in JSON Lines', () => {
  test('becomes contacts and messages, with their own times and ids', async () => {
    const { owner } = await buildOrganization(server, { default_country: 'SE' });
    const file = jsonLines(
      line({ contact: { phone: '070-123 45 67', name: 'Märta Lind' }, id: 'm1' }),
      line({ contact: { phone: '+46701234567' }, direction: 'outbound', body: 'Hej 👋' }),
      line({ contact: { email: 'Bo@Example.com' }, channel: 'email', subject: 'Offer' }),
      line({ contact: { external_id: 'tg-1' }, channel: 'telegram' }),
    );
    expect(await importFile(server, owner, file)).toMatchObject({
      file_name: 'history.jsonl',
      format: 'json_lines',
      status: 'completed',
      contacts_created: 3,
      messages_created: 4,
      messages_known: 0,
      rows_rejected: 0,
      bytes_done: Buffer.byteLength(file.content as string),
      size_bytes: Buffer.byteLength(file.content as string),
      error: null,
    });
    const { contact, messages } = await found(owner, 'märta');
    expect(contact).toMatchObject({
      first_name: 'Märta',
      last_name: 'Lind',
      source: 'import',
      last_contacted_at: '2025-05-05T10:00:00.000Z',
    });
    expect(messages).toMatchObject([
      { direction: 'inbound', status: 'received', external_id: 'm1', source: 'import' },
      { direction: 'outbound', status: 'sent', body: 'Hej 👋' },
    ]);
    expect((await found(owner, 'bo@example')).messages).toMatchObject([{ subject: 'Offer' }]);
  });

  test('finds the contacts that are there, and changes nothing of them', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const phone_number = '+12125550132';
    const known = await buildContact(ctx, { first_name: 'Kim', last_name: 'Dow', phone_number });
    const file = jsonLines(line({ contact: { phone: phone_number, name: 'Somebody Else' } }));
    expect(await importFile(server, owner, file)).toMatchObject({
      contacts_created: 0,
      messages_created: 1,
    });
    const { contact } = await found(owner, '5550132');
    expect(contact).toMatchObject({ id: known.id, first_name: 'Kim', last_name: 'Dow' });
  });

  test('with rows that cannot be read takes the others and tells line and reason', async () => {
    const { owner } = await buildOrganization(server);
    const file = jsonLines(
      line(),
      'not json',
      line({ contact: { phone: '+1' } }),
      line({ sent_at: '=HYPERLINK("x")' }),
      line({ body: 'Second' }),
    );
    const { id, ...result } = await importFile(server, owner, file);
    expect(result).toMatchObject({ status: 'completed', messages_created: 2, rows_rejected: 3 });
    const params = { import_id: id };
    const { rejections, total_count } = await owner.client.listRejections({ params });
    expect(total_count).toBe(3);
    expect(rejections.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(rejections.map(({ reason }) => reason)).toEqual([
      'The line is not valid JSON.',
      '"+1" is not a phone number that can exist.',
      expect.stringContaining('sent_at'),
    ]);
    const csv = await owner.client.exportRejections({ params });
    const [head, ...rows] = csv.trimEnd().split('\r\n');
    expect(head).toBe('line,reason');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toBe('2,"The line is not valid JSON."');
    expect(rows[1]).toBe('3,"""+1"" is not a phone number that can exist."');
  });

  test('keeps messages that are said twice, and drops none of them the second time', async () => {
    const { owner } = await buildOrganization(server);
    const file = jsonLines(line(), line(), line());
    expect(await importFile(server, owner, file)).toMatchObject({ messages_created: 3 });
    expect(await importFile(server, owner, file)).toMatchObject({
      messages_created: 0,
      messages_known: 3,
    });
  });
});

describe('an SMS backup', () => {
  const file = smsBackup(
    ['+12125550133', 1, 'Are you open &amp; free?'],
    ['+12125550133', 2, 'Yes'],
    ['22395', 1, 'Your code is 1'],
  );

  test('becomes conversations', async () => {
    const { owner } = await buildOrganization(server);
    expect(await importFile(server, owner, file)).toMatchObject({
      format: 'sms_backup',
      status: 'completed',
      contacts_created: 2,
      messages_created: 3,
    });
    const { contact, messages } = await found(owner, '212 555 0133');
    expect(contact).toMatchObject({ first_name: 'Bo', last_name: 'Ek' });
    expect(messages.map(({ direction, body }) => [direction, body])).toEqual([
      ['inbound', 'Are you open & free?'],
      ['outbound', 'Yes'],
    ]);
  });
});

describe('a WhatsApp chat', () => {
  const chat = { name: 'WhatsApp Chat with Anna Beck.txt', content: CHAT };

  test('of a known contact is read with the names of the file', async () => {
    const { owner } = await buildOrganization(server, { timezone: 'Europe/Berlin' });
    const options = { own_names: 'Kai Lund', contact_phone: '+12125550134' };
    expect(await importFile(server, owner, chat, options)).toMatchObject({
      format: 'whatsapp',
      status: 'completed',
      contacts_created: 1,
      messages_created: 3,
      rows_skipped: 1,
    });
    const { contact, messages } = await found(owner, 'anna beck');
    expect(contact.phones).toMatchObject([{ phone_number: '+12125550134' }]);
    expect(messages).toMatchObject([
      {
        body: 'Happy new year!\nand a second line',
        channel: 'whatsapp',
        direction: 'inbound',
        created_at: '2023-12-31T20:45:00.000Z',
      },
      { body: 'You too', direction: 'outbound' },
      { body: null, direction: 'inbound', attachments: [{ omitted: true }] },
    ]);
  });

  test('that does not tell who we are asks, and goes on with the answer', async () => {
    const { owner } = await buildOrganization(server);
    const waiting = await importFile(server, owner, { ...chat, name: 'chat.txt' });
    expect(waiting).toMatchObject({ status: 'needs_answer', messages_created: 0 });
    expect(waiting.participants.toSorted()).toEqual(['Anna Beck', 'Kai Lund']);
    const params = { import_id: waiting.id };
    const body = { own_names: ['Kai Lund'] };
    await owner.client.answerImport({ params, body });
    expect(await settled(owner, waiting.id)).toMatchObject({
      status: 'completed',
      messages_created: 3,
    });
    expect((await found(owner, 'anna')).messages).toHaveLength(3);
    await expect(owner.client.answerImport({ params, body })).rejects.toMatchObject({
      status: 409,
      code: 'NOT_WAITING',
    });
  });

  test('knows our members by their names', async () => {
    const { owner } = await buildOrganization(server);
    const me = await owner.client.getMe();
    const content = CHAT.replaceAll('Kai Lund', me.user.name);
    const imported = await importFile(server, owner, { name: 'chat.txt', content });
    expect(imported).toMatchObject({ status: 'completed', messages_created: 3 });
  });
});

describe('the same file again', () => {
  test.each([
    ['JSON Lines', jsonLines(line({ id: 'x1' }), line({ body: 'Two' })), {}],
    ['SMS backup', smsBackup(['+12125550135', 1, 'Hi'], ['+12125550135', 1, 'Hi']), {}],
    ['WhatsApp', { name: '_chat.txt', content: CHAT }, { own_names: 'Kai Lund' }],
  ])('changes nothing: %s', async (_, file, options) => {
    const { ctx, owner } = await buildOrganization(server);
    const first = await importFile(server, owner, file, options);
    const before = await everything(ctx.organization_id);
    const second = await importFile(server, owner, file, options);
    expect(second).toMatchObject({
      status: 'completed',
      contacts_created: 0,
      messages_created: 0,
      messages_known: first.messages_created,
    });
    expect(await everything(ctx.organization_id)).toEqual(before);
    const { imports } = await owner.client.listImports();
    expect(imports.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe('a cancelled import', () => {
  test('stays cancelled, and the file imported again completes it', async () => {
    const { owner } = await buildOrganization(server);
    const chat = { name: 'chat.txt', content: CHAT };
    const { id } = await importFile(server, owner, chat);
    const params = { import_id: id };
    expect(await owner.client.cancelImport({ params })).toMatchObject({ status: 'cancelled' });
    const body = { own_names: ['Kai Lund'] };
    await expect(owner.client.answerImport({ params, body })).rejects.toMatchObject({
      code: 'NOT_WAITING',
    });
    const again = await importFile(server, owner, chat, { own_names: 'Kai Lund' });
    expect(again).toMatchObject({ status: 'completed', messages_created: 3 });
    expect(await owner.client.cancelImport({ params: { import_id: again.id } })).toEqual(again);
  });

  test('in the middle keeps what is in', async () => {
    const { owner } = await buildOrganization(server);
    const lines = Array.from({ length: 12_000 }, (_, n) => line({ body: `Number ${n}` }));
    const { body } = await upload(server, owner, jsonLines(...lines));
    const params = { import_id: body.id };
    await owner.client.cancelImport({ params });
    const over = await settled(owner, body.id);
    expect(over.status).toBe('cancelled');
    const again = await importFile(server, owner, jsonLines(...lines));
    expect(again).toMatchObject({ status: 'completed' });
    expect(again.messages_created + again.messages_known).toBe(12_000);
    const { total_count } = await owner.client.listMessages({
      query: { contact_id: (await found(owner, 'ann lee')).contact.id, limit: 1 },
    });
    expect(total_count).toBe(12_000);
  });
});

const everything = async (organization_id: string) => {
  const rows = async (table: 'contact' | 'contact_phone' | 'contact_identity' | 'message') => {
    const query = server.base.db.selectFrom(table).selectAll();
    const found = await query.where('organization_id', '=', organization_id).execute();
    return found.map((row) => JSON.stringify(row)).toSorted();
  };
  return {
    contacts: await rows('contact'),
    phones: await rows('contact_phone'),
    identities: await rows('contact_identity'),
    messages: await rows('message'),
  };
};
