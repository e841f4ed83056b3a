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

/** A call that is written down while it goes on is read once its lines have stopped coming. */
const SETTLING_MS = 2000;

/**
 * Keeps what was said in a call, in place of what was known before; the same again changes nothing, and
 * the provider's machine does not replace what somebody sent us. Summary, analyses and todos follow.
 * @param isLive more lines may come: nothing follows before the call is over
 * @throws CALL_NOT_FOUND
 */
export const saveTranscription = async (
  ctx: Ctx,
  call_id: string,
  given: Transcription,
  source: 'provider' | 'api',
  isLive = false,
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
    await emit(ctx, 'call.changed', { contact_id: call.contact_id, call_id });
    if (!isLive) await queueDigest(ctx, call_id, ctx.now());
    else if (call.status === 'completed') await digestSoon(ctx, call_id);
  });

/** Reads a call that is over, if there is something to read and nobody has. */
export const digestWhenOver = async (ctx: Ctx, call_id: string): Promise<void> => {
  const transcription = await findTranscription(ctx, call_id);
  if (transcription && !transcription.digested_at) await digestSoon(ctx, call_id);
};

const digestSoon = async (ctx: Ctx, call_id: string): Promise<void> =>
  queueDigest(ctx, call_id, new Date(ctx.now().getTime() + SETTLING_MS));

const queueDigest = async (ctx: Ctx, call_id: string, run_at: Date): Promise<void> => {
  const { organization_id } = ctx;
  const key = `calls.digest:${call_id}`;
  await enqueue(ctx, digestCallJob, { organization_id, call_id }, { key, run_at });
};

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
