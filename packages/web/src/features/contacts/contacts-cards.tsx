import type { Contact } from '@rapport/contract/contacts.api';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { channelLabel } from '../messaging/channel-words.tsx';
import type { RowsProps } from './contacts-table.tsx';
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

type CardProps = {
  contact: Contact;
  selected: boolean;
  onSelect: () => void;
};

const ContactCard = ({ contact, selected, onSelect }: CardProps) => (
  <li
    data-id={contact.id}
    className={classes(
      'relative flex gap-3 border-b border-line px-4 py-3 transition-colors',
      selected ? 'bg-accent-soft/60' : 'hover:bg-hover',
    )}
  >
    {/* Above the link, which covers the card. The picture is the box: a thumb finds it. */}
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={`Select ${titleOf(contact)}`}
      onClick={onSelect}
      className="relative z-1 -m-2 self-start rounded-full p-2"
    >
      {selected ? (
        <span className="inline-flex size-9 items-center justify-center rounded-full bg-accent text-accent-ink">
          <Check aria-hidden className="size-4" />
        </span>
      ) : (
        <Avatar name={avatarName(contact)} seed={contact.id} size="md" />
      )}
    </button>
    <span className="grid min-w-0 flex-1 gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <Link
          data-row
          to="/contacts/$id"
          params={{ id: contact.id }}
          className="truncate text-base font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {titleOf(contact)}
        </Link>
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
  </li>
);

const CardSkeleton = () => (
  <div className="flex h-17 gap-3 border-b border-line px-4 py-3">
    <Skeleton className="size-9 rounded-full" />
    <span className="grid flex-1 content-center gap-2">
      <Skeleton className="h-3.5 w-36" />
      <Skeleton className="h-3 w-48" />
    </span>
  </div>
);

/** The list below 768 px. */
export const ContactsCards = ({ contacts, isChosen, onSelect }: RowsProps) => (
  <ul aria-label="Contacts" className="border-t border-line">
    {contacts
      ? contacts.map((contact) => (
          <ContactCard
            key={contact.id}
            contact={contact}
            selected={isChosen(contact.id)}
            onSelect={() => onSelect(contact.id, false)}
          />
        ))
      : Array.from({ length: 8 }, (_, row) => (
          <li key={row} aria-hidden>
            <CardSkeleton />
          </li>
        ))}
  </ul>
);
