// The inbox as the server knows it: who was written with, what is unread, who waits.
import type { Conversation } from '@rapport/contract/inbox.api';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import type { InboxShow } from './inbox-filter.ts';

export const conversationsQuery = ({ show, search }: { show: InboxShow; search: string }) =>
  infiniteQueryOptions({
    queryKey: keys.conversationList({ show, search }),
    queryFn: ({ pageParam, signal }) =>
      client.listConversations({
        query: { show, search: search || undefined, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
  });

/** One row of the inbox, for the conversation that is open. */
export const conversationQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.conversation(contact_id),
    queryFn: ({ signal }) => client.getConversation({ params: { contact_id }, signal }),
  });

/** How many conversations are unread and wait, for the badges. */
export const inboxCountsQuery = queryOptions({
  queryKey: keys.inboxCounts,
  queryFn: ({ signal }) => client.countInbox({ signal }),
});

/** What a member can say about a conversation as a whole. */
const useConversationChange = (
  contact_id: string,
  change: () => Promise<Conversation>,
  expected: Partial<Conversation>,
) => {
  const queryClient = useQueryClient();
  const { queryKey } = conversationQuery(contact_id);
  return useMutation({
    mutationFn: change,
    onMutate: () => {
      queryClient.setQueryData(queryKey, (before) => before && { ...before, ...expected });
    },
    onSuccess: (conversation) => queryClient.setQueryData(queryKey, conversation),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.conversations }),
  });
};

export const useMarkRead = (contact_id: string) =>
  useConversationChange(contact_id, () => client.markRead({ params: { contact_id }, body: {} }), {
    is_unread: false,
    unread_count: 0,
  });

export const useMarkUnread = (contact_id: string) =>
  useConversationChange(contact_id, () => client.markUnread({ params: { contact_id }, body: {} }), {
    is_unread: true,
  });

/** Done: nobody needs to answer, until the next message. */
export const useDismiss = (contact_id: string) =>
  useConversationChange(contact_id, () => client.dismissUnanswered({ params: { contact_id } }), {
    needs_reply: false,
    needs_follow_up: false,
    waiting_since: null,
  });

export const useRestore = (contact_id: string) =>
  useConversationChange(contact_id, () => client.restoreUnanswered({ params: { contact_id } }), {});
