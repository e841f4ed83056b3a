import { useQuery } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus, Check, Settings2, UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/dropdown-menu.tsx';
import { type ContactsFilter, isFiltered } from './list-filter.ts';
import {
  filterOfSaved,
  type SavedFilter,
  savedAs,
  savedFiltersQuery,
} from './saved-filters.api.ts';

const SavedFilterDialog = lazy(async () => ({
  default: (await import('./saved-filter-dialog.tsx')).SavedFilterDialog,
}));
const ManageFiltersDialog = lazy(async () => ({
  default: (await import('./manage-filters-dialog.tsx')).ManageFiltersDialog,
}));

type Props = {
  filter: ContactsFilter;
  onChange: (filter: ContactsFilter) => void;
};

/** The filters that were kept under a name: chosen, saved, managed. The button shows the one that is on. */
export const SavedFiltersMenu = ({ filter, onChange }: Props) => {
  const saved = useQuery(savedFiltersQuery).data ?? [];
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const current = savedAs(filter, saved);
  const item = (one: SavedFilter) => (
    <MenuItem key={one.id} onSelect={() => onChange(filterOfSaved(one))}>
      {one.is_own ? <Bookmark aria-hidden /> : <UsersRound aria-hidden />}
      <span className="max-w-56 truncate">{one.name}</span>
      {one === current && (
        <>
          <Check aria-hidden className="ml-auto text-accent-text!" />
          <span className="sr-only">, on</span>
        </>
      )}
    </MenuItem>
  );
  const own = saved.filter(({ is_own }) => is_own);
  const shared = saved.filter(({ is_own }) => !is_own);
  const close = () => setOpen(null);
  return (
    <>
      <DropdownMenu
        trigger={
          <Button>
            <Bookmark aria-hidden className={current && 'fill-current text-accent-text'} />
            <span className="max-w-40 truncate">{current?.name ?? 'Saved'}</span>
            <span className="sr-only"> filters</span>
          </Button>
        }
      >
        {own.length > 0 && <MenuLabel>Your filters</MenuLabel>}
        {own.map(item)}
        {shared.length > 0 && <MenuLabel>Shared by others</MenuLabel>}
        {shared.map(item)}
        {saved.length === 0 && (
          <p className="max-w-56 px-2 py-1 text-ink-muted">
            Choose tags, a stage or a search, then keep them here under a name.
          </p>
        )}
        <MenuSeparator />
        <MenuItem
          disabled={!isFiltered(filter) || current !== undefined}
          onSelect={() => setOpen('save')}
        >
          <BookmarkPlus aria-hidden /> Save this filter…
        </MenuItem>
        {own.length > 0 && (
          <MenuItem onSelect={() => setOpen('manage')}>
            <Settings2 aria-hidden /> Manage filters…
          </MenuItem>
        )}
      </DropdownMenu>
      <Suspense fallback={null}>
        {open === 'save' && <SavedFilterDialog saved={null} filter={filter} onClose={close} />}
        {open === 'manage' && (
          <ManageFiltersDialog filters={own} current={filter} onClose={close} />
        )}
      </Suspense>
    </>
  );
};
