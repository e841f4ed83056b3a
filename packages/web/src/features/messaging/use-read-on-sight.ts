import type { Message } from '@rapport/contract/messaging.api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { conversationQuery } from './inbox.api.ts';

/**
 * A conversation is read once it is on a screen that somebody looks at, and again with each new message.
 * One that is marked unread by hand stays so until it is opened anew or something arrives.
 * @param messages oldest first; undefined while they are loaded
 */
export const useReadOnSight = (
  contact_id: string,
  messages: readonly Message[] | undefined,
): void => {
  const queryClient = useQueryClient();
  const { data: conversation } = useQuery(conversationQuery(contact_id));
  const newest = messages?.findLast(({ direction }) => direction === 'inbound')?.id ?? null;
  const seen = useRef<string | null>(null);
  const isUnread = conversation?.is_unread ?? false;
  useEffect(() => {
    if (messages === undefined || conversation === undefined) return;
    const read = () => {
      const sight = `${contact_id} ${newest}`;
      if (document.visibilityState !== 'visible' || seen.current === sight) return;
      seen.current = sight;
      if (!isUnread) return;
      void client
        .markRead({ params: { contact_id }, body: {} })
        .then((now) => {
          queryClient.setQueryData(conversationQuery(contact_id).queryKey, now);
          return queryClient.invalidateQueries({ queryKey: keys.conversations });
        })
        .catch(() => {
          // The badge stays: the next message or visit tries again.
        });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [contact_id, newest, isUnread, conversation, messages, queryClient]);
};
