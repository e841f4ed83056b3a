// What an inbound text message says about being written to, and what follows from it.
import { keywordOf, type OptOut, readOptOut } from '@rapport/domain/messaging/opt-out';
import type { Ctx } from '../../platform/ctx.ts';
import { isSuppressed, suppress, unsuppress } from './suppressions.service.ts';

/** @param address by which we know the sender: whether they are suppressed matters for YES alone */
export const readSmsOptOut = async (
  ctx: Ctx,
  body: string,
  address: string,
): Promise<OptOut | null> => {
  const read = readOptOut(body, true);
  if (read !== 'start') return read;
  return readOptOut(body, await isSuppressed(ctx, 'sms', address));
};

/** STOP suppresses the sender for all our numbers, START lifts it; all else is for others to answer. */
export const heedOptOut = async (
  ctx: Ctx,
  opt_out: OptOut,
  text: { contact_id: string; address: string; body: string; message_id: string },
): Promise<void> => {
  const { contact_id, address, body, message_id } = text;
  if (opt_out === 'start') return unsuppress(ctx, 'sms', address, contact_id);
  if (opt_out !== 'stop') return;
  const keyword = keywordOf(body).slice(0, 40);
  const suppression = { channel: 'sms', address, reason: 'keyword', keyword, message_id } as const;
  await suppress(ctx, suppression, contact_id);
};
