// Calls for tests: recorded through the services, with what was said and a recording where asked for.
import { Readable } from 'node:stream';
import { hum } from '../../platform/telephony/wave.ts';
import { buildContact, type TestCtx } from '../../platform/testing/builders.ts';
import { recordCall, type RecordedCall } from './calls.service.ts';

export const TRANSCRIPT = `Agent: Harbor & Pine, Nell speaking.
Caller: Hi Nell, this is Priya Raman from Quay Street Dental. I am calling about the reception desk.
Agent: Of course. What can I do for you?
Caller: We would like walnut instead of oak. Could you send us a revised quote by Friday?
Agent: No problem. I'll send you the revised quote tomorrow.
Caller: Perfect, thank you so much, you have been wonderful.`;

/** A call of a contact, of a new one unless told otherwise. @returns its id */
export const buildCall = async (
  ctx: TestCtx,
  {
    transcript,
    has_recording = false,
    ...values
  }: Partial<RecordedCall> & { transcript?: string; has_recording?: boolean } = {},
): Promise<string> => {
  const { id } = await recordCall(ctx, {
    contact_id: values.contact_id ?? (await buildContact(ctx)).id,
    direction: 'inbound',
    status: 'completed',
    from_address: '+12125550100',
    to_address: '+12125550199',
    started_at: ctx.now(),
    ...(transcript ? { transcription: { text: transcript } } : {}),
    ...values,
  });
  if (has_recording) await addRecording(ctx, id);
  return id;
};

/** Two seconds of sound, as if fetched from the provider. */
const addRecording = async (ctx: TestCtx, id: string): Promise<void> => {
  const recording_key = `recordings/${ctx.organization_id}/${id}/RE1`;
  const recording_size = await ctx.ports.storage.put(recording_key, Readable.from([hum(2)]));
  await ctx.db
    .updateTable('call')
    .set({
      recording_sid: 'RE1',
      recording_status: 'stored',
      recording_type: 'audio/wav',
      recording_key,
      recording_size,
    })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
