// What was said in a call: taken in from the provider or by API, and handed to those who read it.
import { inOrder, readSegments, type Segment, transcriptOf } from '@rapport/domain/calls/segments';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findTranscription, lockTranscription, upsertTranscription } from './analyses.queries.ts';
import { digestCallJob } from './analyses.jobs.ts';
import { callErrors } from './calls.errors.ts';
import { findCall, lockCall } from './calls.queries.ts';

/** Text, segments, or both; segments win. */
export type Transcription = { text?: string | undefined; segments?: Segment[] | undefined };

/**
 * Keeps what was said in a call, in place of what was known before; the same again changes nothing, and
 * the provider's machine does not replace what somebody sent us. Summary, analyses and todos follow.
 * @throws CALL_NOT_FOUND
 */
export const saveTranscription = async (
  ctx: Ctx,
  call_id: string,
  given: Transcription,
  source: 'provider' | 'api',
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const call = await lockCall(ctx, call_id);
    if (!call) throw callErrors.CALL_NOT_FOUND();
    const segments = inOrder(given.segments ?? readSegments(withoutNul(given.text ?? ''))).map(
      (segment) => ({ ...segment, text: withoutNul(segment.text) }),
    );
    const before = await lockTranscription(ctx, call_id);
    if (segments.length === 0 || (before?.source === 'api' && source === 'provider')) return;
    if (before && isSame(before.segments, segments)) return;
    await upsertTranscription(ctx, call_id, { text: transcriptOf(segments), segments, source });
    const { contact_id } = call;
    await emit(ctx, 'call.changed', { contact_id, call_id });
    await enqueue(
      ctx,
      digestCallJob,
      { organization_id: ctx.organization_id, call_id },
      { key: `calls.digest:${call_id}` },
    );
    await ctx.ports.onCallTranscribed(ctx, { call_id, contact_id });
  });

/** Takes in what somebody says was said in a call that they may see. @throws CALL_NOT_FOUND */
export const transcribeCall = async (ctx: Ctx, call_id: string, given: Transcription) => {
  if (!(await findCall(ctx, call_id))) throw callErrors.CALL_NOT_FOUND();
  await saveTranscription(ctx, call_id, given, 'api');
};

/** PostgreSQL keeps the keys of an object in an order of its own. */
const isSame = (a: Segment[], b: Segment[]): boolean => told(a) === told(b);

const told = (segments: Segment[]): string =>
  JSON.stringify(
    segments.map(({ speaker, name, text, start_seconds, end_seconds }) => [
      speaker,
      name,
      text,
      start_seconds,
      end_seconds,
    ]),
  );

/** PostgreSQL keeps no NUL in text. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');

/**
 * What was said in a call, for modules that read it.
 * @returns null when there is no such call, or nothing is known of what was said
 */
export const findTranscript = async (ctx: Ctx, call_id: string) => {
  const call = await findCall(ctx, call_id);
  const transcription = call ? await findTranscription(ctx, call_id) : null;
  if (!call || !transcription) return null;
  const { contact_id, direction, started_at } = call;
  return { contact_id, direction, started_at, ...transcription };
};
