import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { classes } from '../lib/classes.ts';
import { Input } from './input.tsx';
import { Kbd } from './kbd.tsx';

type Props = {
  /** What is searched, in words: the accessible name. */
  label: string;
  /** What can be typed; the label unless given. */
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Arrow down leaves the box for what it found. */
  onLeave?: () => void;
  /** The key that focuses the box, shown while it is empty. */
  hint?: string;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** A search box: Esc empties it, then leaves it. */
export const SearchInput = ({
  label,
  placeholder = label,
  value,
  onChange,
  onLeave,
  hint,
  ref,
  className,
}: Props) => (
  <div className={classes('group relative', className)}>
    <Search
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
    />
    <Input
      ref={ref}
      type="search"
      enterKeyHint="search"
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      className="pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && onLeave) {
          event.preventDefault();
          onLeave();
        }
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (value === '') event.currentTarget.blur();
        else onChange('');
      }}
    />
    {value === '' && hint && (
      <span
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 group-focus-within:hidden pointer-coarse:hidden"
      >
        <Kbd>{hint}</Kbd>
      </span>
    )}
    {value !== '' && (
      <button
        type="button"
        aria-label="Clear the search"
        onClick={() => onChange('')}
        className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded text-ink-muted hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden className="size-4" />
      </button>
    )}
  </div>
);
