import type { Contact } from '@rapport/contract/contacts.api';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { avatarName, preferred, titleOf } from './contact-name.ts';
import { RowTags, StageBadge, StatusNote } from './row-parts.tsx';

/** Which columns there is room for; the name takes what the others leave. */
const COLUMNS = [
  { key: 'name', label: 'Name', width: 'w-[24%]', shown: '' },
  { key: 'work', label: 'Company', width: 'w-[19%]', shown: '' },
  { key: 'phone', label: 'Phone', width: 'w-[9.5rem]', shown: '' },
  { key: 'email', label: 'E-mail', width: 'w-[19%]', shown: 'max-lg:hidden' },
  { key: 'tags', label: 'Tags', width: 'w-[15%]', shown: 'max-xl:hidden' },
  { key: 'stage', label: 'Stage', width: 'w-[6.5rem]', shown: '' },
  { key: 'contacted', label: 'Last contacted', width: 'w-[7.5rem]', shown: '' },
] as const;
type Column = (typeof COLUMNS)[number]['key'];

const CELL = 'h-11 border-b border-line px-2 first:pl-6 last:pr-6';

const Row = ({ cells, className }: { cells: Record<Column, ReactNode>; className?: string }) => (
  <tr className={classes('relative transition-colors', className)}>
    {COLUMNS.map(({ key, shown }) =>
      key === 'name' ? (
        <th key={key} scope="row" className={classes(CELL, 'text-left font-medium', shown)}>
          {cells[key]}
        </th>
      ) : (
        <td key={key} className={classes(CELL, 'text-ink-muted', shown)}>
          {cells[key]}
        </td>
      ),
    )}
  </tr>
);

const ContactRow = ({ contact }: { contact: Contact }) => {
  const email = preferred(contact.emails)?.email;
  const phone = preferred(contact.phones)?.phone_number;
  return (
    <Row
      className="hover:bg-hover has-[a:focus-visible]:bg-hover"
      cells={{
        name: (
          <span className="flex min-w-0 items-center gap-2.5">
            <Avatar name={avatarName(contact)} seed={contact.id} />
            {/* The link covers the row: a press anywhere opens it, a middle press in a new tab. */}
            <Link
              data-row
              to="/contacts/$id"
              params={{ id: contact.id }}
              className="truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {titleOf(contact)}
            </Link>
            <StatusNote status={contact.status} />
          </span>
        ),
        work: (
          <span className="grid">
            {contact.company && <span className="truncate text-ink">{contact.company}</span>}
            {contact.job_title && (
              <span className={classes('truncate', contact.company && 'text-xs')}>
                {contact.job_title}
              </span>
            )}
          </span>
        ),
        phone: phone && (
          <span className="whitespace-nowrap tabular-nums">{formatPhone(phone)}</span>
        ),
        email: email && <span className="block truncate">{email}</span>,
        tags: <RowTags tags={contact.tags} />,
        stage: <StageBadge stage={contact.pipeline_stage} />,
        contacted: contact.last_contacted_at && <Time value={contact.last_contacted_at} />,
      }}
    />
  );
};

const line = (width: string) => <Skeleton className={classes('h-3', width)} />;
const SKELETON_CELLS: Record<Column, ReactNode> = {
  name: (
    <span className="flex items-center gap-2.5">
      <Skeleton className="size-7 rounded-full!" />
      {line('w-32')}
    </span>
  ),
  work: line('w-28'),
  phone: line('w-24'),
  email: line('w-36'),
  tags: line('w-20'),
  stage: line('w-14'),
  contacted: line('w-16'),
};

/** The list from 768 px up. Without contacts: a skeleton of the same measures. */
export const ContactsTable = ({ contacts }: { contacts: readonly Contact[] | undefined }) => (
  <table className="w-full table-fixed border-separate border-spacing-0">
    <caption className="sr-only">Contacts</caption>
    <thead>
      <tr>
        {COLUMNS.map(({ key, label, width, shown }) => (
          <th
            key={key}
            scope="col"
            className={classes(
              'sticky top-0 z-10 h-8 border-y border-line bg-surface px-2 text-left text-xs font-medium text-ink-muted first:pl-6 last:pr-6',
              width,
              shown,
            )}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {contacts
        ? contacts.map((contact) => <ContactRow key={contact.id} contact={contact} />)
        : Array.from({ length: 12 }, (_, row) => <Row key={row} cells={SKELETON_CELLS} />)}
    </tbody>
  </table>
);
