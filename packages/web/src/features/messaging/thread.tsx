import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useTitle } from '../../lib/use-title.ts';
import { titleOf } from '../contacts/contact-name.ts';
import { ContactTrouble, isGone } from '../contacts/contact-states.tsx';
import { contactQuery } from '../contacts/contacts.api.ts';
import { focusCompose } from './compose-signal.ts';
import { ConversationFeed } from './conversation-feed.tsx';
import { type InboxSearch, withoutMessage } from './inbox-filter.ts';
import { ThreadHeader } from './thread-header.tsx';

/** One person's conversation in the inbox: who it is, everything that was said, and the answer. */
export const Thread = ({ contact_id, search }: { contact_id: string; search: InboxSearch }) => {
  const navigate = useNavigate();
  const { data: contact, error, refetch } = useQuery(contactQuery(contact_id));
  useTitle(contact ? titleOf(contact) : 'Messaging');
  const { message } = search;
  const target = useMemo(() => (message ? { message_id: message, quote: null } : null), [message]);
  const leave = () =>
    void navigate({ to: '/messaging', search: (before: InboxSearch) => withoutMessage(before) });
  useShortcuts([
    { key: 'Escape', run: leave },
    { key: 'r', run: () => focusCompose() },
  ]);
  if (isGone(error) || (error && !contact))
    return <ContactTrouble error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ThreadHeader contact_id={contact_id} contact={contact} onLeave={leave} />
      <div className="min-h-0 flex-1">
        <ConversationFeed contact_id={contact_id} target={target} />
      </div>
    </div>
  );
};
