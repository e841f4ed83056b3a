import { Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ContactsFilter } from './list-filter.ts';
import { SavedFilterDialog } from './saved-filter-dialog.tsx';
import {
  filterOfSaved,
  type SavedFilter,
  useCreateFilter,
  useRemoveFilter,
  useUpdateFilter,
} from './saved-filters.api.ts';

type Props = {
  /** One's own. */
  filters: readonly SavedFilter[];
  /** What the list shows: a saved filter can be made to show the same. */
  current: ContactsFilter;
  onClose: () => void;
};

/** One's own saved filters: another name, shared or not, another content, deleted. */
export const ManageFiltersDialog = ({ filters, current, onClose }: Props) => {
  const [edited, setEdited] = useState<SavedFilter | null>(null);
  const create = useCreateFilter();
  const update = useUpdateFilter();
  const remove = useRemoveFilter();

  const replace = ({ id, name, ...saved }: SavedFilter) => {
    const before = filterOfSaved({ id, name, ...saved });
    const undo = () => void update.mutateAsync({ id, filter: before }).catch(toast.error);
    update.mutate(
      { id, filter: current },
      {
        onError: toast.error,
        onSuccess: () => toast.success(`${name} is what the list shows now`, { undo }),
      },
    );
  };
  const drop = (saved: SavedFilter) => {
    const { id, name, shared } = saved;
    const undo = () =>
      void create.mutateAsync({ name, shared, filter: filterOfSaved(saved) }).catch(toast.error);
    remove.mutate(id, {
      onError: toast.error,
      onSuccess: () => toast.success(`${name} was deleted`, { undo }),
    });
  };
  if (edited)
    return <SavedFilterDialog saved={edited} filter={current} onClose={() => setEdited(null)} />;
  return (
    <Dialog open onOpenChange={onClose} title="Saved filters">
      {filters.length === 0 && <p className="text-ink-muted">There is none left.</p>}
      <ul>
        {filters.map((saved) => (
          <li
            key={saved.id}
            className="flex min-h-11 items-center gap-1 border-b border-line last:border-0"
          >
            <span className="flex min-w-0 flex-1 items-center gap-2">
              <span className="truncate font-medium">{saved.name}</span>
              {saved.shared && <Badge>Shared</Badge>}
            </span>
            <IconButton
              label={`Make ${saved.name} what the list shows now`}
              onClick={() => replace(saved)}
            >
              <RefreshCw aria-hidden />
            </IconButton>
            <IconButton label={`Edit ${saved.name}`} onClick={() => setEdited(saved)}>
              <Pencil aria-hidden />
            </IconButton>
            <IconButton tone="danger" label={`Delete ${saved.name}`} onClick={() => drop(saved)}>
              <Trash2 aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
