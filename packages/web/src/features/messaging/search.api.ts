// Search over everything that was said.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** From how many letters on messages are searched: one letter is in nearly all of them. */
const LEAST = 2;

/** The newest messages that hold these words. */
export const messageSearchQuery = (search: string, limit: number) =>
  queryOptions({
    queryKey: keys.messageSearch({ search, limit }),
    queryFn: ({ signal }) => client.searchMessages({ query: { q: search, limit }, signal }),
    enabled: search.length >= LEAST,
    placeholderData: search.length >= LEAST ? keepPreviousData : undefined,
  });
