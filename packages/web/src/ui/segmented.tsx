import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';

/** Pills of which exactly one is on: a filter over what is below. */
export const Segmented = <T extends string>({
  label,
  value,
  onChange,
  options,
  className,
}: {
  /** Names the group for a screen reader. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: ReactNode; count?: number }[];
  className?: string;
}) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => next !== '' && onChange(next as T)}
    className={classes('flex flex-wrap gap-1', className)}
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className={classes(
          'inline-flex h-6 items-center gap-1.5 rounded-full [&_svg]:size-3.5 px-2.5 text-xs font-medium text-ink-muted transition-colors',
          'hover:bg-hover hover:text-ink pointer-coarse:h-9 pointer-coarse:px-3.5',
          'data-[state=on]:bg-accent-soft data-[state=on]:text-accent-text',
        )}
      >
        {option.icon}
        {option.label}
        {option.count !== undefined && <span className="tabular-nums">{option.count}</span>}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);
