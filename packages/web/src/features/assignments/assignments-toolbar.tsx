import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { SearchInput } from '../../ui/search-input.tsx';
import { Select } from '../../ui/select.tsx';
import { TagFilter } from '../contacts/tag-filter.tsx';
import { useSearchText } from '../contacts/use-search-text.ts';
import { membersQuery } from '../settings/settings.api.ts';
import type { AssignmentsFilter } from './assignments-filter.ts';

const SORTS = [
  { value: 'name_asc', label: 'Name A–Z' },
  { value: 'recently_added', label: 'Recently added' },
  { value: 'last_contacted_at', label: 'Last contacted' },
] as const;

/** Everybody, nobody, each member; one who left stays in an old address until something else is chosen. */
const useMemberOptions = (chosen: string) => {
  const members = useQuery(membersQuery).data;
  const options = [
    { value: 'all', label: 'Assigned or not' },
    { value: 'unassigned', label: 'Unassigned' },
    ...(members ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const isKnown = options.some(({ value }) => value === chosen);
  return isKnown
    ? options
    : [...options, { value: chosen, label: members ? 'Former member' : 'Loading…' }];
};

type Props = {
  filter: AssignmentsFilter;
  /** Every change but that of the page starts at the first page. */
  onChange: (change: Partial<Omit<AssignmentsFilter, 'page'>>) => void;
  /** Arrow down in the search box. */
  onLeave: () => void;
};

/** Search, tags, member and sort over the list. */
export const AssignmentsToolbar = ({ filter, onChange, onLeave }: Props) => {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(filter.search, (search) => onChange({ search }));
  useShortcuts([{ key: '/', run: () => box.current?.select() }]);
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-6">
      <SearchInput
        ref={box}
        label="Search contacts"
        placeholder="Search name, phone, e-mail, company"
        hint="/"
        className="min-w-0 grow basis-56 md:max-w-sm"
        value={text}
        onChange={setText}
        onLeave={onLeave}
      />
      <TagFilter chosen={filter.tags} onChange={(tags) => onChange({ tags })} />
      <Select
        aria-label="Assigned to"
        className="max-md:flex-1 md:w-44"
        value={filter.member}
        options={useMemberOptions(filter.member)}
        onChange={(member) => onChange({ member })}
      />
      <Select
        aria-label="Sort by"
        className="max-md:flex-1 md:ml-auto md:w-40"
        value={filter.sort}
        options={SORTS}
        onChange={(sort) => onChange({ sort })}
      />
    </div>
  );
};
