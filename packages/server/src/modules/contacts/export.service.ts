// Whole contacts for an export: which are meant, and the rows piece by piece.
import type { Ctx } from '../../platform/ctx.ts';
import { type ContactRow, listByIds } from './contacts.queries.ts';
import * as queries from './export.queries.ts';
import { type ContactFilter, listMatchingIds } from './list.queries.ts';

export type { ContactRow };

const PIECE = 500;
const EVERYBODY = 100_000_000;

/** The contacts that are meant and that the caller may see. */
export const listExported = async (
  ctx: Ctx,
  which: { contact_ids: string[] } | { filter: ContactFilter },
): Promise<string[]> =>
  'filter' in which
    ? listMatchingIds(ctx, which.filter, EVERYBODY)
    : queries.keepVisible(ctx, [...new Set(which.contact_ids)]);

/** How many phones, e-mails and addresses the one of them has that has most of each. */
export const countMostParts = async (ctx: Ctx, ids: string[]) => {
  const most = { phones: 0, emails: 0, addresses: 0 };
  for (const piece of piecesOf(ids, 10_000)) {
    const found = await queries.countMostParts(ctx, piece);
    for (const part of ['phones', 'emails', 'addresses'] as const)
      most[part] = Math.max(most[part], found[part]);
  }
  return most;
};

/** The contacts as they are now, a few hundred at a time; one deleted meanwhile is left out. */
export const readWhole = async function* (ctx: Ctx, ids: string[]): AsyncGenerator<ContactRow[]> {
  for (const piece of piecesOf(ids, PIECE)) yield listByIds(ctx, piece);
};

const piecesOf = function* (ids: string[], size: number): Generator<string[]> {
  for (let i = 0; i < ids.length; i += size) yield ids.slice(i, i + size);
};
