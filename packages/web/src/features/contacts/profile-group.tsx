import type { ReactNode } from 'react';

/** A heading of the profile and what is below it; "None" when there is nothing. */
export const ProfileGroup = ({
  title,
  isEmpty,
  action,
  children,
}: {
  title: string;
  isEmpty: boolean;
  /** The button that adds to it. */
  action?: ReactNode;
  children: ReactNode;
}) => (
  <section aria-label={title} className="grid gap-1 border-t border-line pt-2">
    <div className="flex min-h-7 items-center justify-between">
      <h2 className="text-xs font-medium text-ink-muted">{title}</h2>
      {action}
    </div>
    {isEmpty ? <p className="text-ink-faint">None</p> : children}
  </section>
);
