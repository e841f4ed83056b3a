import { newSid } from '../../platform/telephony/simulated-account.ts';
import { describe, expect, test } from 'vitest';
import {
  inboundFields,
  startStandIn,
  twilioRequest,
} from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import { buildContact, buildPhone } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { PUBLIC_URL, testServer } from '../../platform/testing/test-server.ts';
import { buildOnTwilio } from './twilio.fixtures.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });
const twilio = await buildOnTwilio(server);
const { ctx, owner, line, post, text } = twilio;
const { client } = owner;

const find = async (search: string) => (await client.listContacts({ query: { search } })).contacts;
const messagesOf = async (contact_id: string) =>
  (await client.listMessages({ query: { contact_id } })).messages;
const messagesFrom = async (phone: string) => messagesOf((await find(phone))[0]!.id);

describe('a text that comes in', () => {
  test('is answered with empty TwiML once it is in the history', async () => {
    const From = buildPhone();
    const response = await text({ From, Body: 'Hello' });
    expect(response.headers.get('content-type')).toContain('text/xml');
    expect(await response.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    );
    expect(await messagesFrom(From)).toMatchObject([
      {
        body: 'Hello',
        channel: 'sms',
        direction: 'inbound',
        status: 'received',
        source: 'external',
        phone_number_id: line.id,
        phone_line_label: 'Front desk',
      },
    ]);
  });

  test('is one message and one contact when 50 first ones arrive at once, each twice', async () => {
    const From = buildPhone();
    const sids = Array.from({ length: 50 }, () => newSid('SM'));
    const responses = await Promise.all(
      [...sids, ...sids].map((MessageSid) => text({ From, MessageSid, Body: MessageSid })),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    const contacts = await find(From);
    expect(contacts).toHaveLength(1);
    const bodies = (await messagesOf(contacts[0]!.id)).map(({ body }) => body);
    expect(bodies.toSorted()).toEqual(sids.toSorted());
  });

  test('is told once, however often it is delivered', async () => {
    const fields = { From: buildPhone(), MessageSid: newSid('SM') };
    const heard = await heardDuring(ctx, async () => {
      for (let i = 0; i < 3; i++) await text(fields);
    });
    expect(heard.map(({ type }) => type)).toEqual(['contact.created', 'messaging.message.new']);
  });

  test('of a short code or a named sender keeps who it was', async () => {
    const code = await text({ From: '72975', Body: 'Your code is 1234' });
    const name = await text({ From: 'DHL', Body: 'Your parcel is here' });
    expect([code.status, name.status]).toEqual([200, 200]);
    expect(await messagesFrom('72975')).toMatchObject([{ from_address: '72975' }]);
    const [dhl] = await find('DHL');
    expect(await messagesOf(dhl!.id)).toMatchObject([{ from_address: 'DHL' }]);
    const reply = { contact_id: dhl!.id, channel: 'sms', phone_number_id: line.id, body: 'Thanks' };
    await expect(client.sendMessage({ body: reply })).rejects.toMatchObject({
      status: 400,
      code: 'NOT_REPLYABLE',
    });
  });

  test('from a number that we know in its other way of writing is of that contact', async () => {
    const { id } = await buildContact(ctx, { phone_number: '+525512345678' });
    await text({ From: '+5215512345678', Body: 'Hola' });
    expect(await messagesOf(id)).toMatchObject([{ body: 'Hola', from_address: '+5215512345678' }]);
  });

  test('loses its NUL characters, keeps emoji and new lines', async () => {
    const From = buildPhone();
    await text({ From, Body: 'a\u0000b 👩‍👩‍👧\nÜ' });
    expect(await messagesFrom(From)).toMatchObject([{ body: 'ab 👩‍👩‍👧\nÜ' }]);
  });

  test('with files shows them at once, before they are fetched', async () => {
    const From = buildPhone();
    await text({
      From,
      NumMedia: '2',
      MediaUrl0: 'https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME0',
      MediaContentType0: 'image/jpeg',
      MediaUrl1: 'https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME1',
      MediaContentType1: 'audio/amr',
    });
    const [message] = await messagesFrom(From);
    expect(message!.attachments).toMatchObject([
      { content_type: 'image/jpeg' },
      { content_type: 'audio/amr' },
    ]);
  });
});

describe('a webhook that is not from the carrier', async () => {
  const stranger = await buildOnTwilio(server);
  await stranger.owner.client.saveTwilioSettings({
    body: { account_sid: `AC${'2'.repeat(32)}`, auth_token: 'the token of strangers' },
  });
  const form = () => inboundFields({ To: line.phone_number, From: '+12125559999', Body: 'forged' });
  const path = '/webhooks/twilio/sms';
  const nothingCame = async () => expect(await find('+12125559999')).toEqual([]);
  const send = async (change: (init: { headers: any; body: string }) => void, at = path) => {
    const { init } = twilioRequest(PUBLIC_URL, path, form());
    change(init);
    return server.fetch(at, init);
  };

  test.each<[string, (init: { headers: any; body: string }) => void]>([
    ['has no signature', ({ headers }) => delete headers['x-twilio-signature']],
    ['has an empty one', ({ headers }) => (headers['x-twilio-signature'] = '')],
    ['has a guessed one', ({ headers }) => (headers['x-twilio-signature'] = 'AAAA')],
    ['was changed', (init) => (init.body = init.body.replace('forged', 'changed'))],
    ['got one more parameter', (init) => (init.body += '&Extra=1')],
    ['lost one', (init) => (init.body = init.body.replace(/&NumMedia=0/, ''))],
    ['is JSON instead', ({ headers }) => (headers['content-type'] = 'application/json')],
    [
      'names a number that nobody has',
      (init) => (init.body = init.body.replace(/To=%2B\d+/, 'To=%2B19995550100')),
    ],
    ['names no number', (init) => (init.body = init.body.replace(/&?To=%2B\d+/, ''))],
  ])('and %s is refused', async (_, change) => {
    const response = await send(change);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'SIGNATURE_INVALID' } });
    await nothingCame();
  });

  test('but was signed for another address is refused', async () => {
    expect((await send(() => undefined, '/webhooks/twilio/status')).status).toBe(403);
    expect((await send(() => undefined, `${path}?m=1`)).status).toBe(403);
    await nothingCame();
  });

  test('but from the account of another organization is refused', async () => {
    expect((await post(path, form(), 'the token of strangers')).status).toBe(403);
    await nothingCame();
  });

  test('is refused also when the organization has no account any more', async () => {
    const gone = await buildOnTwilio(server);
    await gone.owner.client.removeTwilioSettings();
    const fields = inboundFields({ To: gone.line.phone_number, From: buildPhone() });
    expect((await gone.post(path, fields)).status).toBe(403);
    expect((await gone.post(path, fields, '')).status).toBe(403);
  });

  test('but says where it comes from by itself is judged by PUBLIC_URL alone', async () => {
    const { init } = twilioRequest('http://evil.example', path, form());
    const headers = { ...init.headers, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    expect((await server.fetch(path, { ...init, headers })).status).toBe(403);
    await nothingCame();
  });

  test('is known by the secondary token while the primary one is changed', async () => {
    const body = { account_sid: `AC${'1'.repeat(32)}`, secondary_auth_token: 'the next token' };
    await client.saveTwilioSettings({ body });
    const From = buildPhone();
    const fields = inboundFields({ To: line.phone_number, From, Body: 'rotated' });
    expect((await post(path, fields, 'the next token')).status).toBe(200);
    expect((await post(path, { ...fields, MessageSid: newSid('SM') })).status).toBe(200);
    expect(await messagesFrom(From)).toHaveLength(2);
  });

  test('comes to whose number `To` is, though `From` is a number of somebody else here', async () => {
    const From = stranger.line.phone_number;
    await text({ From, Body: 'from one customer of this server to another' });
    expect(await messagesFrom(From)).toHaveLength(1);
    const theirs = await stranger.owner.client.listContacts({ query: { search: From } });
    expect(theirs.contacts).toEqual([]);
  });

  test('to a number of a messaging service is known by the service', async () => {
    const messaging_service_sid = `MG${'a'.repeat(32)}`;
    const params = { phone_number_id: line.id };
    await client.updatePhoneNumber({ params, body: { messaging_service_sid } });
    const From = buildPhone();
    const fields = inboundFields({
      To: buildPhone(),
      From,
      MessagingServiceSid: messaging_service_sid,
    });
    expect((await post(path, fields)).status).toBe(200);
    expect(await messagesFrom(From)).toHaveLength(1);
  });

  test('says nothing new when parameters come that nobody knows', async () => {
    const From = buildPhone();
    await text({ From, Body: 'hi', BrandNewParameter: 'x', Empty: '' });
    expect(await messagesFrom(From)).toHaveLength(1);
  });
});
