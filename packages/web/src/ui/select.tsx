import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../lib/classes.ts';
import { CONTROL } from './input.tsx';

export type Option<T extends string> = { value: T; label: string; disabled?: boolean };

type Props<T extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> & {
  /** Leave out, and give `defaultValue` and `name`, in a form that is read when submitted. */
  value?: T;
  onChange?: (value: T) => void;
  options: readonly Option<T>[];
};

/**
 * Choose one of some: the browser's own list, with its type-ahead and a phone's wheel. Where the browser
 * lets us (`base-select`), it looks like our menus.
 */
export const Select = <T extends string>({ onChange, options, className, ...rest }: Props<T>) => (
  <span className={classes('relative inline-flex min-w-28', className ?? 'w-full')}>
    <select
      className={classes(CONTROL, 'select h-8 appearance-none pr-8 pl-2.5 pointer-coarse:h-10')}
      onChange={({ target }) => onChange?.(target.value as T)}
      {...rest}
    >
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
    />
  </span>
);
