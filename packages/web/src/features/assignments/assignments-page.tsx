import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { classes } from '../../lib/classes.ts';
import { moveFocus } from '../../lib/row-focus.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { AssignmentCounts } from './assignment-counts.tsx';
import {
  type AssignmentsFilter,
  type AssignmentsSearch,
  EVERYBODY,
  filterOf,
  writeAssignments,
} from './assignments-filter.ts';
import { AssignmentsList } from './assignments-list.tsx';
import { AssignmentsToolbar } from './assignments-toolbar.tsx';
import { assignmentsQuery, PAGE_SIZE } from './assignments.api.ts';
import { BulkBar } from './bulk-bar.tsx';
import { NoAssignments } from './no-assignments.tsx';
import { useSelection } from './selection.ts';

/** The id of the row that has the focus. */
const focusedId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('li[data-id]')?.dataset['id'];

/** Who looks after whom. `search` is what the address says. */
export const AssignmentsPage = ({ search }: { search: AssignmentsSearch }) => {
  const navigate = useNavigate();
  const filter = filterOf(search);
  const list = useRef<HTMLDivElement>(null);
  const assignments = useQuery(assignmentsQuery(filter));
  const { data } = assignments;
  const selection = useSelection(data?.contacts ?? []);

  const last = (data?.total_pages ?? 0) - 1;
  const isPastEnd = !assignments.isPlaceholderData && last >= 0 && filter.page > last;
  useEffect(() => {
    // An old address, or those of the last page left the filter.
    if (isPastEnd)
      void navigate({
        to: '/contacts/assignments',
        search: (before) => ({ ...before, page: last + 1 }),
        replace: true,
      });
  }, [isPastEnd, last, navigate]);

  const go = (change: Partial<AssignmentsFilter>) => {
    list.current?.scrollTo(0, 0);
    // Typing replaces the address; a choice is a step that Back undoes.
    const replace = Object.keys(change).join() === 'search';
    void navigate({
      to: '/contacts/assignments',
      search: writeAssignments({ ...filter, page: 0, ...change }),
      replace,
    });
  };
  const move = (step: 1 | -1) => moveFocus(list.current, step);
  useShortcuts([
    { key: 'j', run: () => move(1) },
    { key: 'ArrowDown', run: () => move(1) },
    { key: 'k', run: () => move(-1) },
    { key: 'ArrowUp', run: () => move(-1) },
    { key: 'Escape', run: selection.clear },
    {
      key: 'x',
      run: ({ shiftKey }) => {
        const id = focusedId();
        if (id) selection.toggle(id, shiftKey);
      },
    },
  ]);

  return (
    <Page title="Assignments" width="bleed">
      <div className="relative flex h-full flex-col">
        <AssignmentCounts onShowUnassigned={() => go({ ...EVERYBODY, member: 'unassigned' })} />
        <AssignmentsToolbar filter={filter} onChange={go} onLeave={() => move(1)} />
        <div className="relative min-h-0 flex-1">
          <div
            ref={list}
            data-scroll-restoration-id="assignments"
            aria-busy={assignments.isFetching}
            className={classes(
              'h-full overflow-y-auto transition-opacity',
              assignments.isPlaceholderData && 'opacity-60 delay-150',
              selection.chosen.size > 0 && 'pb-16',
            )}
          >
            {assignments.isError ? (
              <ErrorState error={assignments.error} onRetry={() => void assignments.refetch()} />
            ) : data?.total_count === 0 ? (
              <NoAssignments filter={filter} onClear={() => go(EVERYBODY)} />
            ) : (
              <AssignmentsList
                contacts={data?.contacts}
                byLetter={filter.sort === 'name_asc'}
                chosen={selection.chosen}
                onSelect={selection.toggle}
                onSelectAll={selection.toggleAll}
              />
            )}
          </div>
          {selection.chosen.size > 0 && (
            <BulkBar chosen={selection.chosen} onClear={selection.clear} />
          )}
        </div>
        {data?.total_count !== 0 && (
          <footer className="flex min-h-12 shrink-0 flex-col justify-center border-t border-line px-4 py-1.5 md:px-6">
            {data && (
              <Pagination
                page={filter.page}
                page_size={PAGE_SIZE}
                total_pages={data.total_pages}
                total_count={data.total_count}
                noun="contact"
                onChange={(page) => go({ page })}
              />
            )}
          </footer>
        )}
      </div>
    </Page>
  );
};
