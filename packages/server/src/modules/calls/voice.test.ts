import type { CallDetails } from '@rapport/contract/calls.api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VOICE_PATHS } from '../../platform/telephony/twiml.ts';
import { buildContact, buildOrganization, buildPhone } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { giveUpCalls } from './unknown.jobs.ts';
import { buildLine, post, type Told } from './voice.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const line = await buildLine(ctx, 'Front desk');

const bySid = async (sid: string): Promise<CallDetails | undefined> => {
  const { calls } = await client.listCalls({ query: { page_size: 50 } });
  const found = calls.find((call) => call.sid === sid);
  return found && client.getCall({ params: { call_id: found.id } });
};

describe('a call that comes in', () => {
  test('of a stranger makes a stub, is listed, and asks for a message', async () => {
    const { sid, from, form } = line.ring();
    const { status, twiml } = await line.tell('incoming', form({ CallStatus: 'ringing' }));
    expect(status).toBe(200);
    expect(twiml).toContain('<Say>');
    expect(twiml).toMatch(/<Record [^>]*transcribe="true"/);
    expect(twiml).toContain('maxLength="120"');
    const call = (await bySid(sid))!;
    expect(call).toMatchObject({
      status: 'in-progress',
      outcome: null,
      direction: 'inbound',
      provider: 'simulator',
      from_address: from,
      phone_number_id: line.id,
    });
    expect(call.received_on).toMatch(/^Front desk \(\+1 \d{3} \d{3} \d{4}\)$/);
    const contact = await client.getContact({ params: { contact_id: call.contact_id } });
    expect(contact).toMatchObject({
      first_name: '',
      last_name: '',
      source: 'inbound_call',
      last_contacted_at: call.started_at,
      phones: [{ phone_number: from, is_preferred: true }],
    });
  });

  test('of somebody known goes to them, and the history is newest first', async () => {
    const phone_number = buildPhone();
    const { id: contact_id } = await buildContact(ctx, { phone_number });
    const [first, second] = [line.ring(phone_number), line.ring(phone_number)];
    await line.tell('incoming', first.form());
    await line.tell('incoming', second.form());
    const { calls } = await client.listContactCalls({ params: { contact_id } });
    expect(calls.map(({ sid }) => sid)).toEqual([second.sid, first.sid]);
  });

  test('by twenty webhooks at once of five calls is one contact and five calls', async () => {
    const from = buildPhone();
    const calls = Array.from({ length: 5 }, () => line.ring(from));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => line.tell('incoming', calls[i % 5]!.form())),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const { contacts } = await client.listContacts({ query: { search: from } });
    expect(contacts).toHaveLength(1);
    const contact_id = contacts[0]!.id;
    const { total_count } = await client.listCalls({ query: { contact_id } });
    expect(total_count).toBe(5);
  });

  test.each(['', 'anonymous', '+266696687', 'Restricted'])(
    'from the hidden number "%s" is not taken for a number',
    async (from) => {
      const { sid, form } = line.ring(from);
      expect((await line.tell('incoming', form())).status).toBe(200);
      const call = (await bySid(sid))!;
      const contact = await client.getContact({ params: { contact_id: call.contact_id } });
      expect(contact.phones).toEqual([]);
    },
  );

  test('rings the phone behind the number first, and takes a message when nobody answers', async () => {
    const desk = await buildLine(ctx);
    const params = { phone_number_id: desk.id };
    await client.updateCallHandling({
      params,
      body: { forward_to: '(212) 555-0142', greeting: 'You reached Nell.', records: true },
    });
    const { sid, form } = desk.ring();
    const { twiml } = await desk.tell('incoming', form());
    expect(twiml).toContain('<Number>+12125550142</Number>');
    expect(twiml).toContain('record="record-from-answer-dual"');
    expect(twiml).toContain('track="both_tracks"');
    const missed = await desk.tell('leg', form({ DialCallStatus: 'no-answer' }));
    expect(missed.twiml).toContain('You reached Nell.');
    expect(await bySid(sid)).toMatchObject({ outcome: 'missed' });
    const answered = form({ DialCallStatus: 'completed', DialCallDuration: '31' });
    expect((await desk.tell('leg', answered)).twiml).toContain('<Hangup/>');
    expect(await bySid(sid)).toMatchObject({ outcome: 'answered', duration_seconds: 31 });
  });
});

