import type { Ctx } from '../../platform/ctx.ts';
import { Refusal } from '../../platform/errors.ts';
import { enrichFromCall, enrichFromMessages } from './enrichment.service.ts';
import * as queries from './enrichment.queries.ts';

/** Reads a call that was written down; a contact that went away meanwhile is nobody's loss. */
export const readCall = async (ctx: Ctx, call_id: string): Promise<void> => {
  await enrichFromCall(ctx, call_id).catch(unlessRefused);
};

/** Reads somebody without a name once enough new messages are there. */
export const readMessages = async (ctx: Ctx, contact_id: string): Promise<void> => {
  const settings = await queries.findSettings(ctx);
  const enough = settings?.after_messages;
  if (!enough || !(await queries.isAwaited(ctx, contact_id))) return;
  if ((await queries.countUnread(ctx, contact_id, enough)) < enough) return;
  await enrichFromMessages(ctx, contact_id).catch(unlessRefused);
};

const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};
