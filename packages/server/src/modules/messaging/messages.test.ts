import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildGatewayKey,
  buildMessage,
  buildOrganization,
  buildPhone,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client: program } = await buildGatewayKey(ctx);
const tenant_id = ctx.organization_id;

const incoming = (overrides: object = {}) => ({
  tenant_id,
  channel: 'sms' as const,
  from: buildPhone(),
  to: '+12125550100',
  body: 'Is the table ready?',
  external_id: newId(),
  ...overrides,
});

const messagesOf = async (contact_id: string) =>
  (await owner.client.listMessages({ query: { contact_id } })).messages;

describe('a message that arrives', () => {
  test('makes its sender a contact and stands in the history', async () => {
    const body = incoming({ sent_at: '2026-03-01T12:00:00+02:00' });
    const { message_id, contact_id, created } = await program.receiveMessage({ body });
    expect(created).toBe(true);
    expect(await messagesOf(contact_id)).toEqual([
      {
        id: message_id,
        contact_id,
        phone_number_id: null,
        channel: 'sms',
        direction: 'inbound',
        body: 'Is the table ready?',
        from_address: body.from,
        to_address: body.to,
        status: 'received',
        source: 'external',
        ai_origin: null,
        subject: null,
        external_id: body.external_id,
        attachments: [],
        error_code: null,
        error_words: null,
        is_outcome_unknown: false,
        segments: null,
        read_at: null,
        scheduled_at: null,
        is_cancellable: false,
        sent_by_member_id: null,
        opt_out: null,
        phone_line_label: null,
        receiver_number_display: '+1 212 555 0100',
        created_at: '2026-03-01T10:00:00.000Z',
      },
    ]);
    expect(await owner.client.getContact({ params: { contact_id } })).toMatchObject({
      source: 'inbound_sms',
      phones: [{ phone_number: body.from }],
      last_contacted_at: '2026-03-01T10:00:00.000Z',
    });
  });

  test('is one message, however often it is delivered', async () => {
    const body = incoming();
    const first = await program.receiveMessage({ body });
    const again = await program.receiveMessage({ body: { ...body, body: 'changed' } });
    expect(again).toEqual({ ...first, created: false });
    expect(await messagesOf(first.contact_id)).toMatchObject([{ body: 'Is the table ready?' }]);
  });

  test('is one message when twenty deliveries meet, and is told once', async () => {
    const body = incoming();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => program.receiveMessage({ body })),
    );
    expect(replies.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(replies.map(({ message_id }) => message_id)).size).toBe(1);
    const [{ contact_id }] = replies as [(typeof replies)[0]];
    expect(await messagesOf(contact_id)).toHaveLength(1);
    const told = await ctx.db
      .selectFrom('event')
      .select('type')
      .where('contact_id', '=', contact_id)
      .orderBy('id')
      .execute();
    expect(told.map(({ type }) => type)).toEqual(['contact.created', 'messaging.message.new']);
  });

  test('with one id on two channels is two messages', async () => {
    const external_id = newId();
    const sms = await program.receiveMessage({ body: incoming({ external_id }) });
    const chat = await program.receiveMessage({
      body: incoming({ external_id, channel: 'telegram', from: newId() }),
    });
    expect(chat.created).toBe(true);
    expect(chat.message_id).not.toBe(sms.message_id);
  });

  test('loses its NUL characters and keeps the rest', async () => {
    const body = incoming({ body: 'a\u0000b 👋\n' });
    const { contact_id } = await program.receiveMessage({ body });
    expect(await messagesOf(contact_id)).toMatchObject([{ body: 'ab 👋\n' }]);
  });

  test('that is older moves the last contact forward only', async () => {
    const from = buildPhone();
    const lastContact = async (sent_at: string) => {
      const { contact_id } = await program.receiveMessage({ body: incoming({ from, sent_at }) });
      return (await owner.client.getContact({ params: { contact_id } })).last_contacted_at;
    };
    expect(await lastContact('2026-02-02T00:00:00Z')).toBe('2026-02-02T00:00:00.000Z');
    expect(await lastContact('2026-01-01T00:00:00Z')).toBe('2026-02-02T00:00:00.000Z');
    expect(await lastContact('2026-02-03T00:00:00Z')).toBe('2026-02-03T00:00:00.000Z');
  });

  test('joins the contact who has the number already', async () => {
    const contact = await buildContact(ctx);
    const from = contact.phones[0]!.phone_number;
    const { contact_id } = await program.receiveMessage({ body: incoming({ from }) });
    expect(contact_id).toBe(contact.id);
  });

  test.each([
    ['email', 'Kim@Example.net'],
    ['sms', '22395'],
    ['sms', 'BANKNAME'],
    ['whatsapp', 'wa_12125550177'],
    ['facebook_messenger', '1234567890123456'],
  ])('by %s from %s finds the same sender twice', async (channel, from) => {
    const first = await program.receiveMessage({ body: incoming({ channel, from }) });
    const second = await program.receiveMessage({ body: incoming({ channel, from }) });
    expect(second.created).toBe(true);
    expect(second.contact_id).toBe(first.contact_id);
  });

  test.each([
    [{ channel: 'email', from: 'nobody' }, 'from'],
    [{ body: '' }, 'body'],
    [{ body: 'x'.repeat(100_001) }, 'body'],
    [{ external_id: ' ' }, 'external_id'],
    [{ channel: 'pigeon' }, 'channel'],
    [{ sent_at: 'yesterday' }, 'sent_at'],
  ])('is refused for %j, by name of the field', async (overrides, field) => {
    const before = await countContacts();
    await expect(
      program.receiveMessage({ body: incoming(overrides) as never }),
    ).rejects.toMatchObject({ status: 400, details: { fields: [{ field }] } });
    expect(await countContacts()).toBe(before);
  });
});

