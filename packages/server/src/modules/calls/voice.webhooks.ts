// Twilio's voice webhooks: a call comes in, a leg ends, a recording or a transcription is ready.
import type { Ctx } from '../../platform/ctx.ts';
import type { CarrierRequest, CarrierRoute } from '../../platform/telephony/webhooks.ts';
import { findHandling } from './handling.queries.ts';
import { openCall, reportCall, type Spoken } from './reports.service.ts';
import {
  connectTwiml,
  goodbyeTwiml,
  ringTwiml,
  VOICE_PATHS,
  voicemailTwiml,
} from '../../platform/telephony/twiml.ts';

/** Callbacks that name none of our numbers carry it in their address, which is signed too. */
const inAddress = (form: URLSearchParams, query: URLSearchParams): string | null =>
  query.get('line') ?? form.get('To');

const receiveCall = async (ctx: Ctx, { form, line }: CarrierRequest): Promise<string> => {
  await openCall(ctx, {
    sid: sidOf(form),
    provider: line.provider,
    direction: 'inbound',
    from_address: form.get('From') ?? '',
    to_address: form.get('To') ?? line.phone_number,
    phone_number_id: line.id,
    started_at: ctx.now(),
    contact_id: null,
    created_by: null,
  });
  const handling = await findHandling(ctx, line.id);
  const { forward_to = null, greeting = '', records = false } = handling ?? {};
  const at = { public_url: ctx.ports.public_url, line: line.phone_number };
  return forward_to ? ringTwiml(at, { forward_to, records }) : voicemailTwiml(at, greeting);
};

/** The leg that we rang is over: a caller whom nobody answered may leave a message. */
const endLeg = async (ctx: Ctx, { form, query, line }: CarrierRequest): Promise<string> => {
  const leg = form.get('DialCallStatus') ?? '';
  const duration_seconds = numberIn(form, 'DialCallDuration');
  const isAnswered = leg === 'completed' || leg === 'answered';
  const isOver = isAnswered || query.get('direction') === 'outbound';
  const status = isOver ? 'completed' : undefined;
  await reportCall(ctx, sidOf(form), { leg, duration_seconds, status });
  if (isOver) return goodbyeTwiml();
  const handling = await findHandling(ctx, line.id);
  const at = { public_url: ctx.ports.public_url, line: line.phone_number };
  return voicemailTwiml(at, handling?.greeting ?? '');
};

/** We picked up our own phone: the contact is rung. */
const connect = async (ctx: Ctx, { query, line }: CarrierRequest): Promise<string> => {
  const handling = await findHandling(ctx, line.id);
  const at = { public_url: ctx.ports.public_url, line: line.phone_number };
  return connectTwiml(at, { to: query.get('to') ?? '', records: handling?.records ?? false });
};

const reportStatus = async (ctx: Ctx, { form, query, line }: CarrierRequest): Promise<void> => {
  const sid = sidOf(form);
  const contact_id = query.get('contact');
  // A call that we started may tell of itself before its request was answered.
  if (contact_id)
    await openCall(ctx, {
      sid,
      provider: line.provider,
      direction: 'outbound',
      from_address: line.phone_number,
      to_address: query.get('to') ?? '',
      phone_number_id: line.id,
      started_at: ctx.now(),
      contact_id,
      created_by: query.get('member'),
    });
  await reportCall(ctx, sid, {
    status: form.get('CallStatus') ?? undefined,
    duration_seconds: numberIn(form, 'CallDuration'),
  });
};

const reportRecording = async (ctx: Ctx, { form, query }: CarrierRequest): Promise<void> => {
  const [sid, source] = [form.get('RecordingSid'), form.get('RecordingUrl')];
  if (!sid || !source || form.get('RecordingStatus') === 'failed') return;
  const seconds = numberIn(form, 'RecordingDuration') ?? 0;
  const is_message = query.get('kind') === 'message';
  await reportCall(ctx, sidOf(form), { recording: { sid, source, seconds, is_message } });
};

/** The caller hung up or pressed a key after the tone. */
const endMessage = async (ctx: Ctx, request: CarrierRequest): Promise<string> => {
  await reportRecording(ctx, request);
  await reportCall(ctx, sidOf(request.form), { status: 'completed' });
  return goodbyeTwiml();
};

const reportTranscription = async (ctx: Ctx, { form, query }: CarrierRequest): Promise<void> => {
  const event = form.get('TranscriptionEvent');
  if (event !== null) return event === 'transcription-content' ? hear(ctx, form, query) : undefined;
  const text = form.get('TranscriptionText')?.trim();
  if (text && form.get('TranscriptionStatus') === 'completed')
    await reportCall(ctx, sidOf(form), { message: { text } });
};

/** One final line of a call that is written down while it goes on. */
const hear = async (ctx: Ctx, form: URLSearchParams, query: URLSearchParams): Promise<void> => {
  const text = textIn(form.get('TranscriptionData'));
  if (!text || form.get('Final') === 'false') return;
  const isOurPhone = query.get('direction') === 'outbound';
  const isFirstLeg = form.get('Track') === 'inbound_track';
  const line: Spoken = {
    // The first leg is the caller's, or our own phone in a call that we started.
    track: isFirstLeg === isOurPhone ? 'agent' : 'contact',
    sequence: numberIn(form, 'SequenceId') ?? 0,
    text,
    at: form.get('Timestamp'),
  };
  await reportCall(ctx, sidOf(form), { line });
};

const textIn = (data: string | null): string => {
  try {
    const { transcript } = JSON.parse(data ?? '{}') as { transcript?: unknown };
    return typeof transcript === 'string' ? transcript.trim() : '';
  } catch {
    return '';
  }
};

const sidOf = (form: URLSearchParams): string => form.get('CallSid') ?? '';

const numberIn = (form: URLSearchParams, name: string): number | undefined => {
  const text = form.get(name) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/** Without its id a callback is of no call. */
const ofCall =
  (handle: CarrierRoute['handle']): CarrierRoute['handle'] =>
  async (ctx, request) =>
    sidOf(request.form) === '' ? undefined : handle(ctx, request);

export const voiceWebhooks: CarrierRoute[] = [
  { path: VOICE_PATHS.incoming, own_number: (form) => form.get('To'), handle: ofCall(receiveCall) },
  { path: VOICE_PATHS.leg, own_number: inAddress, handle: ofCall(endLeg) },
  { path: VOICE_PATHS.connect, own_number: inAddress, handle: ofCall(connect) },
  { path: VOICE_PATHS.status, own_number: inAddress, handle: ofCall(reportStatus) },
  { path: VOICE_PATHS.message, own_number: inAddress, handle: ofCall(endMessage) },
  { path: VOICE_PATHS.recording, own_number: inAddress, handle: ofCall(reportRecording) },
  { path: VOICE_PATHS.transcription, own_number: inAddress, handle: ofCall(reportTranscription) },
];
