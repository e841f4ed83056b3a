import type { Contact } from '@rapport/contract/contacts.api';
import { Link } from '@tanstack/react-router';
import { formatPhone } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { channelLabel } from '../messaging/channel-words.tsx';
import { avatarName, preferred, titleOf, workOf } from './contact-name.ts';
import { RowTags, StageBadge, StatusNote } from './row-parts.tsx';

/** The line below the name: work, else a way to reach the person that is not the title already. */
const subtitleOf = (contact: Contact): string => {
  const phone = preferred(contact.phones)?.phone_number;
  const ways = [phone ? formatPhone(phone) : '', preferred(contact.emails)?.email ?? ''];
  const title = titleOf(contact);
  const channel = contact.identities[0]?.channel;
  return (
    workOf(contact) ||
    ways.find((way) => way !== '' && way !== title) ||
    (channel && phone === undefined ? channelLabel(channel) : 'No name yet')
  );
};

const ContactCard = ({ contact }: { contact: Contact }) => (
  <Link
    data-row
    to="/contacts/$id"
    params={{ id: contact.id }}
    className="flex gap-3 border-b border-line px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
  >
    <Avatar name={avatarName(contact)} seed={contact.id} size="md" />
    <span className="grid min-w-0 flex-1 gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate text-base font-medium">{titleOf(contact)}</span>
        {contact.last_contacted_at && (
          <Time value={contact.last_contacted_at} className="text-xs text-ink-muted" />
        )}
      </span>
      <span className="truncate text-ink-muted">{subtitleOf(contact)}</span>
      {(contact.pipeline_stage !== null ||
        contact.tags.length > 0 ||
        contact.status !== 'active') && (
        <span className="flex flex-wrap gap-1 pt-1">
          <StatusNote status={contact.status} />
          <StageBadge stage={contact.pipeline_stage} />
          <RowTags tags={contact.tags} />
        </span>
      )}
    </span>
  </Link>
);

const CardSkeleton = () => (
  <div className="flex h-17 gap-3 border-b border-line px-4 py-3">
    <Skeleton className="size-9 rounded-full!" />
    <span className="grid flex-1 content-center gap-2">
      <Skeleton className="h-3.5 w-36" />
      <Skeleton className="h-3 w-48" />
    </span>
  </div>
);

/** The list below 768 px. Without contacts: a skeleton of the same measures. */
export const ContactsCards = ({ contacts }: { contacts: readonly Contact[] | undefined }) => (
  <ul aria-label="Contacts" className="border-t border-line">
    {contacts
      ? contacts.map((contact) => (
          <li key={contact.id}>
            <ContactCard contact={contact} />
          </li>
        ))
      : Array.from({ length: 8 }, (_, row) => (
          <li key={row} aria-hidden>
            <CardSkeleton />
          </li>
        ))}
  </ul>
);
