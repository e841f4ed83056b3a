import { describe, expect, test } from 'vitest';
import { newSid } from '../../platform/telephony/simulated-account.ts';
import { VOICE_PATHS } from '../../platform/telephony/twiml.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  startStandIn,
  twilioRequest,
} from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import {
  buildContact,
  buildOrganization,
  buildPhone,
  buildPhoneNumber,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { PUBLIC_URL, testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });

/** Only the number that is built: a new organization has a simulated one of its own. */
const withoutOwnNumber = async (ctx: TestCtx): Promise<void> => {
  await ctx.db
    .updateTable('phone_number')
    .set({ released_at: new Date() })
    .where('organization_id', '=', ctx.organization_id)
    .execute();
};

const buildScene = async (provider: 'twilio' | 'simulator') => {
  const { ctx, owner } = await buildOrganization(server);
  await withoutOwnNumber(ctx);
  const line = await buildPhoneNumber(ctx, { provider, friendly_name: 'Front desk' });
  if (provider === 'twilio')
    await owner.client.saveTwilioSettings({
      body: { account_sid: ACCOUNT_SID, auth_token: AUTH_TOKEN },
    });
  const own_phone = buildPhone();
  await owner.client.updateOwnPhone({ body: { phone_number: own_phone } });
  return { ctx, owner, line, own_phone };
};

