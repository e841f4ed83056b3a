import { X } from 'lucide-react';
import { useRef } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Select } from '../../ui/select.tsx';
import { AssigneeFilter, StageFilter, StatusFilter } from './choice-filters.tsx';
import { type ContactsFilter, EVERYBODY, hasChoices } from './list-filter.ts';
import { SavedFiltersMenu } from './saved-filters-menu.tsx';
import { TagFilter } from './tag-filter.tsx';
import { useSearchText } from './use-search-text.ts';

const SORTS = [
  { value: 'recently_added', label: 'Recently added' },
  { value: 'name_asc', label: 'Name A–Z' },
  { value: 'last_contacted_at', label: 'Last contacted' },
] as const;

type Props = {
  filter: ContactsFilter;
  /** Every change but that of the page starts at the first page. */
  onChange: (change: Partial<Omit<ContactsFilter, 'page'>>) => void;
  /** Arrow down in the search box. */
  onLeave: () => void;
};

/** Search, filters and order over the list; on a phone the filters are a strip that scrolls sideways. */
export const ContactsToolbar = ({ filter, onChange, onLeave }: Props) => {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(filter.search, (search) => onChange({ search }));
  useShortcuts([{ key: '/', run: () => box.current?.select() }]);
  const { search } = filter;
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-6">
      <SearchInput
        ref={box}
        label="Search contacts"
        placeholder="Search name, phone, e-mail, company"
        hint="/"
        className="min-w-0 grow basis-56 xl:max-w-xs"
        value={text}
        onChange={setText}
        onLeave={onLeave}
      />
      <div
        role="group"
        aria-label="Filters"
        className="flex min-w-0 items-center gap-2 max-md:-mx-4 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:[scrollbar-width:none] md:flex-wrap xl:flex-1"
      >
        <SavedFiltersMenu filter={filter} onChange={onChange} />
        <TagFilter chosen={filter.tags} onChange={(tags) => onChange({ tags })} />
        <StatusFilter choice={filter} onChange={onChange} />
        <StageFilter choice={filter} onChange={onChange} />
        <AssigneeFilter choice={filter} onChange={onChange} />
        {hasChoices(filter) && (
          <Button variant="ghost" onClick={() => onChange({ ...EVERYBODY, search })}>
            <X aria-hidden /> Clear
          </Button>
        )}
        <Select
          aria-label="Sort by"
          className="w-40 shrink-0 xl:ml-auto"
          value={filter.sort}
          options={SORTS}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
    </div>
  );
};