describe('a history', async () => {
  const contact = await buildContact(ctx);
  const contact_id = contact.id;
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  // Three of them at the same moment: their ids decide.
  const seconds = [5, 1, 3, 3, 3, 2, 4];
  const built = [];
  for (const [n, second] of seconds.entries())
    built.push(
      await buildMessage(ctx, {
        contact_id,
        created_at: at(second),
        direction: n % 2 === 0 ? 'inbound' : 'outbound',
      }),
    );
  const inOrder = built
    .toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

  test('is in order of time, both directions, whole', async () => {
    const { messages, total_count, next_before } = await owner.client.listMessages({
      query: { contact_id },
    });
    expect(messages.map(({ id }) => id)).toEqual(inOrder);
    expect({ total_count, next_before }).toEqual({ total_count: 7, next_before: null });
  });

  test.each([1, 2, 3, 7, 50])('by pages of %i holds every message once', async (limit) => {
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 10; page++) {
      const query = { contact_id, limit, before };
      const { messages, next_before } = await owner.client.listMessages({ query });
      seen.unshift(...messages.map(({ id }) => id));
      if (next_before === null) break;
      before = next_before;
    }
    expect(seen).toEqual(inOrder);
  });

  test.each([
    'yesterday',
    '1_00000000-0000-4000-8000-000000000000',
    '2026-01-01_x',
    '+275760-09-13T00:00:00.000Z_00000000-0000-4000-8000-000000000000',
    '_',
  ])('is refused for the page before %s', async (before) => {
    await expect(
      owner.client.listMessages({ query: { contact_id, before, limit: 2 } }),
    ).rejects.toMatchObject({ status: 400, details: { fields: [{ field: 'before' }] } });
  });

  test('names the files that came along', async () => {
    const { contact_id } = await buildMessage(ctx, {
      body: null,
      attachments: [
        { content_type: 'image/jpeg', name: 'table.jpg', omitted: true },
        { content_type: 'audio/ogg', name: null, omitted: false },
      ],
    });
    expect(await messagesOf(contact_id)).toMatchObject([
      {
        body: null,
        attachments: [
          { content_type: 'image/jpeg', file_name: 'table.jpg', omitted: true },
          { content_type: 'audio/ogg', file_name: null, omitted: false },
        ],
      },
    ]);
  });
});

const countContacts = async (): Promise<number> => (await owner.client.listContacts()).total_count;
