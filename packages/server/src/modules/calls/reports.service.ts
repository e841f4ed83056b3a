// What the provider tells of a call: it may come in any order, twice, and before the call itself.
import { afterReport, type CallState } from '@rapport/domain/calls/reports';
import type { Segment } from '@rapport/domain/calls/segments';
import type { Channel } from '@rapport/domain/messaging/channels';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/ids.ts';
import type { CarrierCall, Line } from '../../platform/telephony/telephony.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import { candidateOf } from '../contacts/identity.service.ts';
import { resolveContacts, touchContacts } from '../contacts/resolve.service.ts';
import { findTranscription } from './analyses.queries.ts';
import * as queries from './calls.queries.ts';
import { fetchRecordingJob } from './recordings.jobs.ts';
import { insertReport, type Spoken, type StoredReport, takeReports } from './reports.queries.ts';
import { digestWhenOver, saveTranscription } from './transcripts.service.ts';

export type { Spoken, StoredReport } from './reports.queries.ts';

export type OpenedCall = Pick<
  queries.NewCall,
  'sid' | 'provider' | 'direction' | 'from_address' | 'to_address' | 'created_by'
> & {
  phone_number_id: string;
  started_at: Date;
  /** Known for a call that we start; otherwise whoever has the other number. */
  contact_id: string | null;
};

/**
 * The call with a provider's id, made when it is not there yet; the contact is resolved from the number of
 * the other side. What was told of it before is applied.
 * @returns its id
 */
export const openCall = async (ctx: Ctx, opened: OpenedCall): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await queries.lockSid(ctx, opened.sid);
    const known = await queries.findBySid(ctx, opened.sid);
    if (known) return known;
    const contact_id = opened.contact_id ?? (await whoCalls(ctx, opened));
    await holdContact(ctx, contact_id);
    const id = newId();
    const { started_at: at } = opened;
    await queries.insertCall(ctx, {
      ...opened,
      id,
      contact_id,
      status: 'in-progress',
      outcome: null,
      duration_seconds: null,
    });
    await touchContacts(ctx, [{ contact_id, at }]);
    await emit(ctx, 'call.changed', { contact_id, call_id: id });
    for (const report of await takeReports(ctx, opened.sid)) await applyReport(ctx, id, report);
    return id;
  });

/** What networks send in place of a number that the caller hides. */
const HIDDEN =
  /^(?:|anonymous|restricted|unknown|unavailable|private|\+?266696687|\+?7378742833|\+?2562533|\+?8656696|\+?86282452253)$/i;
const VOICE: Channel = 'voice';

const whoCalls = async (ctx: Ctx, { direction, ...call }: OpenedCall): Promise<string> => {
  const number = direction === 'inbound' ? call.from_address : call.to_address;
  const { default_country } = await findOrganization(ctx);
  const from = HIDDEN.test(number) ? 'anonymous' : number;
  const [resolved] = await resolveContacts(ctx, [candidateOf(VOICE, from, null, default_country)], {
    source: direction === 'inbound' ? 'inbound_call' : 'outbound_call',
    last_contacted_at: call.started_at,
    emit_each: true,
  });
  return resolved!.contact_id;
};

/** Takes in a call that the carrier remembers; a leg of one that we know is no call of its own. */
export const takeCarrierCall = async (ctx: Ctx, line: Line, call: CarrierCall): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (call.parent_id && (await queries.findBySid(ctx, call.parent_id))) return;
    const { external_id: sid, direction, status, started_at } = call;
    await openCall(ctx, {
      sid,
      provider: line.provider,
      direction,
      from_address: call.from,
      to_address: call.to,
      phone_number_id: line.id,
      started_at,
      contact_id: null,
      created_by: null,
    });
    const duration_seconds = call.duration_seconds ?? undefined;
    await reportCall(ctx, sid, { status, duration_seconds, is_memory: true });
  });

/** Takes one report in; it waits when its call is not there yet. */
export const reportCall = async (ctx: Ctx, sid: string, report: StoredReport): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await queries.lockSid(ctx, sid);
    const id = await queries.findBySid(ctx, sid);
    if (id) await applyReport(ctx, id, report);
    else await insertReport(ctx, sid, report);
  });

const applyReport = async (ctx: Ctx, id: string, report: StoredReport): Promise<void> => {
  const call = (await queries.lockCall(ctx, id))!;
  const before = call as typeof call & CallState;
  const after = afterReport(before, report);
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    const { status, outcome, duration_seconds } = after;
    const { recording_sid, recording_source, recording_seconds } = after;
    const isNewRecording = recording_sid !== before.recording_sid;
    await queries.updateCall(ctx, id, {
      status,
      outcome,
      duration_seconds,
      recording_sid,
      recording_source,
      recording_seconds,
      ...(isNewRecording ? { recording_status: 'pending' } : {}),
    });
    if (isNewRecording) {
      const { organization_id } = ctx;
      await enqueue(
        ctx,
        fetchRecordingJob,
        { organization_id, call_id: id, recording_sid: recording_sid! },
        { key: `calls.recording:${id}` },
      );
    }
    await emit(ctx, 'call.changed', { contact_id: call.contact_id, call_id: id });
    if (status === 'completed' && before.status !== 'completed') await digestWhenOver(ctx, id);
  }
  if (report.message)
    await saveTranscription(ctx, id, { segments: [messageOf(report.message.text)] }, 'provider');
  if (report.line) await addLine(ctx, id, call.started_at, report.line);
};

/** On a voicemail only the caller speaks. */
const messageOf = (text: string): Segment => ({
  speaker: 'contact',
  name: null,
  text,
  start_seconds: 0,
  end_seconds: null,
});

/** A line of a call that is written down while it goes on; its number on its track says where it belongs. */
const addLine = async (
  ctx: Ctx,
  call_id: string,
  started_at: Date,
  { track, sequence, text, at }: Spoken,
): Promise<void> => {
  const before = await findTranscription(ctx, call_id);
  if (before?.source === 'api') return;
  const key = `${track} ${sequence}`;
  const lines = (before?.segments ?? []) as (Segment & { key?: string })[];
  if (lines.some((line) => line.key === key)) return;
  const start_seconds = at ? Math.max(0, (Date.parse(at) - started_at.getTime()) / 1000) : null;
  const line = { speaker: track, name: null, text, start_seconds, end_seconds: null, key };
  await saveTranscription(ctx, call_id, { segments: [...lines, line] }, 'provider', true);
};
