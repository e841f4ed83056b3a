import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';

const TONES = {
  neutral: 'bg-hover text-ink-muted',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
} as const;
export type BadgeTone = keyof typeof TONES;

const SHAPE =
  'inline-flex h-5 max-w-full items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap';

/** A word about a thing: its state, its kind, a count. */
export const Badge = ({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) => <span className={classes(SHAPE, TONES[tone], className)}>{children}</span>;

/** A tag: a dot in the tag's own colour, the name in ours, so that any colour stays readable. */
export const TagBadge = ({
  name,
  color,
  children,
}: {
  name: string;
  color: string;
  children?: ReactNode;
}) => (
  <span className={classes(SHAPE, 'border border-line bg-raised text-ink')}>
    <span
      aria-hidden
      className="size-2 shrink-0 rounded-full ring-1 ring-line-strong"
      style={{ backgroundColor: color }}
    />
    <span className="truncate">{name}</span>
    {children}
  </span>
);
