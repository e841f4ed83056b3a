import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { focusedRowId, moveFocus } from '../../lib/row-focus.ts';
import { shareOf, useSelection } from '../../lib/selection.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { type ContactsChoice, EVERYBODY as EVERYBODY_AT_ALL } from '../contacts/list-filter.ts';
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
import { NoAssignments } from './no-assignments.tsx';

const AssignmentsBulkBar = lazy(async () => ({
  default: (await import('./assignments-bulk-bar.tsx')).AssignmentsBulkBar,
}));

/** What the list shows in the words of a list of contacts, which many contacts are changed by. */
const choiceOf = ({ search, tags, member }: AssignmentsFilter): ContactsChoice => ({
  ...EVERYBODY_AT_ALL,
  search,
  tags,
  assignee: member === 'all' ? null : member,
});

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
    // What was selected by the filter before is no longer what the list shows.
    if (Object.keys(change).join() !== 'page') selection.clear();
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
        const id = focusedRowId();
        if (id) selection.toggle(id, shiftKey);
      },
    },
  ]);

  const count = selection.isAll ? (data?.total_count ?? 0) : selection.chosen.size;
  const [hasSelected, setHasSelected] = useState(false);
  if (count > 0 && !hasSelected) setHasSelected(true);

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
              count > 0 && 'pb-16',
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
                isChosen={selection.isChosen}
                onSelect={selection.toggle}
                onSelectAll={selection.toggleAll}
              />
            )}
          </div>
          <Suspense fallback={null}>
            {hasSelected && (
              <AssignmentsBulkBar
                selection={
                  selection.isAll
                    ? { kind: 'all', choice: choiceOf(filter), count }
                    : { kind: 'rows', rows: [...selection.chosen.values()], count }
                }
                chosen={selection.chosen}
                total={data?.total_count ?? 0}
                isPageChosen={shareOf(data?.contacts ?? [], selection.isChosen) === true}
                onChooseAll={selection.chooseAll}
                onClear={selection.clear}
              />
            )}
          </Suspense>
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
