import { newId } from '../../platform/ids.ts';
import { describe, expect, test } from 'vitest';
import {
  buildContact,
  buildGatewayKey,
  buildOrganization,
  buildPhone,
  buildPhoneNumber,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const lines = [await buildPhoneNumber(ctx), await buildPhoneNumber(ctx)];

const phoneOf = (contact: { phones: { phone_number: string }[] }) =>
  contact.phones[0]!.phone_number;
const write = async (
  from: string,
  body: string,
  more: { opt_out_type?: 'STOP' | 'START' | 'HELP' } = {},
) => client.simulateInbound({ body: { from, body, phone_number_id: lines[0]!.id, ...more } });
const send = (contact_id: string, line = 0) =>
  client.sendMessage({
    body: { contact_id, channel: 'sms', phone_number_id: lines[line]!.id, body: 'Hello' },
  });
const messagesOf = async (contact_id: string) =>
  (await client.listMessages({ query: { contact_id } })).messages;
const isDisabled = async (id: string) => {
  const row = await ctx.db
    .selectFrom('contact')
    .select('outreach_disabled')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.outreach_disabled;
};

describe('somebody who writes STOP', () => {
  test('is written to by none of our numbers, until they write START', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    await write(phone, ' Stop ');
    for (const line of [0, 1])
      await expect(send(contact.id, line)).rejects.toMatchObject({
        status: 409,
        code: 'SUPPRESSED',
      });
    expect(await isDisabled(contact.id)).toBe(true);
    const params = { contact_id: contact.id };
    expect(await client.listContactSuppressions({ params })).toMatchObject({
      suppressions: [{ address: phone, reason: 'keyword', keyword: 'STOP' }],
    });
    await write(phone, 'START');
    expect((await send(contact.id)).status).toBe('queued');
    expect(await isDisabled(contact.id)).toBe(false);
  });

  test('may write anything else, and stays left alone', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    for (const text of ['STOP', 'stop', 'I mean it, stop', 'no']) await write(phone, text);
    expect(await messagesOf(contact.id)).toMatchObject([
      { opt_out: 'stop' },
      { opt_out: 'stop' },
      { opt_out: null },
      { opt_out: null },
    ]);
    await expect(send(contact.id)).rejects.toMatchObject({ code: 'SUPPRESSED' });
  });

  test('is written to in another organization all the same', async () => {
    const { ctx: abroad, owner: stranger } = await buildOrganization(server);
    const line = await buildPhoneNumber(abroad);
    const phone = buildPhone();
    const theirs = await buildContact(abroad, { phone_number: phone });
    await write(phone, 'STOP');
    const body = { contact_id: theirs.id, channel: 'sms', phone_number_id: line.id, body: 'Hi' };
    expect((await stranger.client.sendMessage({ body })).status).toBe('queued');
  });
});

describe('STOP that a program delivers', () => {
  test('counts like any other', async () => {
    const { client: program } = await buildGatewayKey(ctx);
    const contact = await buildContact(ctx);
    const from = phoneOf(contact);
    const text = { tenant_id: ctx.organization_id, channel: 'sms' as const, from, to: '' };
    await program.receiveMessage({ body: { ...text, body: 'STOP', external_id: newId() } });
    await expect(send(contact.id)).rejects.toMatchObject({ code: 'SUPPRESSED' });
    expect(await messagesOf(contact.id)).toMatchObject([{ opt_out: 'stop' }]);
    await program.receiveMessage({ body: { ...text, body: 'start', external_id: newId() } });
    expect((await send(contact.id)).status).toBe('queued');
  });
});

describe('somebody who writes YES', () => {
  test('consents only after a STOP', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    await write(phone, 'yes');
    await write(phone, 'UNSUBSCRIBE');
    await write(phone, 'YES');
    expect((await messagesOf(contact.id)).map(({ opt_out }) => opt_out)).toEqual([
      null,
      'stop',
      'start',
    ]);
    expect((await send(contact.id)).status).toBe('queued');
  });
});

describe('somebody who asks in their own words', () => {
  test('is shown to a person, and blocked by nobody', async () => {
    const contact = await buildContact(ctx);
    await write(phoneOf(contact), 'Please stop texting me!');
    expect(await messagesOf(contact.id)).toMatchObject([{ opt_out: 'asks_to_stop' }]);
    expect((await send(contact.id)).status).toBe('queued');
  });
});

describe('HELP', () => {
  const answered = async (contact_id: string) =>
    (await messagesOf(contact_id)).filter(({ direction }) => direction === 'outbound');

  test('is answered, by nobody of ours', async () => {
    const contact = await buildContact(ctx);
    await write(phoneOf(contact), 'help');
    const [answer, ...more] = await answered(contact.id);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      sent_by_member_id: null,
      ai_origin: null,
      from_address: lines[0]!.phone_number,
    });
    expect(answer!.body).toContain('Reply STOP');
  });

  test('is answered as the organization says, or not at all', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    await client.saveCompliance({ body: { help_message: 'Call 555-0100.' } });
    await write(phone, 'INFO');
    expect(await answered(contact.id)).toMatchObject([{ body: 'Call 555-0100.' }]);
    await client.saveCompliance({ body: { help_message: '' } });
    await write(phone, 'HELP');
    expect(await answered(contact.id)).toHaveLength(1);
    await client.saveCompliance({ body: { help_message: 'Call 555-0100.' } });
  });

  test('is not answered when the carrier has done so, nor to one who said stop', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    await write(phone, 'HELP', { opt_out_type: 'HELP' });
    await write(phone, 'STOP');
    await write(phone, 'HELP');
    expect(await answered(contact.id)).toEqual([]);
  });
});

describe('a carrier that answers opt-outs itself', () => {
  test('is believed, whatever the words were', async () => {
    const contact = await buildContact(ctx);
    const phone = phoneOf(contact);
    await write(phone, 'BASTA', { opt_out_type: 'STOP' });
    await expect(send(contact.id)).rejects.toMatchObject({ code: 'SUPPRESSED' });
    await write(phone, 'ok again', { opt_out_type: 'START' });
    expect((await send(contact.id)).status).toBe('queued');
  });
});

describe('a suppression by hand', () => {
  test('blocks a number however it is written, and is lifted by hand', async () => {
    const contact = await buildContact(ctx, { phone_number: '+12125550188' });
    const suppression = await client.createSuppression({
      body: { channel: 'sms', address: '(212) 555-0188' },
    });
    expect(suppression).toMatchObject({ address: '+12125550188', reason: 'manual' });
    await expect(send(contact.id)).rejects.toMatchObject({ code: 'SUPPRESSED' });
    await client.removeSuppression({ params: { suppression_id: suppression.id } });
    expect((await send(contact.id)).status).toBe('queued');
  });

  test('needs an address', async () => {
    await expect(
      client.createSuppression({ body: { channel: 'sms', address: 'nobody' } }),
    ).rejects.toMatchObject({ status: 400 });
  });
});
