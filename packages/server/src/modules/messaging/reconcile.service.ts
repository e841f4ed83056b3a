// Callbacks get lost too: once a day the carrier is asked what became of messages that have not ended.
import { isFinal, statusOf } from '@rapport/domain/messaging/status';
import type { Ctx } from '../../platform/ctx.ts';
import { CarrierError } from '../../platform/telephony/telephony.ts';
import { listUnfinished } from './delivery.queries.ts';
import { applyReport } from './status.service.ts';

const HOUR_MS = 3_600_000;
const YOUNGEST_MS = HOUR_MS;
const OLDEST_MS = 4 * 24 * HOUR_MS;

/** @returns how many messages have ended by it */
export const reconcile = async (ctx: Ctx): Promise<number> => {
  const now = ctx.now().getTime();
  const unfinished = await listUnfinished(ctx, {
    since: new Date(now - OLDEST_MS),
    until: new Date(now - YOUNGEST_MS),
  });
  let ended = 0;
  for (const { id, provider, external_id } of unfinished) {
    const message = await ask(ctx, provider, external_id);
    if (!message) continue;
    await applyReport(ctx, { ...message, provider, message_id: id });
    const status = statusOf(message.status);
    if (status && isFinal(status)) ended += 1;
  }
  return ended;
};

/** One that the carrier does not tell about is asked for tomorrow. */
const ask = async (ctx: Ctx, provider: 'twilio' | 'simulator', external_id: string) => {
  try {
    return await ctx.ports.telephony[provider].findMessage(ctx, external_id);
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    return null;
  }
};
