import type { Contact } from '@rapport/contract/contacts.api';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { shareOf } from '../../lib/selection.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { avatarName, preferred, titleOf } from './contact-name.ts';
import { RowTags, StageBadge, StatusNote } from './row-parts.tsx';

/** Which columns there is room for; the name takes what the others leave. */
const COLUMNS = [
  { key: 'box', label: '', width: 'w-12', shown: '' },
  { key: 'name', label: 'Name', width: 'w-[24%]', shown: '' },
  { key: 'work', label: 'Company', width: 'w-[19%]', shown: '' },
  { key: 'phone', label: 'Phone', width: 'w-[9.5rem]', shown: '' },
  { key: 'email', label: 'E-mail', width: 'w-[19%]', shown: 'max-lg:hidden' },
  { key: 'tags', label: 'Tags', width: 'w-[15%]', shown: 'max-xl:hidden' },
  { key: 'stage', label: 'Stage', width: 'w-[6.5rem]', shown: '' },
  { key: 'contacted', label: 'Last contacted', width: 'w-[7.5rem]', shown: '' },
] as const;
type Column = (typeof COLUMNS)[number]['key'];

const CELL = 'h-11 border-b border-line px-2 first:pr-0 first:pl-6 last:pr-6';

type RowProps = { cells: Record<Column, ReactNode>; id?: string; className?: string };

const Row = ({ cells, id, className }: RowProps) => (
  <tr data-id={id} className={classes('relative transition-colors', className)}>
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

type ContactRowProps = {
  contact: Contact;
  selected: boolean;
  /** `range`: Shift was held. */
  onSelect: (range: boolean) => void;
};

const ContactRow = ({ contact, selected, onSelect }: ContactRowProps) => {
  const email = preferred(contact.emails)?.email;
  const phone = preferred(contact.phones)?.phone_number;
  return (
    <Row
      id={contact.id}
      className={selected ? 'bg-accent-soft/60' : 'hover:bg-hover has-[a:focus-visible]:bg-hover'}
      cells={{
        // Above the link, which covers the row.
        box: (
          <Checkbox
            aria-label={`Select ${titleOf(contact)}`}
            className="relative z-1 align-middle before:absolute before:-inset-2.5"
            checked={selected}
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
            onClick={(event) => onSelect(event.shiftKey)}
            onChange={() => {}}
          />
        ),
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
  box: <Skeleton className="size-4" />,
  name: (
    <span className="flex items-center gap-2.5">
      <Skeleton className="size-7 rounded-full" />
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

export type RowsProps = {
  /** Undefined while they load: a skeleton of the same measures. */
  contacts: readonly Contact[] | undefined;
  isChosen: (contact_id: string) => boolean;
  onSelect: (contact_id: string, range: boolean) => void;
  onSelectAll: (on: boolean) => void;
};

/** The box over the boxes. */
const SelectPage = ({
  contacts = [],
  isChosen,
  onSelectAll,
}: Pick<RowsProps, 'contacts' | 'isChosen' | 'onSelectAll'>) => {
  const selected = shareOf(contacts, isChosen);
  return (
    <Checkbox
      aria-label="Select all on this page"
      className="align-middle"
      checked={selected}
      disabled={contacts.length === 0}
      onChange={() => onSelectAll(selected !== true)}
    />
  );
};

/** The list from 768 px up. */
export const ContactsTable = ({ contacts, isChosen, onSelect, onSelectAll }: RowsProps) => (
  <table className="w-full table-fixed border-separate border-spacing-0">
    <caption className="sr-only">Contacts</caption>
    <thead>
      <tr>
        {COLUMNS.map(({ key, label, width, shown }) => (
          <th
            key={key}
            scope="col"
            className={classes(
              'sticky top-0 z-10 h-8 border-y border-line bg-surface px-2 text-left text-xs font-medium text-ink-muted first:pr-0 first:pl-6 last:pr-6',
              width,
              shown,
            )}
          >
            {key === 'box' ? (
              <SelectPage contacts={contacts} isChosen={isChosen} onSelectAll={onSelectAll} />
            ) : (
              label
            )}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {contacts
        ? contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              selected={isChosen(contact.id)}
              onSelect={(range) => onSelect(contact.id, range)}
            />
          ))
        : Array.from({ length: 12 }, (_, row) => <Row key={row} cells={SKELETON_CELLS} />)}
    </tbody>
  </table>
);
