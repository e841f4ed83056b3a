import { Check, ChevronDown } from 'lucide-react';
import { Select as RadixSelect } from 'radix-ui';
import { classes } from '../lib/classes.ts';
import type { ControlProps } from './field.tsx';
import { CONTROL } from './input.tsx';
import { FLOATING, ITEM } from './menu-look.ts';

export type Option<T extends string> = { value: T; label: string; disabled?: boolean };

type Props<T extends string> = Partial<ControlProps> & {
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  disabled?: boolean;
  /** Needed when no label points at it. */
  'aria-label'?: string;
  className?: string;
};

/** Choose one of a few. For a long list (countries, zones) use an `Input` with a `datalist`. */
export const Select = <T extends string>({
  value,
  onChange,
  options,
  disabled,
  className,
  ...control
}: Props<T>) => (
  <RadixSelect.Root value={value} onValueChange={(next) => onChange(next as T)} disabled={disabled}>
    <RadixSelect.Trigger
      {...control}
      className={classes(
        CONTROL,
        'inline-flex h-8 items-center justify-between gap-2 px-2.5 text-left pointer-coarse:h-10',
        className,
      )}
    >
      <span className="truncate">
        <RadixSelect.Value />
      </span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </RadixSelect.Trigger>
    <RadixSelect.Portal>
      <RadixSelect.Content position="popper" sideOffset={4} className={classes(FLOATING, 'p-1')}>
        <RadixSelect.Viewport className="max-h-72 min-w-(--radix-select-trigger-width)">
          {options.map((option) => (
            <RadixSelect.Item
              key={option.value}
              value={option.value}
              disabled={option.disabled ?? false}
              className={classes(ITEM, 'pr-8')}
            >
              <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
              <RadixSelect.ItemIndicator className="absolute right-2">
                <Check aria-hidden className="size-4 text-accent-text" />
              </RadixSelect.ItemIndicator>
            </RadixSelect.Item>
          ))}
        </RadixSelect.Viewport>
      </RadixSelect.Content>
    </RadixSelect.Portal>
  </RadixSelect.Root>
);
