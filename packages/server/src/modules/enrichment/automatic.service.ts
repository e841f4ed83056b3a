// Enrichment that nobody asked for: after a call, and after some messages of somebody without a name.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { enrichCallJob, enrichMessagesJob } from './automatic.jobs.ts';
import * as queries from './enrichment.queries.ts';

/** Calls are read from the first day, as the telephone promises; messages when the organization says so. */
const UNSAID = { after_call: true, after_messages: null };

/** So long nobody must have written before a conversation is read, in milliseconds. */
const QUIET_MS = 60_000;

export const getSettings = async (ctx: Ctx) => (await queries.findSettings(ctx)) ?? UNSAID;

export const saveSettings = async (
  ctx: Ctx,
  settings: { after_call: boolean; after_messages: number | null },
) =>
  inTx(ctx, async (ctx) => {
    await queries.upsertSettings(ctx, settings);
    return settings;
  });

/** Part of the transaction that keeps what was said. */
export const afterCall = async (ctx: Ctx, call_id: string): Promise<void> => {
  if (!(await getSettings(ctx)).after_call) return;
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    enrichCallJob,
    { organization_id, call_id },
    { key: `enrich call ${call_id}` },
  );
};

/** Part of the transaction that takes a message in. Each new message puts the reading off. */
export const afterMessage = async (ctx: Ctx, contact_id: string): Promise<void> => {
  if (!(await queries.isAwaited(ctx, contact_id))) return;
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    enrichMessagesJob,
    { organization_id, contact_id },
    { key: `enrich ${contact_id}`, run_at: new Date(ctx.now().getTime() + QUIET_MS) },
  );
};
