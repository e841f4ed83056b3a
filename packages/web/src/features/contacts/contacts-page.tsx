import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { focusedRowId, moveFocus } from '../../lib/row-focus.ts';
import { shareOf, useSelection } from '../../lib/selection.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useMedia } from '../../lib/use-media.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { SampleBanner } from '../transfer/sample-banner.tsx';
import { ContactsActions } from './contacts-actions.tsx';
import { ContactsCards } from './contacts-cards.tsx';
import { NoContacts, NoMatches } from './contacts-empty.tsx';
import { ContactsTable } from './contacts-table.tsx';
import { ContactsToolbar } from './contacts-toolbar.tsx';
import { contactsQuery, PAGE_SIZE } from './contacts.api.ts';
import { rememberList } from './last-list.ts';
import {
  type ContactsFilter,
  type ContactsSearch,
  EVERYBODY,
  filterOf,
  isFiltered,
  writeSearch,
} from './list-filter.ts';

const NewContactDialog = lazy(async () => ({
  default: (await import('./new-contact-dialog.tsx')).NewContactDialog,
}));
const ContactsBulkBar = lazy(async () => ({
  default: (await import('./contacts-bulk-bar.tsx')).ContactsBulkBar,
}));

/** Everybody, with search, filters, sort and pages. `search` is what the address says. */
export const ContactsPage = ({ search }: { search: ContactsSearch }) => {
  const navigate = useNavigate();
  const filter = filterOf(search);
  const isWide = useMedia('(min-width: 768px)');
  const list = useRef<HTMLDivElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const contacts = useQuery(contactsQuery(filter));
  const { data } = contacts;
  const selection = useSelection(data?.contacts ?? []);

  useEffect(() => rememberList(search), [search]);
  const last = (contacts.data?.total_pages ?? 0) - 1;
  const isPastEnd = !contacts.isPlaceholderData && last >= 0 && filter.page > last;
  useEffect(() => {
    // An old address, or the last one of the page was deleted.
    if (isPastEnd)
      void navigate({
        to: '/contacts',
        search: (before) => ({ ...before, page: last + 1 }),
        replace: true,
      });
  }, [isPastEnd, last, navigate]);

  const go = (change: Partial<ContactsFilter>) => {
    list.current?.scrollTo(0, 0);
    // Typing replaces the address; a choice is a step that Back undoes.
    const replace = Object.keys(change).join() === 'search';
    // What was selected by the filter before is no longer what the list shows.
    if (Object.keys(change).join() !== 'page') selection.clear();
    void navigate({
      to: '/contacts',
      search: writeSearch({ ...filter, page: 0, ...change }),
      replace,
    });
  };
  useShortcuts([
    { key: 'j', run: () => moveFocus(list.current, 1) },
    { key: 'ArrowDown', run: () => moveFocus(list.current, 1) },
    { key: 'k', run: () => moveFocus(list.current, -1) },
    { key: 'ArrowUp', run: () => moveFocus(list.current, -1) },
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
  const Rows = isWide ? ContactsTable : ContactsCards;
  return (
    <Page
      title="Contacts"
      width="bleed"
      actions={
        <ContactsActions
          choice={filter}
          total={data?.total_count ?? 0}
          onNew={() => setIsAdding(true)}
        />
      }
    >
      <div className="flex h-full flex-col">
        <SampleBanner />
        <ContactsToolbar filter={filter} onChange={go} onLeave={() => moveFocus(list.current, 1)} />
        <div className="relative min-h-0 flex-1">
          <div
            ref={list}
            data-scroll-restoration-id="contacts"
            aria-busy={contacts.isFetching}
            className={classes(
              'h-full overflow-y-auto transition-opacity',
              contacts.isPlaceholderData && 'opacity-60 delay-150',
              count > 0 && 'pb-16',
            )}
          >
            {contacts.isError ? (
              <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
            ) : data?.total_count === 0 ? (
              isFiltered(filter) ? (
                <NoMatches choice={filter} onClear={() => go(EVERYBODY)} />
              ) : (
                <NoContacts />
              )
            ) : (
              <Rows
                contacts={data?.contacts}
                isChosen={selection.isChosen}
                onSelect={selection.toggle}
                onSelectAll={selection.toggleAll}
              />
            )}
          </div>
          <Suspense fallback={null}>
            {hasSelected && (
              <ContactsBulkBar
                selection={
                  selection.isAll
                    ? { kind: 'all', choice: filter, count }
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
      <Suspense fallback={null}>
        {isAdding && <NewContactDialog open onClose={() => setIsAdding(false)} />}
      </Suspense>
    </Page>
  );
};
