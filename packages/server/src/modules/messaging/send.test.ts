// What may be sent, what may not, and that one request is one message.
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMember,
  buildOrganization,
  buildPhoneNumber,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { deliverMessage } from './delivery.service.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const { ctx: abroad, owner: stranger } = await buildOrganization(server);
const line = await buildPhoneNumber(ctx);
const contact = await buildContact(ctx);

type Body = Parameters<typeof client.sendMessage>[0]['body'];
const body = (changes: Partial<Body> = {}): Body => ({
  contact_id: contact.id,
  channel: 'sms',
  phone_number_id: line.id,
  body: 'Hello',
  ...changes,
});
const send = (changes: Partial<Body> = {}) => client.sendMessage({ body: body(changes) });
/** Far enough ahead that no job comes between. */
const SOON = new Date(Date.now() + 3_600_000).toISOString();
const later = (seconds: number) => {
  const at = new Date(Date.now() + seconds * 1000);
  return { ...ctx, now: () => at };
};

describe('a request to send', async () => {
  const noPhone = await buildContact(ctx, { email: 'a@example.com' });
  await client.removePhone({
    params: { contact_id: noPhone.id, phone_id: noPhone.phones[0]!.id },
  });
  const other = await buildContact(ctx);
  const foreign = await buildContact(abroad);
  const foreignLine = await buildPhoneNumber(abroad);
  const left = await buildContact(ctx, { status: 'do_not_contact' });

  test.each<[string, Partial<Body>, number, string]>([
    ['on WhatsApp', { channel: 'whatsapp' }, 400, 'CHANNEL_NOT_SUPPORTED'],
    ['on Messenger', { channel: 'facebook_messenger' }, 400, 'CHANNEL_NOT_SUPPORTED'],
    ['on Instagram', { channel: 'instagram_dm' }, 400, 'CHANNEL_NOT_SUPPORTED'],
    ['by voice', { channel: 'voice' }, 400, 'CHANNEL_NOT_SUPPORTED'],
    ['on a channel that does not exist', { channel: 'pigeon' }, 400, 'INVALID_INPUT'],
    ['without one of our numbers', { phone_number_id: null }, 400, 'INVALID_INPUT'],
    ['without words', { body: ' \n' }, 400, 'INVALID_INPUT'],
    ['of 1,601 characters', { body: 'x'.repeat(1601) }, 400, 'INVALID_INPUT'],
    ['to a contact without a number', { contact_id: noPhone.id }, 400, 'CONTACT_HAS_NO_PHONE'],
    [
      'by mail without a subject',
      { channel: 'email', contact_id: noPhone.id },
      400,
      'INVALID_INPUT',
    ],
    ['with files that do not exist', { attachment_ids: [newId()] }, 400, 'ATTACHMENT_NOT_PENDING'],
    ['composed by nobody we know', { ai_origin: 'robot' as never }, 400, 'INVALID_INPUT'],
    ['at a time that is over', { send_at: '2020-01-01T00:00:00Z' }, 400, 'INVALID_INPUT'],
    ['in ten years', { send_at: '2099-01-01T00:00:00Z' }, 400, 'INVALID_INPUT'],
    ['from a number of others', { phone_number_id: foreignLine.id }, 404, 'PHONE_NUMBER_NOT_FOUND'],
    ['from no number', { phone_number_id: newId() }, 404, 'PHONE_NUMBER_NOT_FOUND'],
    ['to a contact of others', { contact_id: foreign.id }, 404, 'CONTACT_NOT_FOUND'],
    ['to no contact', { contact_id: newId() }, 404, 'CONTACT_NOT_FOUND'],
    [
      'to a number of somebody else',
      { contact_phone_id: other.phones[0]!.id },
      404,
      'CONTACT_PHONE_NOT_FOUND',
    ],
    ['to "do not contact"', { contact_id: left.id }, 409, 'DO_NOT_CONTACT'],
  ])('%s is refused', async (_, changes, status, code) => {
    await expect(send(changes)).rejects.toMatchObject({ status, code });
    const { messages } = await client.listMessages({ query: { contact_id: contact.id } });
    expect(messages).toEqual([]);
  });

  test('names each bad field', async () => {
    await expect(send({ phone_number_id: undefined })).rejects.toMatchObject({
      details: { fields: [{ field: 'phone_number_id', message: 'is missing' }] },
    });
    await expect(send({ channel: 'email', body: 'Hi' })).rejects.toMatchObject({
      details: { fields: [{ field: 'subject' }] },
    });
  });

  test('to a landline abroad carries no files', async () => {
    const abroad = await buildContact(ctx, { phone_number: '+442079460000' });
    await expect(send({ contact_id: abroad.id, attachment_ids: [newId()] })).rejects.toMatchObject({
      code: 'MMS_NOT_POSSIBLE',
    });
  });

  test('is taken with the channel in capitals, as the documents write it', async () => {
    const { id } = await buildContact(ctx);
    expect(await send({ contact_id: id, channel: 'Sms' })).toMatchObject({ channel: 'sms' });
  });

  test('goes to the number that was chosen, else to the preferred one', async () => {
    const { id, phones } = await buildContact(ctx);
    const params = { contact_id: id };
    const second = await client.createPhone({ params, body: { phone_number: '+12125550177' } });
    const chosen = second.phones.find(({ phone_number }) => phone_number === '+12125550177')!;
    expect(await send({ contact_id: id })).toMatchObject({ to_address: phones[0]!.phone_number });
    expect(await send({ contact_id: id, contact_phone_id: chosen.id })).toMatchObject({
      to_address: '+12125550177',
    });
  });

  test('says who wrote it and with what help', async () => {
    const { id } = await buildContact(ctx);
    expect(await send({ contact_id: id, ai_origin: 'suggestion' })).toMatchObject({
      sent_by_member_id: owner.member_id,
      ai_origin: 'suggestion',
      source: 'app',
      receiver_number_display: expect.stringMatching(/^\+1 212/),
    });
  });

  test('with curly quotes takes fewer parts when they are made plain', async () => {
    const { id } = await buildContact(ctx);
    const long = `${'x'.repeat(100)} “quoted”`;
    expect(await send({ contact_id: id, body: long })).toMatchObject({ segments: 2, body: long });
    expect(await send({ contact_id: id, body: long, smart_encoding: true })).toMatchObject({
      segments: 1,
      body: `${'x'.repeat(100)} "quoted"`,
    });
  });

  test('of a member who sees only assigned contacts reaches only those', async () => {
    const { ctx: strict } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(strict, 'member');
    const strictLine = await buildPhoneNumber(strict);
    const hidden = await buildContact(strict);
    const seen = await buildContact(strict, { assigned_to: [member] });
    const from = { channel: 'sms', phone_number_id: strictLine.id, body: 'Hello' };
    await expect(
      member.client.sendMessage({ body: { ...from, contact_id: hidden.id } }),
    ).rejects.toMatchObject({ status: 404 });
    await member.client.sendMessage({ body: { ...from, contact_id: seen.id } });
  });
});

