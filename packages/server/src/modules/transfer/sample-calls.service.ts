// The calls of the sample workspace: they belong to its people, and go with them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePhone } from '@rapport/domain/contacts/phones';
import type { Ctx } from '../../platform/ctx.ts';
import { recordCall } from '../calls/calls.service.ts';
import { resolveContacts } from '../contacts/resolve.service.ts';

const FILE = join(import.meta.dirname, 'sample/calls.json');
/** The workshop's own number. */
const LINE = '+12075550100';

type SampleCall = {
  phone: string;
  /** Nobody of whom the sample has messages. */
  is_stranger?: boolean;
  direction: 'inbound' | 'outbound';
  outcome: string;
  /** Days before today, and a time of day: "-4d 15:10". */
  started_at: string;
  duration_seconds: number;
  /** Its lines; none when nobody spoke. */
  transcript: string[];
};

/**
 * Records the calls, with the transaction of `ctx`.
 * @param dated what makes a moment of "-4d 15:10"
 */
export const loadSampleCalls = async (
  ctx: Ctx,
  dated: (started_at: string) => Date,
): Promise<void> => {
  const calls = JSON.parse(await readFile(FILE, 'utf8')) as SampleCall[];
  for (const [index, call] of calls.entries()) {
    const parsed = parsePhone(call.phone, null);
    if (!parsed.ok) throw new Error(parsed.reason);
    const phone = { phone_number: parsed.e164, raw: call.phone, extension: null };
    const candidate = { name: null, phone, email: null, identities: [] };
    const [resolved] = await resolveContacts(ctx, [candidate], {
      source: call.is_stranger ? 'inbound_call' : 'import',
      is_sample: true,
      last_contacted_at: null,
      emit_each: false,
    });
    const isInbound = call.direction === 'inbound';
    const text = call.transcript.join('\n');
    await recordCall(ctx, {
      contact_id: resolved!.contact_id,
      sid: `sample:${index}`,
      direction: call.direction,
      status: 'completed',
      outcome: call.outcome,
      from_address: isInbound ? call.phone : LINE,
      to_address: isInbound ? LINE : call.phone,
      started_at: dated(call.started_at),
      duration_seconds: call.duration_seconds,
      ...(text ? { transcription: { text } } : {}),
    });
  }
};
