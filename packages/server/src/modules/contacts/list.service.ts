// The contact list: a page of it, and how long it is.
import { expressionBuilder } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { presentContact } from './contacts.present.ts';
import { listByIds } from './contacts.queries.ts';
import * as queries from './list.queries.ts';

/** A page of contacts with the total of all pages; a page beyond the end is empty. */
export const listContacts = async (ctx: Ctx, query: queries.ContactFilter & queries.Page) => {
  const { page, page_size, sort, ...filter } = query;
  const key = keyOf(ctx, filter);
  const known = readKnown(ctx, key);
  const isLong = async () => (await known).total !== undefined;
  const [{ total, revision }, found] = await Promise.all([
    known,
    queries.findPage(ctx, filter, { page, page_size, sort }, isLong),
  ]);
  const [rows, total_count] = await Promise.all([
    listByIds(ctx, found.ids),
    found.total ?? total ?? countLong(ctx, filter, key, revision),
  ]);
  return {
    contacts: rows.map(presentContact),
    total_count,
    page,
    page_size,
    total_pages: Math.ceil(total_count / page_size),
  };
};

/** A page of ids of whom a search finds, last contacted first. */
export const findRecentIds = async (
  ctx: Ctx,
  search: string,
  { page, page_size }: { page: number; page_size: number },
): Promise<string[]> => {
  const by = { sort: 'last_contacted_at', page, page_size } as const;
  return (await queries.findPage(ctx, { search, tag_ids: [] }, by, async () => false)).ids;
};

/** For statements about `contact`: whom the actor may see and a search finds (everybody when it is empty). */
export const isFound = (ctx: Ctx, search: string | undefined) =>
  queries.matches(ctx, expressionBuilder<DB, 'contact'>(), { search, tag_ids: [] });

/** Long lists that were counted, until something changes in their organization; the oldest go first. */
const counted = new Map<string, { revision: number; total: number }>();
const MOST_COUNTED = 1000;

const keyOf = ({ organization_id, actor }: Ctx, filter: queries.ContactFilter): string => {
  const viewer = actor.kind === 'person' && actor.restricted ? actor.member_id : null;
  return JSON.stringify([organization_id, viewer, filter]);
};

/** The total of a long list, if nothing has changed since it was counted. */
const readKnown = async (ctx: Ctx, key: string) => {
  const revision = await queries.readRevision(ctx);
  const known = counted.get(key);
  const isCurrent = revision !== null && known?.revision === revision;
  return { revision, total: isCurrent ? known.total : undefined };
};

const countLong = async (
  ctx: Ctx,
  filter: queries.ContactFilter,
  key: string,
  revision: number | null,
): Promise<number> => {
  const total = await queries.countContacts(ctx, filter);
  if (revision === null) return total;
  counted.delete(key);
  counted.set(key, { revision, total });
  if (counted.size > MOST_COUNTED) counted.delete(counted.keys().next().value!);
  return total;
};
