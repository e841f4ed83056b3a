import { type Ref, useRef } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { SearchInput } from '../../ui/search-input.tsx';
import { Select } from '../../ui/select.tsx';
import type { ContactsFilter } from './list-filter.ts';
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

/** Search, tags and sort over the list. */
export const ContactsToolbar = ({ filter, onChange, onLeave }: Props) => {
  const box: Ref<HTMLInputElement> = useRef(null);
  const [text, setText] = useSearchText(filter.search, (search) => onChange({ search }));
  useShortcuts([{ key: '/', run: () => box.current?.select() }]);
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-6">
      <SearchInput
        ref={box}
        label="Search contacts"
        placeholder="Search name, phone, e-mail, company"
        hint="/"
        className="min-w-0 grow basis-64 md:max-w-sm"
        value={text}
        onChange={setText}
        onLeave={onLeave}
      />
      <TagFilter chosen={filter.tags} onChange={(tags) => onChange({ tags })} />
      <Select
        aria-label="Sort by"
        className="md:ml-auto max-md:flex-1 md:w-40"
        value={filter.sort}
        options={SORTS}
        onChange={(sort) => onChange({ sort })}
      />
    </div>
  );
};
