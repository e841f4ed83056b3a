import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, PanelRight } from 'lucide-react';
import { useMemo } from 'react';
import { formatPhone } from '../../lib/format.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { avatarName, preferred, titleOf } from '../contacts/contact-name.ts';
import { ContactTrouble, isGone } from '../contacts/contact-states.tsx';
import { contactQuery } from '../contacts/contacts.api.ts';
import { StatusNote } from '../contacts/row-parts.tsx';
import { ConversationFeed } from './conversation-feed.tsx';
import type { InboxSearch } from './inbox-filter.ts';

/** One person's conversation in the inbox: who it is, everything that was said, and the answer. */
export const Thread = ({ contact_id, search }: { contact_id: string; search: InboxSearch }) => {
  const navigate = useNavigate();
  const { data: contact, error, refetch } = useQuery(contactQuery(contact_id));
  useTitle(contact ? titleOf(contact) : 'Messaging');
  const { message } = search;
  const target = useMemo(() => (message ? { message_id: message, quote: null } : null), [message]);
  const toList = {
    to: '/messaging',
    search: { ...search, message: undefined } as InboxSearch,
  } as const;
  useShortcuts([{ key: 'Escape', run: () => void navigate(toList) }]);
  if (isGone(error) || (error && !contact))
    return <ContactTrouble error={error} onRetry={() => void refetch()} />;
  const phone = contact && preferred(contact.phones)?.phone_number;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4 max-md:px-2">
        <IconButton
          label="Back to the conversations"
          className="md:hidden"
          onClick={() => void navigate(toList)}
        >
          <ArrowLeft aria-hidden />
        </IconButton>
        {contact ? (
          <>
            <Avatar name={avatarName(contact)} seed={contact.id} />
            <h2 className="min-w-0 truncate text-base font-semibold">{titleOf(contact)}</h2>
            {phone && formatPhone(phone) !== titleOf(contact) && (
              <span className="truncate text-ink-muted max-md:hidden">{formatPhone(phone)}</span>
            )}
            <StatusNote status={contact.status} />
          </>
        ) : (
          <Skeleton className="h-4 w-40" />
        )}
        <span className="ml-auto flex items-center gap-1">
          <Button asChild size="sm" variant="ghost">
            <Link to="/contacts/$id" params={{ id: contact_id }} aria-label="Open the contact">
              <PanelRight aria-hidden /> <span className="max-md:hidden">Contact</span>
            </Link>
          </Button>
        </span>
      </header>
      <div className="min-h-0 flex-1">
        <ConversationFeed contact_id={contact_id} target={target} />
      </div>
    </div>
  );
};
