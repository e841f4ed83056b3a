import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { TagDot } from '../tags/tag-dot.tsx';
import { tagsQuery } from './contacts.api.ts';
import { FilterChoices, FilterMenu } from './filter-menu.tsx';

/** Which tags to show: a contact with any of them is listed. */
export const TagFilter = ({
  chosen,
  onChange,
}: {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) => {
  const tags = useQuery(tagsQuery);
  const options = (tags.data ?? []).map(({ id, name, color }) => ({
    value: id,
    label: name,
    icon: <TagDot color={color} />,
  }));
  return (
    <FilterMenu
      icon={<Tag aria-hidden />}
      label="Tags"
      heading="With any of these tags"
      count={chosen.length}
      onClear={() => onChange([])}
    >
      <FilterChoices options={options} chosen={chosen} onChange={onChange} />
      {tags.isPending && <p className="px-2 py-1 text-ink-muted">Loading tags…</p>}
      {tags.isError && <p className="px-2 py-1 text-ink-muted">The tags could not be loaded.</p>}
      {tags.data?.length === 0 && <p className="px-2 py-1 text-ink-muted">There are no tags.</p>}
    </FilterMenu>
  );
};
