import { Ellipsis, Pencil, Star, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../../ui/dropdown-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

type RowProps = {
  value: string;
  shown?: string;
  note?: string;
  /** Names the value for the button that copies it. */
  what: string;
  mark?: ReactNode;
  isFresh?: boolean;
  menu?: ReactNode;
};

/** One way to reach a person, with a button that copies it. */
export const WayRow = ({
  value,
  shown = value,
  note,
  what,
  mark,
  isFresh = false,
  menu,
}: RowProps) => (
  <li
    className={classes(
      '-ml-1.5 flex min-h-8 items-center gap-1 rounded-md pl-1.5 transition-colors duration-700',
      isFresh && 'bg-accent-soft',
    )}
  >
    <span className="min-w-0 flex-1 whitespace-pre-line [overflow-wrap:anywhere]">
      {shown}
      {note && <span className="ml-1.5 text-xs text-ink-muted">{note}</span>}
    </span>
    {mark}
    <CopyButton value={value} what={what} />
    {menu}
  </li>
);

/** What can be done with one phone number or address. */
export const WayMenu = ({
  shown,
  first,
  onEdit,
  onMakeFirst,
  onRemove,
}: {
  shown: string;
  /** "preferred" or "primary". */
  first: string;
  onEdit: () => void;
  /** Null when it is already. */
  onMakeFirst: (() => void) | null;
  onRemove: () => void;
}) => (
  <DropdownMenu
    align="end"
    trigger={
      <IconButton size="sm" label={`Change ${shown}`}>
        <Ellipsis aria-hidden />
      </IconButton>
    }
  >
    <MenuItem onSelect={onEdit}>
      <Pencil aria-hidden /> Edit…
    </MenuItem>
    {onMakeFirst && (
      <MenuItem onSelect={onMakeFirst}>
        <Star aria-hidden /> Make {first}
      </MenuItem>
    )}
    <MenuSeparator />
    <MenuItem danger onSelect={onRemove}>
      <Trash2 aria-hidden /> Remove
    </MenuItem>
  </DropdownMenu>
);
