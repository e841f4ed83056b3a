// What each member has read of each conversation.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { idAt } from '../../platform/ids.ts';
import { inboxErrors } from './inbox.errors.ts';
import * as queries from './unread.queries.ts';

/** As long as a transaction that takes in a message may last. */
const SETTLED_MS = 60_000;

/** The one who reads: only people have an inbox. */
export const readerOf = ({ actor }: Ctx): string => {
  if (actor.kind !== 'person') throw new TypeError('Only a person has an inbox.');
  return actor.member_id;
};

/** A conversation is read, up to a message or all of it. @throws MESSAGE_NOT_FOUND */
export const markRead = async (
  ctx: Ctx,
  contact_id: string,
  message_id: string | undefined,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const member_id = readerOf(ctx);
    await queries.saveRead(
      ctx,
      member_id,
      contact_id,
      await findPlace(ctx, contact_id, message_id),
    );
    const settled = idAt(new Date(ctx.now().getTime() - SETTLED_MS));
    await queries.advanceReading(ctx, member_id, settled);
    await emit(ctx, 'messaging.read.changed', { contact_id, member_id });
  });

/** A conversation is unread again, from a message on or by a mark alone. @throws MESSAGE_NOT_FOUND */
export const markUnread = async (
  ctx: Ctx,
  contact_id: string,
  message_id: string | undefined,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const member_id = readerOf(ctx);
    const from = await findPlace(ctx, contact_id, message_id);
    await queries.saveUnread(ctx, member_id, contact_id, from);
    await emit(ctx, 'messaging.read.changed', { contact_id, member_id });
  });

export const markAllRead = async (ctx: Ctx): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const member_id = readerOf(ctx);
    await queries.saveAllRead(ctx, member_id);
    await emit(ctx, 'messaging.read.all', { member_id });
  });

const findPlace = async (ctx: Ctx, contact_id: string, message_id: string | undefined) => {
  if (message_id === undefined) return null;
  const place = await queries.findPlace(ctx, contact_id, message_id);
  if (!place) throw inboxErrors.MESSAGE_NOT_FOUND();
  return place;
};