describe('an Idempotency-Key', () => {
  const post = async (key: string, changes: Partial<Body> = {}, by = owner) => {
    const response = await by.fetch('/api/messages/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body(changes)),
    });
    return { status: response.status, message: (await response.json()) as any };
  };

  test('makes twenty requests at once one message', async () => {
    const { id } = await buildContact(ctx);
    const key = newId();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => post(key, { contact_id: id })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ message }) => message.id)).size).toBe(1);
    expect((await client.listMessages({ query: { contact_id: id } })).total_count).toBe(1);
  });

  test('is for one request only', async () => {
    const { id } = await buildContact(ctx);
    const key = newId();
    await post(key, { contact_id: id });
    expect(await post(key, { contact_id: id, body: 'Something else' })).toMatchObject({
      status: 409,
      message: { error: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    });
  });

  test('of one person is not that of another', async () => {
    const { id } = await buildContact(ctx);
    const colleague = await buildMember(ctx, 'member');
    const key = newId();
    const [ours, theirs] = [
      await post(key, { contact_id: id }),
      await post(key, { contact_id: id }, colleague),
    ];
    expect(ours.message.id).not.toBe(theirs.message.id);
  });

  test('must be one', async () => {
    expect((await post('x'.repeat(256))).status).toBe(400);
  });
});