describe('what is told of one call', () => {
  const recording = { RecordingSid: 'RE7', RecordingUrl: 'simulated:3', RecordingDuration: '3' };
  const text = { TranscriptionStatus: 'completed', TranscriptionText: 'Please call Tom Becker.' };
  const message = { kind: 'message' };
  const told = (form: (more: Record<string, string>) => Record<string, string>): Told[] => [
    ['incoming', form({ CallStatus: 'ringing' })],
    ['status', form({ CallStatus: 'in-progress' })],
    ['status', form({ CallStatus: 'completed', CallDuration: '12' })],
    ['recording', form({ ...recording, RecordingStatus: 'completed' }), message],
    ['message', form(recording), message],
    ['transcription', form(text)],
  ];

  test('in any order, twice, and before the call itself comes to the same', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
      async (dice) => {
        const { sid, form } = line.ring();
        const all = told(form);
        const order = [...all, ...all.slice(0, 3)]
          .map((one, i) => ({ one, at: dice[i]! }))
          .sort((a, b) => a.at - b.at);
        for (const { one } of order) expect((await line.tell(...one)).status).toBe(200);
        expect(await bySid(sid)).toMatchObject({
          status: 'completed',
          outcome: 'voicemail',
          duration_seconds: 12,
          transcription: 'Please call Tom Becker.',
        });
      },
    );
    await fc.assert(property, { numRuns: 6 });
  });

  test('all at once loses nothing', async () => {
    const { sid, form } = line.ring();
    await Promise.all(told(form).map((one) => line.tell(...one)));
    expect(await bySid(sid)).toMatchObject({
      status: 'completed',
      outcome: 'voicemail',
      duration_seconds: 12,
      transcription: 'Please call Tom Becker.',
    });
  });

  test('the recording is fetched and played in parts', async () => {
    const { sid, form } = line.ring();
    for (const one of told(form)) await line.tell(...one);
    const call = await until('the recording', async () => {
      const found = await bySid(sid);
      return found?.recording_status === 'stored' && found;
    });
    const url = call.recording_url!;
    const whole = await owner.fetch(url);
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    const part = await owner.fetch(url, { headers: { range: 'bytes=4-11' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 4-11/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(4, 12));
  });

  test('a recording that the carrier has no more is shown as lost', async () => {
    const { sid, form } = line.ring();
    await line.tell('incoming', form());
    const gone = { ...recording, RecordingUrl: 'elsewhere:1', RecordingStatus: 'completed' };
    await line.tell('recording', form(gone));
    await until('the failure', async () => (await bySid(sid))?.recording_status === 'failed');
    const call = (await bySid(sid))!;
    expect(call.recording_url).toBeNull();
    await expect(client.getRecording({ params: { call_id: call.id } })).rejects.toMatchObject({
      status: 404,
      code: 'NO_RECORDING',
    });
  });

  test('a caller who hangs up at the tone left no message', async () => {
    const { sid, form } = line.ring();
    await line.tell('incoming', form());
    await line.tell('message', form({ ...recording, RecordingDuration: '1' }), message);
    await line.tell('status', form({ CallStatus: 'completed', CallDuration: '9' }));
    expect(await bySid(sid)).toMatchObject({ outcome: 'missed' });
  });

  test('lines that are written down meanwhile stand in their order, each once', async () => {
    const { sid, form } = line.ring();
    await line.tell('incoming', form());
    const spoken = (n: number, Track: string, transcript: string): Told => [
      'transcription',
      form({
        TranscriptionEvent: 'transcription-content',
        TranscriptionData: JSON.stringify({ transcript, confidence: 0.9 }),
        Track,
        SequenceId: String(n),
        Timestamp: new Date(Date.now() + n * 1000).toISOString(),
        Final: 'true',
      }),
      { direction: 'inbound' },
    ];
    const third = spoken(3, 'inbound_track', 'This is Priya.');
    for (const one of [third, spoken(2, 'outbound_track', 'Who is it?'), third])
      await line.tell(...one);
    const call = (await bySid(sid))!;
    expect(call.segments.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', 'Who is it?'],
      ['contact', 'This is Priya.'],
    ]);
  });
});

test('a call whose end nobody tells is unknown after a day, and completed by a late callback', async () => {
  const { sid, form } = line.ring();
  await line.tell('incoming', form());
  const tomorrow = () => new Date(Date.now() + 24 * 3_600_000 + 1);
  await giveUpCalls(server.base);
  expect(await bySid(sid)).toMatchObject({ status: 'in-progress' });
  await giveUpCalls({ ...server.base, now: tomorrow });
  expect(await bySid(sid)).toMatchObject({ status: 'unknown' });
  await line.tell('status', form({ CallStatus: 'completed', CallDuration: '5' }));
  expect(await bySid(sid)).toMatchObject({ status: 'completed', duration_seconds: 5 });
});

describe('a webhook is let in', () => {
  test.each(Object.entries(VOICE_PATHS))('on %s only with a signature', async (_, path) => {
    const { form } = line.ring();
    const body = new URLSearchParams(form()).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const named = `${path}?${new URLSearchParams({ line: line.phone_number })}`;
    expect((await server.fetch(named, { method: 'POST', headers, body })).status).toBe(403);
    expect((await post(ctx, named, new URLSearchParams(form()), 'guessed')).status).toBe(403);
  });

  test('not for the line of another organization', async () => {
    const { ctx: abroad } = await buildOrganization(server);
    const theirs = await buildLine(abroad);
    const { form } = theirs.ring();
    const [ours] = await ctx.ports.telephony.simulator.webhookTokens(ctx);
    const said = await post(ctx, VOICE_PATHS.incoming, new URLSearchParams(form()), ours);
    expect(said.status).toBe(403);
  });
});
