// The organization's account at Twilio: its settings, its numbers, what it remembers.
import { describe, expect, test } from 'vitest';
import { newSid } from '../../platform/telephony/simulated-account.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  startStandIn,
} from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import {
  buildContact,
  buildOrganization,
  buildPhone,
  buildPhoneNumber,
} from '../../platform/testing/builders.ts';
import { PUBLIC_URL, testServer } from '../../platform/testing/test-server.ts';
import { syncHistory } from './history.service.ts';
import { buildOnTwilio } from './twilio.fixtures.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });
const { ctx, owner, line } = await buildOnTwilio(server);
const { client } = owner;

describe('the settings of Twilio', () => {
  test('never give a secret back, and keep what is left out', async () => {
    const { owner } = await buildOrganization(server);
    expect(await owner.client.getTwilioSettings()).toMatchObject({ is_configured: false });
    await owner.client.saveTwilioSettings({
      body: { account_sid: ACCOUNT_SID, auth_token: AUTH_TOKEN },
    });
    const saved = await owner.client.saveTwilioSettings({ body: { account_sid: ACCOUNT_SID } });
    expect(saved).toEqual({
      is_configured: true,
      account_sid: ACCOUNT_SID,
      api_key_sid: null,
      has_auth_token: true,
      has_secondary_auth_token: false,
      has_api_key_secret: false,
      webhooks: {
        sms: `${PUBLIC_URL}/webhooks/twilio/sms`,
        status: `${PUBLIC_URL}/webhooks/twilio/status`,
        voice: `${PUBLIC_URL}/webhooks/twilio/voice`,
      },
    });
    const shown = await owner.fetch('/api/settings/twilio');
    expect(await shown.text()).not.toContain(AUTH_TOKEN);
    await owner.client.removeTwilioSettings();
    expect(await owner.client.getTwilioSettings()).toMatchObject({ is_configured: false });
  });

  test('refuse what is no account', async () => {
    await expect(
      client.saveTwilioSettings({ body: { account_sid: 'AC123' } }),
    ).rejects.toMatchObject({ status: 400 });
  });

  test('are tried out by a button', async () => {
    expect(await client.testTwilioSettings()).toMatchObject({
      ok: true,
      account_name: 'Test account',
    });
    const { owner } = await buildOrganization(server);
    expect(await owner.client.testTwilioSettings()).toMatchObject({ ok: false });
    await owner.client.saveTwilioSettings({
      body: { account_sid: ACCOUNT_SID, auth_token: 'a wrong one' },
    });
    const refused = await owner.client.testTwilioSettings();
    expect(refused).toMatchObject({ ok: false, account_name: null });
    expect(refused.message).toContain('did not accept the account');
    await standIn.goAway();
    const away = await client.testTwilioSettings();
    expect(away.message).toContain('could not be reached');
    await standIn.comeBack();
  });
});

describe('a number', () => {
  test('is found, bought with its webhooks, named, and given back', async () => {
    const { available } = await client.searchPhoneNumbers({
      query: { country: 'US', area_code: '212', contains: '0142' },
    });
    expect(available).toMatchObject([{ phone_number: '+12125550142', region: 'NY' }]);
    const bought = await client.buyPhoneNumber({
      body: { phone_number: '+12125550142', friendly_name: 'Reception' },
    });
    expect(bought).toMatchObject({
      phone_number: '+12125550142',
      display: '+1 212 555 0142',
      provider: 'twilio',
    });
    expect(standIn.numbers).toMatchObject([
      {
        sms_url: `${PUBLIC_URL}/webhooks/twilio/sms`,
        voice_url: `${PUBLIC_URL}/webhooks/twilio/voice`,
      },
    ]);
    const params = { phone_number_id: bought.id };
    expect(
      await client.updatePhoneNumber({ params, body: { friendly_name: 'Front' } }),
    ).toMatchObject({ friendly_name: 'Front' });
    await client.releasePhoneNumber({ params });
    expect(standIn.numbers).toEqual([]);
    const { phone_numbers } = await client.listPhoneNumbers();
    expect(phone_numbers.map(({ id }) => id)).not.toContain(bought.id);
  });

  test('that Twilio has taken back already is given back all the same', async () => {
    const bought = await client.buyPhoneNumber({ body: { phone_number: '+12125550144' } });
    standIn.numbers.length = 0;
    const params = { phone_number_id: bought.id };
    expect(await client.releasePhoneNumber({ params })).toEqual({ ok: true });
  });

  test('in use is not paid for a second time', async () => {
    const body = { phone_number: line.phone_number };
    const before = standIn.requests();
    await expect(client.buyPhoneNumber({ body })).rejects.toMatchObject({ code: 'NUMBER_TAKEN' });
    expect(standIn.requests()).toBe(before);
  });

  test('in use by one organization is not taken by another', async () => {
    const { owner: other } = await buildOrganization(server);
    const body = { provider: 'simulator' as const, phone_number: line.phone_number };
    await expect(other.client.buyPhoneNumber({ body })).rejects.toMatchObject({
      status: 409,
      code: 'NUMBER_TAKEN',
    });
  });

  test('of the account appears by syncing, and one that is gone there disappears', async () => {
    const { owner, line: gone } = await buildOnTwilio(server);
    const phone_number = buildPhone();
    standIn.numbers.push({
      sid: newSid('PN'),
      phone_number,
      friendly_name: 'From elsewhere',
      sms_url: '',
      voice_url: '',
    });
    const sync = async () => owner.client.syncPhoneNumbers({});
    expect(await sync()).toEqual({ added: 1, updated: 0, released: 1 });
    expect(await sync()).toEqual({ added: 0, updated: 1, released: 0 });
    expect(standIn.numbers[0]!.sms_url).toBe(`${PUBLIC_URL}/webhooks/twilio/sms`);
    const { phone_numbers } = await owner.client.listPhoneNumbers();
    const twilio = phone_numbers.filter(({ provider }) => provider === 'twilio');
    expect(twilio).toMatchObject([{ phone_number, friendly_name: 'From elsewhere' }]);
    expect(twilio.map(({ id }) => id)).not.toContain(gone.id);
  });

  test('cannot be had without an account, in a sentence that says so', async () => {
    const { owner } = await buildOrganization(server);
    await expect(owner.client.syncPhoneNumbers({})).rejects.toMatchObject({
      status: 409,
      message: 'No Twilio account is set up. Enter it in the settings.',
    });
  });

  test('of the simulated network is there from the beginning', async () => {
    const { owner } = await buildOrganization(server);
    const { phone_numbers } = await owner.client.listPhoneNumbers();
    expect(phone_numbers).toMatchObject([{ provider: 'simulator', friendly_name: 'Test number' }]);
  });

  test('of a real carrier is not simulated', async () => {
    const body = { from: buildPhone(), body: 'Hi', phone_number_id: line.id };
    await expect(client.simulateInbound({ body })).rejects.toMatchObject({ status: 409 });
  });
});

