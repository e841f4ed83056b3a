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

/** A page of the inbox; the cursor of a search is a number of a page, of all others the last row. */
export const listConversations = async (ctx: Ctx, { search, show, limit, cursor }: Wish) => {
  const overdue_before = await overdueBefore(ctx);
  if (show === 'all' && search) {
    const page = readPage(cursor);
    const ids = await findRecentIds(ctx, search, { page, page_size: limit });
    const next_cursor = ids.length === limit ? String(page + 1) : null;
    return { conversations: await present(ctx, ids, overdue_before), next_cursor };
  }
  const page = { limit: limit + 1, after: cursor === undefined ? null : readPlace(cursor) };
  const places =
    show === 'all'
      ? await queries.listContacted(ctx, page)
      : show === 'needs_reply'
        ? await queries.listNeedingReply(ctx, search, page)
        : show === 'needs_follow_up'
          ? await queries.listNeedingFollowUp(ctx, search, overdue_before, page)
          : await unreadPage(ctx, search, page);
  const shown = places.slice(0, limit);
  const last = places.length > limit ? shown.at(-1)! : null;
  const ids = shown.map(({ id }) => id);
  return {
    conversations: await present(ctx, ids, overdue_before),
    next_cursor: last && `${last.at?.toISOString() ?? ''}_${last.id}`,
  };
};

/** One row of the inbox; whoever asks has been let see the contact. */
export const getConversation = async (ctx: Ctx, contact_id: string) =>
  (await present(ctx, [contact_id], await overdueBefore(ctx)))[0]!;

/** For the badges: how many are unread and wait, each at most 100. */
export const countInbox = async (ctx: Ctx) => {
  const [unread, waiting] = await Promise.all([
    listUnread(ctx, readerOf(ctx), undefined, MOST_COUNTED_UNREAD),
    overdueBefore(ctx).then((before) => queries.countWaiting(ctx, before, MOST_COUNTED_UNREAD)),
  ]);
  return { unread: unread.length, ...waiting };
};

const present = async (ctx: Ctx, ids: string[], overdue_before: Date) => {
  const options = { overdue_before, most_counted: MOST_COUNTED_UNREAD };
  return (await queries.listRows(ctx, readerOf(ctx), ids, options)).map(presentConversation);
};

/** Of the unread ones few enough are kept for a page to be cut out of them. */
const unreadPage = async (ctx: Ctx, search: string | undefined, { limit, after }: queries.Page) => {
  const all = await listUnread(ctx, readerOf(ctx), search);
  return all.filter((place) => !after || comesAfter(place, after)).slice(0, limit);
};

const comesAfter = (place: queries.Place, after: queries.Cursor): boolean => {
  const [at, end] = [place.at?.getTime() ?? -Infinity, after.at?.getTime() ?? -Infinity];
  return at < end || (at === end && place.id < after.id);
};

/** As `next_cursor` is written: nothing else that a clock could read. */
const PLACE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const readPlace = (text: string): queries.Cursor => {
  const [, at, id] = PLACE.exec(text) ?? [];
  if (id === undefined || (at !== undefined && Number.isNaN(Date.parse(at)))) throw badCursor();
  return { at: at === undefined ? null : new Date(at), id };
};

const readPage = (cursor = '0'): number => {
  if (!/^\d{1,6}$/.test(cursor)) throw badCursor();
  return Number(cursor);
};

const badCursor = () =>
  invalidInput([{ field: 'cursor', message: 'must be the next_cursor of the page before' }]);
