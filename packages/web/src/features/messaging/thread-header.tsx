import type { Contact } from '@rapport/contract/contacts.api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Check, Mail, MailOpen, PanelRight } from 'lucide-react';
import { formatPhone } from '../../lib/format.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { avatarName, preferred, titleOf } from '../contacts/contact-name.ts';
import { StatusNote } from '../contacts/row-parts.tsx';
import {
  conversationQuery,
  useDismiss,
  useMarkRead,
  useMarkUnread,
  useRestore,
} from './inbox.api.ts';
import { keepUnread } from './use-read-on-sight.ts';

/** What can be said about the conversation as a whole: done, unread. */
const ThreadActions = ({ contact_id }: { contact_id: string }) => {
  const { data: conversation } = useQuery(conversationQuery(contact_id));
  const maySend = useCan('message:send');
  const markRead = useMarkRead(contact_id);
  const markUnread = useMarkUnread(contact_id);
  const dismiss = useDismiss(contact_id);
  const restore = useRestore(contact_id);
  const waits = conversation?.needs_reply || conversation?.needs_follow_up;
  const isUnread = conversation?.is_unread ?? false;
  const finish = () => {
    markRead.mutate();
    if (!waits || !maySend) return;
    dismiss.mutate(undefined, {
      onSuccess: () => toast.success('Done.', { undo: () => restore.mutate() }),
      onError: toast.error,
    });
  };
  const toggleUnread = () => {
    if (!isUnread) keepUnread(contact_id);
    (isUnread ? markRead : markUnread).mutate(undefined, { onError: toast.error });
  };
  useShortcuts([
    { key: 'e', run: finish },
    { key: 'u', run: toggleUnread },
  ]);
  return (
    <>
      {waits && maySend && (
        <Button size="sm" onClick={finish} title="Nothing needs to be answered (E)">
          <Check aria-hidden /> Done
        </Button>
      )}
      <IconButton label={isUnread ? 'Mark read (U)' : 'Mark unread (U)'} onClick={toggleUnread}>
        {isUnread ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
      </IconButton>
    </>
  );
};

type Props = {
  contact_id: string;
  /** Undefined while it is loaded. */
  contact: Contact | undefined;
  /** Back to the list, on a phone. */
  onLeave: () => void;
};

/** Who the conversation is with, and what can be done with it. */
export const ThreadHeader = ({ contact_id, contact, onLeave }: Props) => {
  const phone = contact && preferred(contact.phones)?.phone_number;
  return (
    <header className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4 max-md:gap-1.5 max-md:px-2">
      <IconButton label="Back to the conversations" className="md:hidden" onClick={onLeave}>
        <ArrowLeft aria-hidden />
      </IconButton>
      {contact ? (
        <>
          <Avatar name={avatarName(contact)} seed={contact.id} />
          <h2 className="min-w-0 truncate text-base font-semibold">{titleOf(contact)}</h2>
          {phone && formatPhone(phone) !== titleOf(contact) && (
            <span className="truncate text-ink-muted tabular-nums max-md:hidden">
              {formatPhone(phone)}
            </span>
          )}
          <StatusNote status={contact.status} />
        </>
      ) : (
        <Skeleton className="h-4 w-40" />
      )}
      <span className="ml-auto flex shrink-0 items-center gap-1">
        <ThreadActions contact_id={contact_id} />
        <Button asChild size="sm" variant="ghost">
          <Link to="/contacts/$id" params={{ id: contact_id }} aria-label="Open the contact">
            <PanelRight aria-hidden /> <span className="max-md:hidden">Contact</span>
          </Link>
        </Button>
      </span>
    </header>
  );
};
