import { queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** What a mail has beside what every message has. */
export const emailQuery = (message_id: string) =>
  queryOptions({
    queryKey: keys.email(message_id),
    queryFn: ({ signal }) => client.getEmail({ params: { message_id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
