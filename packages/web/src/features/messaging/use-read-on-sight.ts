import type { Message } from '@rapport/contract/messaging.api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { conversationQuery } from './inbox.api.ts';

/** Conversations that somebody marked unread while they are open. */
const kept = new Set<string>();

/** Marked unread by hand, it stays so until it is opened anew or something arrives. */
export const keepUnread = (contact_id: string): void => void kept.add(contact_id);

/**
 * A conversation is read once it is on a screen that somebody looks at, and again with each new message.
 * @param messages oldest first; undefined while they are loaded
 */
export const useReadOnSight = (
  contact_id: string,
  messages: readonly Message[] | undefined,
): void => {
  const queryClient = useQueryClient();
  const { data: conversation } = useQuery(conversationQuery(contact_id));
  const newest = messages?.findLast(({ direction }) => direction === 'inbound')?.id ?? null;
  const looked = useRef<string | null>(null);
  const isPosting = useRef(false);
  useEffect(() => {
    if (messages === undefined || conversation === undefined) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      const sight = `${contact_id} ${newest}`;
      if (looked.current !== sight) kept.delete(contact_id);
      looked.current = sight;
      if (!conversation.is_unread || kept.has(contact_id) || isPosting.current) return;
      isPosting.current = true;
      void client
        .markRead({ params: { contact_id }, body: {} })
        .then((now) => {
          queryClient.setQueryData(conversationQuery(contact_id).queryKey, now);
          return queryClient.invalidateQueries({ queryKey: keys.conversations });
        })
        .catch(() => {
          // The badge stays: the next message or visit tries again.
        })
        .finally(() => {
          isPosting.current = false;
        });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [contact_id, newest, conversation, messages, queryClient]);
};
