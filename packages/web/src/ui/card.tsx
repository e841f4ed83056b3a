import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';

/** A framed area. `title` becomes its heading, `actions` stand at the right of it. */
export const Card = ({
  title,
  hint,
  actions,
  className,
  children,
}: {
  title?: string;
  hint?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) => (
  <section className={classes('rounded-xl border border-line bg-raised shadow-card', className)}>
    {title && (
      <header className="flex items-start justify-between gap-4 px-5 pt-4">
        <div className="grid min-w-0 gap-0.5">
          <h2 className="text-base font-semibold">{title}</h2>
          {hint && <p className="text-ink-muted">{hint}</p>}
        </div>
        {actions}
      </header>
    )}
    <div className={title ? 'px-5 pt-4 pb-5' : 'p-5'}>{children}</div>
  </section>
);
