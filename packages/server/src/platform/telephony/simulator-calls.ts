// Calls on the simulated network: a phone that calls us and leaves a message, and ours that calls a phone.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { readSegments, speakerLabel } from '@rapport/domain/calls/segments';
import type { Ctx } from '../ctx.ts';
import { defineJob, enqueue, systemCtx } from '../jobs/jobs.ts';
import type { CarrierCalls } from './calls.ts';
import type { Line } from './telephony.ts';
import { callBack, newSid, SIMULATED_ACCOUNT } from './simulated-account.ts';
import { VOICE_PATHS } from './twiml.ts';
import { CarrierError } from './telephony.ts';
import { hum } from './wave.ts';

/** `simulated:12`: a recording of so many seconds, which is made up when it is asked for. */
const SOURCE = /^simulated:(\d{1,4})$/;
const SPOKEN_WORDS_PER_SECOND = 2.5;

export const simulatedCalls: CarrierCalls = {
  dial: async (ctx, { line, own_phone, to, contact_id, member_id }) => {
    const sid = newSid('CA');
    const { organization_id } = ctx;
    const payload = { organization_id, sid, line, own_phone, to, contact_id, member_id };
    await enqueue(ctx, simulatedDial, payload, { run_at: new Date(ctx.now().getTime() + 500) });
    return { kind: 'accepted', external_id: sid, status: 'queued' };
  },
  openRecording: async (_ctx, source) => {
    const seconds = SOURCE.exec(source)?.[1];
    if (!seconds) throw new CarrierError('gone', 'The simulated network has no such recording.');
    return { content: Readable.from([hum(Number(seconds))]), content_type: 'audio/wav' };
  },
};

/** Plays a call that we start: both sides pick up, and hang up a little later. */
export const simulatedDial = defineJob({
  name: 'simulator.dial',
  payload: z.object({
    organization_id: z.uuid(),
    sid: z.string(),
    line: z.string(),
    own_phone: z.string(),
    to: z.string(),
    contact_id: z.uuid(),
    member_id: z.uuid(),
  }),
  run: async (base, { organization_id, sid, line, own_phone, to, contact_id, member_id }) => {
    const ctx = systemCtx(base, organization_id, 'simulated network');
    const query = new URLSearchParams({ line, to, contact: contact_id, member: member_id });
    const form = callForm(sid, line, own_phone, 'outbound-api');
    const tell = async (path: string, more: Record<string, string>) =>
      callBack(ctx, { provider: 'simulator' }, `${path}?${query}`, withMore(form, more));
    query.set('direction', 'outbound');
    await tell(VOICE_PATHS.status, { CallStatus: 'in-progress' });
    await tell(VOICE_PATHS.connect, { CallStatus: 'in-progress' });
    await tell(VOICE_PATHS.leg, { DialCallStatus: 'completed', DialCallDuration: '42' });
    await tell(VOICE_PATHS.status, { CallStatus: 'completed', CallDuration: '45' });
  },
});

export type SimulatedCall = {
  from: string;
  /** What is said; lines of both sides mean that somebody answered. */
  transcript: string;
  duration_seconds?: number | undefined;
};

/**
 * Calls one of our numbers and plays what a carrier would tell of it, the last thing before the first.
 * @returns the call's SID, once our webhooks took everything
 */
export const callFromPhone = async (ctx: Ctx, line: Line, call: SimulatedCall): Promise<string> => {
  const sid = newSid('CA');
  const form = callForm(sid, call.from, line.phone_number, 'inbound');
  const tell = async (path: string, more: Record<string, string>, query = '') =>
    callBack(
      ctx,
      line,
      `${path}?${new URLSearchParams({ line: line.phone_number })}${query}`,
      withMore(form, more),
    );
  await callBack(ctx, line, VOICE_PATHS.incoming, withMore(form, { CallStatus: 'ringing' }));
  const segments = readSegments(call.transcript);
  const words = call.transcript.split(/\s+/).filter(Boolean).length;
  const spoken = call.duration_seconds ?? Math.ceil(words / SPOKEN_WORDS_PER_SECOND);
  const seconds = String(Math.max(segments.length > 0 ? 2 : 0, spoken));
  const isAnswered = new Set(segments.map(speakerLabel)).size > 1;
  await tell(VOICE_PATHS.status, { CallStatus: 'completed', CallDuration: seconds });
  if (isAnswered)
    await tell(
      VOICE_PATHS.leg,
      { DialCallStatus: 'completed', DialCallDuration: seconds },
      '&direction=inbound',
    );
  if (segments.length === 0) return sid;
  const recording = {
    RecordingSid: newSid('RE'),
    RecordingUrl: `simulated:${seconds}`,
    RecordingStatus: 'completed',
    RecordingDuration: seconds,
  };
  await tell(VOICE_PATHS.recording, recording, isAnswered ? '' : '&kind=message');
  if (!isAnswered) {
    const text = { TranscriptionStatus: 'completed', TranscriptionText: call.transcript };
    await tell(VOICE_PATHS.transcription, text);
    return sid;
  }
  await tellLines(
    segments.map(({ speaker, text, start_seconds }) => ({ speaker, text, start_seconds })),
    tell,
    Number(seconds),
    ctx.now(),
  );
  return sid;
};

type Tell = (path: string, more: Record<string, string>, query?: string) => Promise<string>;

/** The lines of a call that is written down while it goes on, spread over its time. */
const tellLines = async (
  lines: { speaker: string; text: string; start_seconds: number | null }[],
  tell: Tell,
  seconds: number,
  started_at: Date,
): Promise<void> => {
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  let said = 0;
  for (const [index, { speaker, text, start_seconds }] of lines.entries()) {
    const at = start_seconds ?? (seconds * said) / total;
    said += text.length;
    await tell(
      VOICE_PATHS.transcription,
      {
        TranscriptionEvent: 'transcription-content',
        TranscriptionData: JSON.stringify({ transcript: text, confidence: 0.95 }),
        Track: speaker === 'contact' ? 'inbound_track' : 'outbound_track',
        SequenceId: String(index + 1),
        Timestamp: new Date(started_at.getTime() + at * 1000).toISOString(),
        Final: 'true',
      },
      '&direction=inbound',
    );
  }
};

const callForm = (sid: string, from: string, to: string, direction: string) => ({
  CallSid: sid,
  AccountSid: SIMULATED_ACCOUNT,
  From: from,
  To: to,
  Direction: direction,
  ApiVersion: '2010-04-01',
});

const withMore = (form: Record<string, string>, more: Record<string, string>): URLSearchParams =>
  new URLSearchParams({ ...form, ...more });
