// What leaves for Twilio: valid requests, each once, whatever the network does.
import { expect, describe, test } from 'vitest';
import type { Ctx } from '../../platform/ctx.ts';
import { AUTH_TOKEN, startStandIn } from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import { buildContact } from '../../platform/testing/builders.ts';
import { PUBLIC_URL, testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { deliverMessage } from './delivery.service.ts';
import { lookUpMessage } from './lookup.service.ts';
import { reconcile } from './reconcile.service.ts';
import { buildOnTwilio, type OnTwilio } from './twilio.fixtures.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });

/** Each test sends from a number of its own: one does not wait for the other's place in the queue. */
const scene = async () => {
  const on = await buildOnTwilio(server);
  const contact = await buildContact(on.ctx);
  const send = async (body: string, more: object = {}) =>
    on.owner.client.sendMessage({
      body: {
        contact_id: contact.id,
        channel: 'sms',
        phone_number_id: on.line.id,
        body,
        ...more,
      },
    });
  const read = async (id: string) => {
    const query = { contact_id: contact.id };
    const { messages } = await on.owner.client.listMessages({ query });
    return messages.find((message) => message.id === id)!;
  };
  const settled = async (id: string) =>
    until('the outcome', async () => {
      const message = await read(id);
      return message.external_id || message.error_words ? message : null;
    });
  const atStandIn = () => standIn.messages.filter(({ from }) => from === on.line.phone_number);
  return { ...on, contact, to: contact.phones[0]!.phone_number, send, read, settled, atStandIn };
};

/** The same organization, as it will be after so many seconds. */
const later = (ctx: Ctx, seconds: number): Ctx => {
  const at = new Date(Date.now() + seconds * 1000);
  return { ...ctx, now: () => at };
};

const report = (
  { post, line }: Pick<OnTwilio, 'post' | 'line'>,
  m: string,
  sid: string,
  status: string,
  more = {},
) =>
  post(`/webhooks/twilio/status?m=${m}`, {
    MessageSid: sid,
    MessageStatus: status,
    From: line.phone_number,
    To: '+12125550100',
    ...more,
  });

describe('a text to Twilio', () => {
  test('is one valid request, and goes on with what Twilio reports', async () => {
    const on = await scene();
    const { id } = await on.send('Your table is ready');
    const sent = await on.settled(id);
    const [theirs] = on.atStandIn();
    expect(theirs).toMatchObject({
      to: on.to,
      body: 'Your table is ready',
      status_callback: `${PUBLIC_URL}/webhooks/twilio/status?m=${id}`,
    });
    expect(sent).toMatchObject({ external_id: theirs!.sid, status: 'queued', segments: 1 });
    for (const status of ['delivered', 'sent', 'delivered', 'queued'])
      expect((await report(on, id, theirs!.sid, status)).status).toBe(200);
    expect(await on.read(id)).toMatchObject({ status: 'delivered', error_words: null });
    expect(standIn.complaints).toEqual([]);
  });

  test('with a file is one MMS, whose file Twilio can fetch', async () => {
    const on = await scene();
    const form = new FormData();
    form.append('file', new Blob(['Bring the printed form.']), 'notes.txt');
    const upload = await on.owner.fetch('/api/messages/upload', { method: 'POST', body: form });
    const { attachments } = (await upload.json()) as { attachments: { id: string }[] };
    const attachment_ids = attachments.map(({ id }) => id);
    const { id, segments } = await on.send('', { attachment_ids });
    await on.settled(id);
    const [theirs] = on.atStandIn();
    expect(theirs!.sid).toMatch(/^MM/);
    expect([segments, theirs!.body]).toEqual([1, '']);
    for (const method of ['HEAD', 'GET']) {
      const file = await server.fetch(theirs!.media[0]!.slice(PUBLIC_URL.length), { method });
      expect([file.status, file.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/plain'),
      ]);
    }
    // A file goes with one message only.
    await expect(on.send('Again', { attachment_ids })).rejects.toMatchObject({ status: 400 });
  });

  test('that Twilio refuses says why, in words', async () => {
    const on = await scene();
    const contact = await buildContact(on.ctx, { phone_number: '+15005550004' });
    const { id } = await on.send('Hello', { contact_id: contact.id });
    const query = { contact_id: contact.id };
    const message = await until('the refusal', async () => {
      const { messages } = await on.owner.client.listMessages({ query });
      return messages[0]!.status === 'failed' && messages[0];
    });
    expect(message).toMatchObject({ id, error_code: '21610' });
    expect(message.error_words).toContain('opted out');
    // What Twilio does not send, we do not even try again.
    await expect(on.send('Hello again', { contact_id: contact.id })).rejects.toMatchObject({
      status: 409,
      code: 'SUPPRESSED',
    });
  });

  test('that fails on the way keeps the first code that was told', async () => {
    const on = await scene();
    const { id } = await on.send('Hello');
    const { external_id } = await on.settled(id);
    await report(on, id, external_id!, 'undelivered', { ErrorCode: '30003' });
    await report(on, id, external_id!, 'failed');
    const message = await on.read(id);
    expect(message).toMatchObject({ status: 'failed', error_code: '30003' });
    expect(message.error_words).toContain('could not be reached');
  });

  test('whose answer is lost is shown as unknown, looked up, and never sent again', async () => {
    const on = await scene();
    standIn.plan('lost');
    const { id } = await on.send('Did this arrive?');
    const unknown = await on.settled(id);
    expect(unknown).toMatchObject({
      is_outcome_unknown: true,
      status: 'queued',
      external_id: null,
    });
    expect(unknown.error_words).toContain('do not know');
    await deliverMessage(on.ctx, id);
    await lookUpMessage(later(on.ctx, 15), id);
    const [theirs, ...more] = on.atStandIn();
    expect(more).toEqual([]);
    expect(await on.read(id)).toMatchObject({
      is_outcome_unknown: false,
      external_id: theirs!.sid,
      error_words: null,
    });
  });

  test('whose answer is lost is found by a callback too', async () => {
    const on = await scene();
    standIn.plan('lost');
    const { id } = await on.send('Did this arrive?');
    await on.settled(id);
    const [theirs] = on.atStandIn();
    await report(on, id, theirs!.sid, 'sent');
    expect(await on.read(id)).toMatchObject({
      is_outcome_unknown: false,
      external_id: theirs!.sid,
      status: 'sent',
    });
  });

  test('that never reached Twilio stays unknown: nobody sends it again by guess', async () => {
    const on = await scene();
    standIn.plan('dropped');
    const { id } = await on.send('Into the void');
    await on.settled(id);
    for (const seconds of [10, 40, 100, 3600]) {
      await lookUpMessage(later(on.ctx, seconds), id);
      await deliverMessage(later(on.ctx, seconds), id);
    }
    expect(on.atStandIn()).toEqual([]);
    expect(await on.read(id)).toMatchObject({ is_outcome_unknown: true, external_id: null });
  });

  test('is not taken for another with the same words', async () => {
    const on = await scene();
    const first = await on.send('ok');
    await on.settled(first.id);
    standIn.plan('dropped');
    const second = await on.send('ok');
    await deliverMessage(later(on.ctx, 2), second.id);
    await lookUpMessage(later(on.ctx, 20), second.id);
    expect(await on.read(second.id)).toMatchObject({ is_outcome_unknown: true });
  });

  test('waits when Twilio is busy, as long as it asks for, and goes out once', async () => {
    const on = await scene();
    const { id } = await on.send('Patience', { delay_seconds: 60 });
    standIn.plan(429, 503);
    const tried = async (seconds: number) => {
      const before = standIn.requests();
      await deliverMessage(later(on.ctx, seconds), id);
      return standIn.requests() - before;
    };
    expect([await tried(60), await tried(66), await tried(68), await tried(74)]).toEqual([
      1, 0, 1, 0,
    ]);
    expect(await on.read(id)).toMatchObject({ status: 'queued', error_words: null });
    await tried(76);
    await tried(80);
    expect(on.atStandIn()).toHaveLength(1);
    expect(await on.settled(id)).toMatchObject({ is_outcome_unknown: false, status: 'queued' });
  });

  test('waits while Twilio is away for ten minutes, and all go out once, in pace', async () => {
    const on = await scene();
    await standIn.goAway();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await on.send(`Message ${i}`)).id);
    const round = async (seconds: number) => {
      for (const id of ids) await deliverMessage(later(on.ctx, seconds), id);
    };
    for (let minute = 0; minute < 10; minute++) await round(minute * 60);
    const waiting = await Promise.all(ids.map(on.read));
    expect(waiting).toMatchObject(
      ids.map(() => ({ status: 'queued', error_code: null, is_outcome_unknown: false })),
    );
    await standIn.comeBack();
    for (let second = 0; second < 12; second++) await round(1200 + second);
    expect(
      on
        .atStandIn()
        .map(({ body }) => body)
        .toSorted(),
    ).toEqual(ids.map((_, i) => `Message ${i}`));
  });

  test('asks for its place: one part a second from one number', async () => {
    const on = await scene();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++)
      ids.push((await on.send('x'.repeat(200), { delay_seconds: 60 })).id);
    const at = async (seconds: number) => {
      for (const id of ids) await deliverMessage(later(on.ctx, seconds), id);
      return on.atStandIn().length;
    };
    // Two parts each: the places are at 61, 63 and 65 seconds.
    expect([await at(61), await at(62), await at(63.5), await at(64), await at(66)]).toEqual([
      1, 1, 2, 2, 3,
    ]);
  });

  test('that nothing was heard of is asked for a day later', async () => {
    const on = await scene();
    const { id } = await on.send('Quiet');
    const { external_id } = await on.settled(id);
    on.atStandIn()[0]!.status = 'delivered';
    expect(await reconcile(later(on.ctx, 60))).toBe(0);
    expect(await reconcile(later(on.ctx, 86_400))).toBe(1);
    expect(await on.read(id)).toMatchObject({ status: 'delivered', external_id });
  });

  test('is signed by the API key when there is one', async () => {
    const on = await scene();
    const api_key_sid = `SK${'3'.repeat(32)}`;
    standIn.allow(api_key_sid, 'the secret of the key');
    const account = { account_sid: `AC${'1'.repeat(32)}`, api_key_sid };
    const client = on.owner.client;
    await client.saveTwilioSettings({
      body: { ...account, auth_token: AUTH_TOKEN, api_key_secret: 'the secret of the key' },
    });
    expect(await on.settled((await on.send('By key')).id)).toMatchObject({ status: 'queued' });
    await client.saveTwilioSettings({ body: { ...account, api_key_secret: 'wrong' } });
    const { id } = await on.send('By a wrong key');
    await deliverMessage(later(on.ctx, 5), id);
    expect(await on.read(id)).toMatchObject({ status: 'failed', error_code: '20003' });
  });

  test('made no request that Twilio does not know', () => expect(standIn.complaints).toEqual([]));
});
