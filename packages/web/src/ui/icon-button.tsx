import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../lib/classes.ts';
import { Tooltip } from './tooltip.tsx';

const SIZES = {
  sm: 'size-7 pointer-coarse:size-9',
  md: 'size-8 pointer-coarse:size-10',
} as const;

type Props = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** What it does: the accessible name, and the tooltip. */
  label: string;
  size?: keyof typeof SIZES;
  tone?: 'plain' | 'danger';
  children: ReactNode;
};

/** A button that is only an icon. */
export const IconButton = ({
  label,
  size = 'md',
  tone = 'plain',
  className,
  children,
  ...rest
}: Props) => (
  <Tooltip text={label}>
    <button
      type="button"
      aria-label={label}
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-md transition-colors',
        'text-ink-muted disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-4',
        tone === 'danger'
          ? 'hover:bg-danger-soft hover:text-danger-text'
          : 'hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
        SIZES[size],
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  </Tooltip>
);
