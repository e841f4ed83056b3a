import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { defineJob, enqueue, systemCtx } from '../../platform/jobs/jobs.ts';
import { findAsked, hasManySince } from './suggestions.queries.ts';
import { makeSuggestions } from './suggestions.service.ts';

/** People write a thought in several messages: the last one is answered. */
const PAUSE_MS = 2000;
/** Nobody looks at suggestions to older messages before they ask for them. */
const LATEST_MS = 10 * 60_000;

/** More in so short a time are a flood: nobody reads them all, and taking them in comes first. */
const FLOOD = 40;
const FLOOD_MS = 5000;

export const suggestJob = defineJob({
  name: 'messaging.suggest',
  payload: z.object({ organization_id: z.uuid(), message_id: z.uuid() }),
  run: async (base, { organization_id, message_id }) => {
    const ctx = systemCtx(base, organization_id, 'suggestions');
    const message = await findAsked(ctx, message_id);
    const isAsked = message?.direction === 'inbound';
    const now = ctx.now().getTime();
    if (!isAsked || message.created_at.getTime() < now - LATEST_MS) return;
    if (await hasManySince(ctx, new Date(now - FLOOD_MS), FLOOD)) return;
    await makeSuggestions(ctx, message_id);
  },
});

/** Once nothing more has come for a moment; our own message takes the place of one that waits. */
export const queueSuggestions = async (
  ctx: Ctx,
  { contact_id, message_id }: { contact_id: string; message_id: string },
): Promise<void> => {
  const { organization_id } = ctx;
  await enqueue(
    ctx,
    suggestJob,
    { organization_id, message_id },
    {
      key: `suggest:${contact_id}`,
      // One after another: answers to write to come first.
      queue: 'suggestions',
      run_at: new Date(ctx.now().getTime() + PAUSE_MS),
      max_attempts: 3,
    },
  );
};
