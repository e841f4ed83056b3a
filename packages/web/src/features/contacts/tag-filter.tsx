import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '../../ui/dropdown-menu.tsx';
import { tagsQuery } from './contacts.api.ts';

/** Which tags to show: a contact with any of them is listed. */
export const TagFilter = ({
  chosen,
  onChange,
}: {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) => {
  const tags = useQuery(tagsQuery);
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Tag aria-hidden /> Tags
          {chosen.length > 0 && (
            <span className="-mr-1 min-w-4.5 rounded-full bg-accent px-1.5 text-xs text-accent-ink tabular-nums">
              {chosen.length}
              <span className="sr-only"> chosen</span>
            </span>
          )}
        </Button>
      }
    >
      <MenuLabel>With any of these tags</MenuLabel>
      <div className="max-h-80 overflow-y-auto">
        {(tags.data ?? []).map(({ id, name, color }) => (
          <MenuCheckItem key={id} checked={chosen.includes(id)} onChange={(on) => toggle(id, on)}>
            <span
              aria-hidden
              className="size-2 rounded-full ring-1 ring-line-strong"
              style={{ backgroundColor: color }}
            />
            {name}
          </MenuCheckItem>
        ))}
        {tags.isPending && <p className="px-2 py-1 text-ink-muted">Loading tags…</p>}
        {tags.isError && <p className="px-2 py-1 text-ink-muted">The tags could not be loaded.</p>}
        {tags.data?.length === 0 && <p className="px-2 py-1 text-ink-muted">There are no tags.</p>}
      </div>
      {chosen.length > 0 && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange([])}>Clear</MenuItem>
        </>
      )}
    </DropdownMenu>
  );
};
