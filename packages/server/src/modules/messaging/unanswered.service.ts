// Who waits: for our reply, or for us to ask again.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import * as queries from './unanswered.queries.ts';

const DEFAULT_DAYS = 3;
const DAY_MS = 86_400_000;

export const getInboxSettings = async (ctx: Ctx): Promise<{ follow_up_days: number }> => ({
  follow_up_days: (await queries.findFollowUpDays(ctx)) ?? DEFAULT_DAYS,
});

export const changeInboxSettings = async (
  ctx: Ctx,
  { follow_up_days }: { follow_up_days: number },
): Promise<{ follow_up_days: number }> =>
  inTx(ctx, async (ctx) => {
    await queries.saveFollowUpDays(ctx, follow_up_days);
    await emit(ctx, 'messaging.inbox.changed', {});
    return { follow_up_days };
  });

/** What we wrote before this time and nobody answered is to be followed up. */
export const overdueBefore = async (ctx: Ctx): Promise<Date> =>
  new Date(ctx.now().getTime() - (await getInboxSettings(ctx)).follow_up_days * DAY_MS);

/** Decides for the team that a conversation needs no answer, until the next message; or that it does. */
export const dismissUnanswered = async (
  ctx: Ctx,
  contact_id: string,
  dismissed: boolean,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await queries.saveDismissal(ctx, contact_id, dismissed);
    await emit(ctx, 'messaging.conversation.changed', { contact_id });
  });