describe('a message that waits', () => {
  test('stands in the history with its time, and can be called back', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const waiting = await send({ contact_id, send_at: SOON });
    expect(waiting).toMatchObject({ scheduled_at: SOON, is_cancellable: true, status: 'queued' });
    const message = await client.cancelMessage({ params: { message_id: waiting.id } });
    expect(message).toMatchObject({
      status: 'failed',
      error_code: 'cancelled',
      error_words: 'Cancelled before it was sent.',
      is_cancellable: false,
    });
    await deliverMessage(later(7200), waiting.id);
    expect((await client.getContact({ params: { contact_id } })).last_contacted_at).toBeNull();
  });

  test('cannot be called back twice, or once it is gone', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const waiting = await send({ contact_id, delay_seconds: 60 });
    const params = { message_id: waiting.id };
    await deliverMessage(later(61), waiting.id);
    await expect(client.cancelMessage({ params })).rejects.toMatchObject({
      status: 409,
      code: 'TOO_LATE',
    });
    await expect(stranger.client.cancelMessage({ params })).rejects.toMatchObject({ status: 404 });
  });

  test('does not go to one who has opted out meanwhile, or is to be left alone', async () => {
    const [stopped, left] = [await buildContact(ctx), await buildContact(ctx)];
    const first = await send({ contact_id: stopped.id, send_at: SOON });
    const second = await send({ contact_id: left.id, send_at: SOON });
    await client.simulateInbound({
      body: { from: stopped.phones[0]!.phone_number, body: 'STOP', phone_number_id: line.id },
    });
    const params = { contact_id: left.id };
    await client.updateContact({ params, body: { status: 'do_not_contact' } });
    for (const { id } of [first, second]) await deliverMessage(later(7200), id);
    const errors = await Promise.all(
      [stopped, left].map(async ({ id }) => {
        const { messages } = await client.listMessages({ query: { contact_id: id } });
        return messages.find(({ direction }) => direction === 'outbound')?.error_code;
      }),
    );
    expect(errors).toEqual(['suppressed', 'do_not_contact']);
  });

  test('does not go out from a number that was given back', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const gone = await buildPhoneNumber(ctx);
    const waiting = await send({ contact_id, phone_number_id: gone.id, send_at: SOON });
    await client.releasePhoneNumber({ params: { phone_number_id: gone.id } });
    await deliverMessage(later(7200), waiting.id);
    const { messages } = await client.listMessages({ query: { contact_id } });
    expect(messages).toMatchObject([{ status: 'failed', error_code: 'number_released' }]);
  });
});

describe('the numbers of Twilio’s test credentials', () => {
  const outcome = async (changes: Partial<Body>, to: string) => {
    const known = (await client.listContacts({ query: { search: to } })).contacts[0];
    const contact_id = known?.id ?? (await buildContact(ctx, { phone_number: to })).id;
    const { id } = await send({ ...changes, contact_id, delay_seconds: 60 });
    await deliverMessage(later(61), id);
    const { messages } = await client.listMessages({ query: { contact_id } });
    return messages.find((message) => message.id === id)!.error_code;
  };

  test.each([
    ['+15005550001', '21211'],
    ['+15005550002', '21612'],
    ['+15005550003', '21408'],
    ['+15005550004', '21610'],
    ['+15005550009', '21614'],
    ['+12125550123', null],
  ])('sending to %s ends with %s', async (to, code) => {
    // Of its own, which nothing else waits for.
    const { id } = await buildPhoneNumber(ctx);
    expect(await outcome({ phone_number_id: id }, to)).toBe(code);
  });

  test.each([
    ['+15005550001', '21212'],
    ['+15005550007', '21606'],
    ['+15005550008', '21611'],
    ['+15005550006', null],
  ])('sending from %s ends with %s', async (phone_number, code) => {
    const { id } = await buildPhoneNumber(ctx, { phone_number });
    expect(await outcome({ phone_number_id: id }, '+12125550124')).toBe(code);
  });
});
