// Recordings: brought here from the provider, and played from here.
import type { Readable } from 'node:stream';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import type { Http } from '../../platform/http/mount.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { CarrierError } from '../../platform/telephony/telephony.ts';
import { callErrors } from './calls.errors.ts';
import {
  type CallChanges,
  findCall,
  findRecording,
  lockCall,
  updateCall,
} from './calls.queries.ts';

/** The recording as an endpoint of encoding `file` returns it. @throws CALL_NOT_FOUND, NO_RECORDING */
export const sendRecording = async (ctx: Ctx, call_id: string, http: Http): Promise<Readable> => {
  if (!(await findCall(ctx, call_id))) throw callErrors.CALL_NOT_FOUND();
  const recording = await findRecording(ctx, call_id);
  if (!recording?.recording_key) throw callErrors.NO_RECORDING();
  const { recording_key: storage_key, recording_type } = recording;
  const content_type = recording_type ?? 'audio/mpeg';
  const file_name = `call-${call_id}.${content_type === 'audio/wav' ? 'wav' : 'mp3'}`;
  return sendFile(ctx, http, { storage_key, content_type, file_name });
};

/**
 * Stores a recording; done again, it does nothing.
 * @param isLast the carrier was asked often enough: what it does not give now is shown as failed
 * @throws CarrierError when it is worth asking again
 */
export const fetchRecording = async (
  ctx: Ctx,
  { call_id, recording_sid }: { call_id: string; recording_sid: string },
  isLast: boolean,
): Promise<void> => {
  const recording = await findRecording(ctx, call_id);
  if (recording?.recording_sid !== recording_sid || recording.recording_status === 'stored') return;
  const { provider, recording_source, recording_key: earlier } = recording;
  if (provider === 'manual' || !recording_source) return;
  const recording_key = `recordings/${ctx.organization_id}/${call_id}/${recording_sid}`;
  try {
    const sound = await ctx.ports.telephony[provider as 'twilio'].openRecording(
      ctx,
      recording_source,
    );
    const recording_size = await ctx.ports.storage.put(recording_key, sound.content);
    const recording_type = sound.content_type;
    await settle(ctx, call_id, recording_sid, {
      recording_status: 'stored',
      recording_key,
      recording_size,
      recording_type,
    });
    if (earlier) await ctx.ports.storage.remove(earlier);
  } catch (error) {
    const isGone = error instanceof CarrierError && error.code === 'gone';
    if (!isGone && !isLast) throw error;
    await settle(ctx, call_id, recording_sid, { recording_status: 'failed' });
  }
};

/** A better recording may have come meanwhile: that one's own job settles it. */
const settle = async (
  ctx: Ctx,
  call_id: string,
  recording_sid: string,
  changes: CallChanges,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const call = await lockCall(ctx, call_id);
    if (call?.recording_sid !== recording_sid) return;
    await updateCall(ctx, call_id, changes);
    await emit(ctx, 'call.changed', { contact_id: call.contact_id, call_id });
  });
