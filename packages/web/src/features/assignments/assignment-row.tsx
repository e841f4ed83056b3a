import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { fullName } from '@rapport/domain/contacts/names';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { RowTags } from '../contacts/row-parts.tsx';
import { Assignees } from './assignees.tsx';
import { titleOf } from './assignment-title.ts';

/** One row of the list and its headings: columns where there is room, a card on a phone. */
const COLUMNS = classes(
  'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 px-4 md:px-6',
  'md:grid-cols-[auto_minmax(0,1fr)_minmax(0,1.2fr)_6.5rem]',
  'lg:grid-cols-[auto_minmax(0,1fr)_9.5rem_minmax(0,1.2fr)_6.5rem]',
  'xl:grid-cols-[auto_minmax(0,1.2fr)_9.5rem_minmax(0,1fr)_minmax(0,1.5fr)_6.5rem]',
);
const PHONE = 'md:max-lg:hidden';
const TAGS = 'md:max-xl:hidden';
/** On a phone: the number and the tags below the name, then who is assigned, all without the avatar's width. */
const SECOND_LINE = 'max-md:row-start-2 max-md:col-start-2 max-md:pl-9.5';
const TAGS_PLACE = 'max-md:row-start-2 max-md:col-start-3 max-md:justify-self-end';
const THIRD_LINE = 'max-md:row-start-3 max-md:col-start-2 max-md:col-end-4 max-md:pl-9.5';

/** A box that a thumb can hit. */
const Box = ({ children }: { children: ReactNode }) => (
  <span className="relative inline-flex max-md:-m-2 max-md:p-2">{children}</span>
);

type HeadingsProps = {
  /** Of the rows that are shown. */
  selected: boolean | 'indeterminate';
  onSelectAll: (on: boolean) => void;
};

/** The names of the columns and the box that selects the page. */
export const AssignmentHeadings = ({ selected, onSelectAll }: HeadingsProps) => (
  <div
    className={classes(
      COLUMNS,
      'sticky top-0 z-10 h-8 border-y border-line bg-surface text-xs font-medium text-ink-muted max-md:h-10',
    )}
  >
    <Box>
      <Checkbox
        aria-label="Select all on this page"
        checked={selected}
        onChange={() => onSelectAll(selected !== true)}
      />
    </Box>
    <span>Name</span>
    <span className={classes('max-md:hidden', PHONE)}>Phone</span>
    <span className={classes('max-md:hidden', TAGS)}>Tags</span>
    <span className="max-md:hidden">Assigned to</span>
    <span className="max-md:text-right">Last contacted</span>
  </div>
);

type RowProps = {
  contact: ContactAssignment;
  selected: boolean;
  /** `range`: Shift was held. */
  onSelect: (range: boolean) => void;
};

/** A contact, who looks after it, and the box that selects it. */
export const AssignmentRow = ({ contact, selected, onSelect }: RowProps) => {
  const title = titleOf(contact);
  const { primary_phone, tags, last_contacted_at } = contact;
  return (
    <li
      data-id={contact.id}
      className={classes(
        COLUMNS,
        'relative min-h-11 scroll-mt-18 scroll-mb-16 border-b border-line py-2 transition-colors md:py-1.5',
        selected ? 'bg-accent-soft/60' : 'hover:bg-hover has-[a:focus-visible]:bg-hover',
      )}
    >
      {/* Above the link, which covers the row. */}
      <Box>
        <Checkbox
          aria-label={`Select ${title}`}
          className="z-1"
          checked={selected}
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onClick={(event) => onSelect(event.shiftKey)}
          onChange={() => {}}
        />
      </Box>
      <span className="flex min-w-0 items-center gap-2.5">
        <Avatar name={fullName(contact)} seed={contact.id} />
        <Link
          data-row
          to="/contacts/$id"
          params={{ id: contact.id }}
          className="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {title}
        </Link>
      </span>
      <span
        className={classes(SECOND_LINE, PHONE, 'whitespace-nowrap text-ink-muted tabular-nums')}
      >
        {primary_phone && primary_phone !== title && formatPhone(primary_phone)}
      </span>
      <span className={classes(TAGS_PLACE, TAGS)}>
        <RowTags tags={tags} />
      </span>
      <span className={THIRD_LINE}>
        <Assignees contact={contact} title={title} />
      </span>
      <span className="text-ink-muted max-md:col-start-3 max-md:row-start-1 max-md:text-xs">
        {last_contacted_at && <Time value={last_contacted_at} />}
      </span>
    </li>
  );
};

/** A row of the same measures before the contacts are there. */
export const AssignmentRowSkeleton = () => (
  <div aria-hidden className={classes(COLUMNS, 'min-h-11 border-b border-line py-2 md:py-1.5')}>
    <Skeleton className="size-4" />
    <span className="flex items-center gap-2.5">
      <Skeleton className="size-7 rounded-full" />
      <Skeleton className="h-3 w-32" />
    </span>
    <Skeleton className={classes('h-3 w-24 max-md:hidden', PHONE)} />
    <Skeleton className={classes('h-3 w-20 max-md:hidden', TAGS)} />
    <Skeleton className={classes('h-5 w-28 rounded-full', THIRD_LINE)} />
    <Skeleton className="h-3 w-14 max-md:hidden" />
  </div>
);
