// Search over everything that was said, with everybody that whoever asks may see.
import { searchTerms } from '@rapport/domain/messaging/search-words';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor } from '../../platform/db/time-cursor.ts';
import { invalidInput } from '../../platform/errors.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { presentHit } from './message-search.present.ts';
import * as queries from './message-search.queries.ts';

/**
 * A page of the messages that hold all words of `q`, the newest first.
 * @throws INVALID_INPUT for a `q` without a letter or digit, or another cursor than `next_cursor`
 */
export const searchMessages = async (
  ctx: Ctx,
  {
    q,
    cursor,
    limit,
    ...filter
  }: Omit<queries.MessageFilter, 'terms' | 'timezone' | 'before'> & {
    q: string;
    cursor?: string | undefined;
    limit: number;
  },
) => {
  const terms = searchTerms(q);
  if (terms.length === 0)
    throw invalidInput([{ field: 'q', message: 'must hold a letter, a digit or a pictogram' }]);
  const before = cursor === undefined ? null : readCursor(cursor, 'cursor', 'next_cursor');
  const hasDate = filter.from !== undefined || filter.to !== undefined;
  const timezone = hasDate ? (await findOrganization(ctx)).timezone : 'UTC';
  const ids = await queries.findHits(ctx, { ...filter, terms, timezone, before }, limit + 1);
  const rows = await queries.listHits(ctx, ids.slice(0, limit));
  const last = rows.at(-1);
  return {
    messages: rows.map((row) => presentHit(row, terms)),
    next_cursor: ids.length > limit && last ? `${last.created_at.toISOString()}_${last.id}` : null,
  };
};
