import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from '../../ui/toast.tsx';
import { tagsQuery } from '../contacts/contacts.api.ts';
import { TOGGLE_ROW, ToggleList } from '../contacts/toggle-list.tsx';
import { ColorSwatches } from './color-swatches.tsx';
import { nextColor } from './tag-colors.ts';
import { TagDot } from './tag-dot.tsx';
import { type Tag, useCreateTag } from './tags.api.ts';

/** All tags, those on the contact ticked; a name that is not there yet can be created with a colour. */
export const TagChoices = ({
  chosen,
  onToggle,
}: {
  chosen: readonly string[];
  onToggle: (tag: Tag, on: boolean) => void;
}) => {
  const tags = useQuery(tagsQuery);
  const create = useCreateTag();
  // Those on the contact stand first, and stay in their place while the list is open.
  const [first] = useState(() => new Set(chosen));
  const [picked, setPicked] = useState<string | null>(null);
  if (tags.isPending) return <p className="p-3 text-ink-muted">Loading tags…</p>;
  if (tags.isError) return <p className="p-3 text-ink-muted">The tags could not be loaded.</p>;

  const known = tags.data.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const color = picked ?? nextColor(known);
  const add = (name: string, clear: () => void) => {
    if (create.isPending) return;
    create.mutate(
      { name, color },
      {
        onSuccess: (tag) => {
          onToggle(tag, true);
          setPicked(null);
          clear();
        },
        onError: toast.error,
      },
    );
  };
  const creator = (name: string, clear: () => void) => {
    const isKnown = known.some((tag) => tag.name.toLowerCase() === name.toLowerCase());
    if (isKnown) return null;
    if (name === '') return null;
    return (
      <Command.Item
        forceMount
        value={`create ${name}`}
        keywords={[name]}
        onSelect={() => add(name, clear)}
        className={TOGGLE_ROW}
      >
        <Plus aria-hidden className="size-4 shrink-0 text-ink-muted" />
        <span className="truncate">
          Create <span className="font-medium">{name}</span>
        </span>
        <span className="absolute right-2.5">
          <TagDot color={color} />
        </span>
      </Command.Item>
    );
  };
  return (
    <ToggleList
      label="tags"
      placeholder="Find or create a tag…"
      choices={known.map((tag) => ({
        value: tag.id,
        label: tag.name,
        icon: <TagDot color={tag.color} />,
        isOn: chosen.includes(tag.id),
        onToggle: (on) => onToggle(tag, on),
      }))}
      empty={known.length === 0 ? 'There are no tags yet: type the name of one.' : undefined}
      more={creator}
      below={
        <div className="border-t border-line p-2">
          <ColorSwatches value={color} onChange={setPicked} />
        </div>
      }
    />
  );
};
