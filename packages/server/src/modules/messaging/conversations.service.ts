// The inbox: whom we talk with, what was said last, and who waits.
import { type ConversationShow, MOST_COUNTED_UNREAD } from '@rapport/contract/inbox.api';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { findRecentIds } from '../contacts/list.service.ts';
import { presentConversation } from './conversations.present.ts';
import * as queries from './conversations.queries.ts';
import { overdueBefore } from './unanswered.service.ts';
import { listUnread } from './unread.queries.ts';
import { readerOf } from './unread.service.ts';

type Wish = {
  search?: string | undefined;
  show: ConversationShow;
  limit: number;
  cursor?: string | undefined;
};

type Found = { ids: string[]; next_cursor: string | null };

/** A page of the inbox. */
export const listConversations = async (ctx: Ctx, wish: Wish) => {
  const overdue_before = await overdueBefore(ctx);
  const { ids, next_cursor } = await find(ctx, wish, overdue_before);
  return { conversations: await present(ctx, ids, overdue_before), next_cursor };
};

const find = async (ctx: Ctx, wish: Wish, overdue_before: Date): Promise<Found> => {
  const { search, show, limit, cursor } = wish;
  if (show === 'unread') return findUnread(ctx, wish);
  if (show === 'all' && search) return findBySearch(ctx, search, limit, cursor);
  // One more than is shown tells whether there are more.
  const page = { limit: limit + 1, after: cursor === undefined ? null : readPlace(cursor) };
  const places =
    show === 'all'
      ? await queries.listContacted(ctx, page)
      : show === 'needs_reply'
        ? await queries.listNeedingReply(ctx, search, page)
        : await queries.listNeedingFollowUp(ctx, search, overdue_before, page);
  return cut(places, limit, ({ at, id }) => `${at?.toISOString() ?? ''}_${id}`);
};

const findUnread = async (ctx: Ctx, { search, limit, cursor }: Wish): Promise<Found> => {
  const page = { limit: limit + 1, after: cursor === undefined ? null : readUnreadPlace(cursor) };
  const places = await listUnread(ctx, readerOf(ctx), search, page);
  return cut(places, limit, ({ arrival_id, id }) => `${arrival_id}_${id}`);
};

/** The cursor of a search is the number of a page. */
const findBySearch = async (
  ctx: Ctx,
  search: string,
  limit: number,
  cursor: string | undefined,
): Promise<Found> => {
  const page = readPage(cursor);
  const ids = await findRecentIds(ctx, search, { page, page_size: limit });
  return { ids, next_cursor: ids.length === limit ? String(page + 1) : null };
};

/** @param cursorOf what leads to the page behind a place */
const cut = <T extends { id: string }>(
  places: T[],
  limit: number,
  cursorOf: (last: T) => string,
): Found => {
  const shown = places.slice(0, limit);
  return {
    ids: shown.map(({ id }) => id),
    next_cursor: places.length > limit ? cursorOf(shown.at(-1)!) : null,
  };
};

/** One row of the inbox; whoever asks has been let see the contact. */
export const getConversation = async (ctx: Ctx, contact_id: string) =>
  (await present(ctx, [contact_id], await overdueBefore(ctx)))[0]!;

/** For the badges: how many are unread and wait, each at most 100. */
export const countInbox = async (ctx: Ctx) => {
  const [unread, waiting] = await Promise.all([
    listUnread(ctx, readerOf(ctx), undefined, { limit: MOST_COUNTED_UNREAD, after: null }),
    overdueBefore(ctx).then((before) => queries.countWaiting(ctx, before, MOST_COUNTED_UNREAD)),
  ]);
  return { unread: unread.length, ...waiting };
};

const present = async (ctx: Ctx, ids: string[], overdue_before: Date) => {
  const options = { overdue_before, most_counted: MOST_COUNTED_UNREAD };
  return (await queries.listRows(ctx, readerOf(ctx), ids, options)).map(presentConversation);
};

/** As `next_cursor` is written: nothing else that a clock could read. */
const PLACE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const readPlace = (text: string): queries.Cursor => {
  const [, at, id] = PLACE.exec(text) ?? [];
  if (id === undefined || (at !== undefined && Number.isNaN(Date.parse(at)))) throw badCursor();
  return { at: at === undefined ? null : new Date(at), id };
};

const UNREAD_PLACE =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const readUnreadPlace = (text: string) => {
  const [, arrival_id, id] = UNREAD_PLACE.exec(text) ?? [];
  if (arrival_id === undefined || id === undefined) throw badCursor();
  return { arrival_id, id };
};

const readPage = (cursor = '0'): number => {
  if (!/^\d{1,6}$/.test(cursor)) throw badCursor();
  return Number(cursor);
};

const badCursor = () =>
  invalidInput([{ field: 'cursor', message: 'must be the next_cursor of the page before' }]);
