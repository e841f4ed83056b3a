import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

const FOUND = 8;
const RECENT = 4;

/** People for the palette: found by the text, or the last contacted when it is empty. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: keys.contactList({ palette: search }),
    queryFn: async ({ signal }) => {
      const query = {
        search: search || undefined,
        sort: 'last_contacted_at',
        page_size: search === '' ? RECENT : FOUND,
      } as const;
      return (await client.listContacts({ query, signal })).contacts;
    },
    placeholderData: keepPreviousData,
  });