describe('what Twilio remembers', () => {
  test('comes into the histories, nothing twice, and wakes no opt-out of old', async () => {
    const { ctx, owner, line } = await buildOnTwilio(server);
    const [ada, bob] = [await buildContact(ctx), await buildContact(ctx)];
    const phone = (contact: typeof ada) => contact.phones[0]!.phone_number;
    let minute = 0;
    const remember = (values: { from: string; to: string; body: string; direction: string }) =>
      standIn.messages.push({
        sid: newSid('SM'),
        account_sid: ACCOUNT_SID,
        media: [],
        status: values.direction === 'inbound' ? 'received' : 'delivered',
        error_code: null,
        status_callback: null,
        date_created: new Date(Date.now() - 86_400_000 + 60_000 * minute++),
        ...values,
      });
    const ours = line.phone_number;
    remember({ from: phone(ada), to: ours, body: 'Old question', direction: 'inbound' });
    remember({ from: ours, to: phone(ada), body: 'Old answer', direction: 'outbound-api' });
    remember({ from: phone(bob), to: ours, body: 'STOP', direction: 'inbound' });
    remember({ from: buildPhone(), to: buildPhone(), body: 'Not ours', direction: 'inbound' });
    for (let i = 0; i < 210; i++)
      remember({ from: ours, to: phone(bob), body: `News ${i}`, direction: 'outbound-api' });
    const since = new Date(Date.now() - 7 * 86_400_000);
    for (let i = 0; i < 2; i++) await syncHistory(ctx, since);
    const { messages } = await owner.client.listMessages({ query: { contact_id: ada.id } });
    expect(messages.map(({ body, direction, status }) => [body, direction, status])).toEqual([
      ['Old question', 'inbound', 'received'],
      ['Old answer', 'outbound', 'delivered'],
    ]);
    const query = { contact_id: bob.id };
    expect((await owner.client.listMessages({ query })).total_count).toBe(211);
    const params = { contact_id: bob.id };
    expect(await owner.client.listContactSuppressions({ params })).toEqual({ suppressions: [] });
    expect(standIn.complaints).toEqual([]);
  });

  test('is one message with ours whose answer was lost', async () => {
    const { ctx, owner, line } = await buildOnTwilio(server);
    const contact = await buildContact(ctx);
    standIn.plan('lost');
    const message = { contact_id: contact.id, channel: 'sms', phone_number_id: line.id };
    const { id } = await owner.client.sendMessage({ body: { ...message, body: 'Once' } });
    const query = { contact_id: contact.id };
    const read = async () => (await owner.client.listMessages({ query })).messages;
    await expect.poll(async () => (await read())[0]!.is_outcome_unknown).toBe(true);
    await syncHistory(ctx, new Date(Date.now() - 86_400_000));
    expect(await read()).toMatchObject([{ id, is_outcome_unknown: false, body: 'Once' }]);
  });

  test('of calls is told to whoever keeps calls', async () => {
    const told: string[] = [];
    const sid = newSid('CA');
    standIn.calls.push({
      sid,
      account_sid: ACCOUNT_SID,
      from: buildPhone(),
      to: line.phone_number,
      direction: 'inbound',
    });
    const onCarrierCall = async (_: unknown, to: { id: string }, call: { external_id: string }) =>
      void told.push(`${to.id} ${call.external_id}`);
    const ports = { ...ctx.ports, onCarrierCall };
    await syncHistory({ ...ctx, ports }, new Date(Date.now() - 86_400_000));
    expect(told).toEqual([`${line.id} ${sid}`]);
  });

  test('is asked for in the background', async () => {
    expect(await client.syncHistory({ body: { since: '2026-01-01' } })).toEqual({ ok: true });
    await expect(client.syncHistory({ body: { since: 'yesterday' } })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('of the simulated phone can be looked at', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await buildPhoneNumber(ctx);
    const from = buildPhone();
    await owner.client.simulateInbound({ body: { from, body: 'Hi' } });
    const { messages } = await owner.client.listSimulated({ query: { phone: from } });
    expect(messages).toMatchObject([{ from, body: 'Hi', status: 'received' }]);
  });
});
