import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { classes } from '../lib/classes.ts';
import type { Choice } from './picker.tsx';

type Props = {
  label: string;
  value: string | null;
  choices: readonly Choice[];
  mayBeEmpty: boolean;
  onPick: (value: string | null) => void;
};

/** As in a menu; this list marks its rows with other attributes. */
const ROW =
  'relative flex min-h-7 items-center rounded-md py-1 pr-8 pl-2 text-sm select-none data-[selected=true]:bg-hover pointer-coarse:min-h-10';

/** Enough choices that typing finds one faster than looking. */
const MANY = 8;

/** The choices of a picker, with what is typed; it takes the focus, because the picker opened before it was here. */
export const PickerList = ({ label, value, choices, mayBeEmpty, onPick }: Props) => {
  const item = ({ value: own, label: words }: { value: string | null; label: string }) => (
    <Command.Item
      key={own ?? ''}
      value={own ?? 'none'}
      keywords={[words]}
      onSelect={() => onPick(own)}
      className={ROW}
    >
      <span className={own === null ? 'text-ink-muted' : undefined}>{words}</span>
      {own === value && <Check aria-hidden className="absolute right-2 size-4 text-accent-text" />}
    </Command.Item>
  );
  return (
    <Command loop {...(value !== null && { defaultValue: value })}>
      <Command.Input
        autoFocus
        aria-label={`Search ${label}`}
        placeholder="Search…"
        className={classes(
          'h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none max-md:text-lg',
          choices.length < MANY && 'sr-only',
        )}
      />
      <Command.List aria-label={label} className="max-h-64 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-ink-muted">Nothing matches.</Command.Empty>
        {choices.map(item)}
        {mayBeEmpty && item({ value: null, label: 'None' })}
      </Command.List>
    </Command>
  );
};
