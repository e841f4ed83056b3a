import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';

type Toggle = {
  value: string;
  label: string;
  icon: ReactNode;
  isOn: boolean;
  onToggle: (on: boolean) => void;
};

type Props = {
  /** What is listed, in words: "tags". */
  label: string;
  placeholder?: string;
  choices: readonly Toggle[];
  /** What is said when nothing is listed. */
  empty?: string | undefined;
  /** What else can be done with the words typed, as rows below: "Create …". */
  more?: (search: string, clear: () => void) => ReactNode;
  /** What stands below the list while there is more. */
  below?: ReactNode;
};

/** As in a picker. */
export const TOGGLE_ROW =
  'relative flex min-h-8 items-center gap-2 rounded-md py-1 pr-8 pl-2 text-sm select-none data-[selected=true]:bg-hover pointer-coarse:min-h-10';

/** A list in a popover of which any can be on, found by typing; it stays open while they are pressed. */
export const ToggleList = ({
  label,
  placeholder = 'Search…',
  choices,
  empty,
  more,
  below,
}: Props) => {
  const [search, setSearch] = useState('');
  const extra = more?.(search.trim(), () => setSearch(''));
  return (
    <Command loop>
      <Command.Input
        autoFocus
        aria-label={`Search ${label}`}
        placeholder={placeholder}
        value={search}
        onValueChange={setSearch}
        maxLength={60}
        className="h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none max-md:text-lg"
      />
      <Command.List aria-label={label} className="max-h-64 overflow-y-auto p-1">
        {!extra && (
          <Command.Empty className="px-2 py-3 text-ink-muted">
            {empty ?? 'Nothing matches.'}
          </Command.Empty>
        )}
        {choices.map(({ value, label: words, icon, isOn, onToggle }) => (
          <Command.Item
            key={value}
            value={value}
            keywords={[words]}
            onSelect={() => onToggle(!isOn)}
            className={TOGGLE_ROW}
          >
            {icon}
            <span className="truncate">{words}</span>
            {isOn && (
              <>
                <span className="sr-only">, chosen</span>
                <Check aria-hidden className="absolute right-2 size-4 text-accent-text" />
              </>
            )}
          </Command.Item>
        ))}
        {extra}
      </Command.List>
      {extra && below}
    </Command>
  );
};
