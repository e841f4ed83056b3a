import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';

/** Nothing here yet: says so, and what to do about it. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
  compact = false,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Inside a card, which has air of its own. */
  compact?: boolean;
  className?: string;
}) => (
  <div
    className={classes(
      'mx-auto flex max-w-sm flex-col items-center gap-3 px-6 text-center',
      compact ? 'py-4' : 'py-14',
      className,
    )}
  >
    {icon && (
      <span
        aria-hidden
        className="inline-flex size-10 items-center justify-center rounded-xl border border-line bg-surface text-ink-muted [&_svg]:size-5"
      >
        {icon}
      </span>
    )}
    <div className="grid gap-1">
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <div className="text-ink-muted text-pretty">{children}</div>}
    </div>
    {action && <div className="flex flex-wrap justify-center gap-2 pt-1">{action}</div>}
  </div>
);