describe('a call that we start', () => {
  test('rings our own phone, then the contact', async () => {
    const { ctx, owner } = await buildScene('simulator');
    const { id: contact_id } = await buildContact(ctx);
    const call = await owner.client.dialContact({ body: { contact_id } });
    expect(call).toMatchObject({ contact_id, direction: 'outbound', status: 'in-progress' });
    const ended = await until('the end of the call', async () => {
      const now = await owner.client.getCall({ params: { call_id: call.id } });
      return now.duration_seconds === 45 && now;
    });
    expect(ended).toMatchObject({ status: 'completed', outcome: 'answered' });
    const { total_count } = await owner.client.listCalls();
    expect(total_count).toBe(1);
  });

  test('asks Twilio for it, with the way back in each address', async () => {
    const { ctx, owner, line, own_phone } = await buildScene('twilio');
    const { id: contact_id, phones } = await buildContact(ctx);
    standIn.dialled.length = 0;
    const call = await owner.client.dialContact({ body: { contact_id } });
    expect(call).toMatchObject({ provider: 'twilio', sid: expect.stringMatching(/^CA/) });
    expect(standIn.complaints).toEqual([]);
    const [form] = standIn.dialled;
    expect(Object.fromEntries(form!)).toMatchObject({ To: own_phone, From: line.phone_number });
    const answer = new URL(form!.get('Url')!);
    expect(answer.origin + answer.pathname).toBe(PUBLIC_URL + VOICE_PATHS.connect);

    const path = answer.pathname + answer.search;
    const fields = { CallSid: call.sid, From: line.phone_number, To: own_phone };
    const request = twilioRequest(PUBLIC_URL, path, fields);
    const twiml = await (await server.fetch(request.path, request.init)).text();
    expect(twiml).toContain(`<Number>${phones[0]!.phone_number}</Number>`);
    expect(twiml).toContain(`callerId="${line.phone_number}"`);
  });

  test('is there even when its answer is lost, told by the carrier itself', async () => {
    const { ctx, owner, line, own_phone } = await buildScene('twilio');
    const { id: contact_id } = await buildContact(ctx);
    standIn.dialled.length = 0;
    standIn.plan('lost');
    await expect(owner.client.dialContact({ body: { contact_id } })).rejects.toMatchObject({
      status: 502,
      code: 'DIAL_UNKNOWN',
    });
    expect(standIn.dialled).toHaveLength(1);
    const status = new URL(standIn.dialled[0]!.get('StatusCallback')!);
    const sid = newSid('CA');
    const fields = {
      CallSid: sid,
      CallStatus: 'initiated',
      From: line.phone_number,
      To: own_phone,
    };
    const request = twilioRequest(PUBLIC_URL, status.pathname + status.search, fields);
    expect((await server.fetch(request.path, request.init)).status).toBe(200);
    const { calls } = await owner.client.listContactCalls({ params: { contact_id } });
    expect(calls).toMatchObject([{ sid, direction: 'outbound', status: 'in-progress' }]);
  });

  test('says in one sentence what is missing, and asks the carrier nothing', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await withoutOwnNumber(ctx);
    const { id: contact_id } = await buildContact(ctx);
    const dial = (id = contact_id) => owner.client.dialContact({ body: { contact_id: id } });
    await expect(dial()).rejects.toMatchObject({ status: 409, code: 'NO_CALLING_NUMBER' });
    await buildPhoneNumber(ctx);
    await expect(dial()).rejects.toMatchObject({ status: 409, code: 'NO_OWN_PHONE' });
    const shy = await buildContact(ctx, { status: 'do_not_contact' });
    await expect(dial(shy.id)).rejects.toMatchObject({ status: 409, code: 'DO_NOT_CONTACT' });
    const { id: phoneless } = await owner.client.createContact({ body: { first_name: 'Bo' } });
    await expect(dial(phoneless)).rejects.toMatchObject({ status: 409, code: 'NO_CONTACT_PHONE' });
    await expect(
      owner.client.dialContact({ body: { contact_id, own_phone: 'none' } }),
    ).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  test('that the carrier refuses is refused, with its words', async () => {
    const { ctx, owner } = await buildScene('twilio');
    const { id: contact_id } = await buildContact(ctx);
    const own_phone = '+15005550001';
    await expect(
      owner.client.dialContact({ body: { contact_id, own_phone } }),
    ).rejects.toMatchObject({ status: 409, code: 'DIAL_REFUSED' });
    expect((await owner.client.listCalls()).total_count).toBe(0);
  });
});

describe('at Twilio', () => {
  test('a recording is fetched with the account, once it is there', async () => {
    const { owner, line } = await buildScene('twilio');
    const sid = newSid('CA');
    const recording = newSid('RE');
    const fields = { CallSid: sid, From: buildPhone(), To: line.phone_number };
    const tell = async (path: string, more: Record<string, string>) => {
      const request = twilioRequest(PUBLIC_URL, path, { ...fields, ...more });
      expect((await server.fetch(request.path, request.init)).status).toBe(200);
    };
    standIn.recordings.set(recording, Buffer.from('ID3 the sound'));
    await tell(VOICE_PATHS.incoming, { CallStatus: 'ringing' });
    const named = `${VOICE_PATHS.recording}?${new URLSearchParams({ line: line.phone_number })}`;
    const RecordingUrl = `${standIn.url}/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${recording}`;
    await tell(named, { RecordingSid: recording, RecordingUrl, RecordingDuration: '5' });
    const call = await until('the recording', async () => {
      const [found] = (await owner.client.listCalls()).calls;
      return found?.recording_status === 'stored' && found;
    });
    const sound = await owner.client.getRecording({ params: { call_id: call.id } });
    expect(await (sound as Blob).text()).toBe('ID3 the sound');
  });

  test('a remembered call comes in once, and a leg of a known one not at all', async () => {
    const { ctx, owner, line } = await buildScene('twilio');
    const own = { id: line.id, phone_number: line.phone_number, friendly_name: '' };
    const on = { ...own, organization_id: ctx.organization_id, provider: 'twilio' as const };
    const from = buildPhone();
    const started_at = new Date('2026-10-01T10:00:00Z');
    const parent = {
      external_id: newSid('CA'),
      parent_id: null,
      direction: 'inbound' as const,
      from,
      to: line.phone_number,
      status: 'completed',
      started_at,
      duration_seconds: 42,
    };
    const leg = {
      ...parent,
      external_id: newSid('CA'),
      parent_id: parent.external_id,
      direction: 'outbound' as const,
      from: line.phone_number,
      to: buildPhone(),
    };
    for (const call of [parent, leg, parent]) await ctx.ports.onCarrierCall(ctx, on, call);
    const { calls } = await owner.client.listCalls();
    expect(calls).toMatchObject([
      {
        sid: parent.external_id,
        status: 'completed',
        outcome: null,
        started_at: started_at.toISOString(),
        duration_seconds: 42,
      },
    ]);
  });
});
