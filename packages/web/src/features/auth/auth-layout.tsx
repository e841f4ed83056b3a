import type { ReactNode } from 'react';
import { useTitle } from '../../lib/use-title.ts';
import { Mark } from '../../ui/mark.tsx';

/** The page of somebody who is not in yet: one narrow column, one question. */
export const AuthLayout = ({
  title,
  lead,
  children,
  footer,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) => {
  useTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center bg-surface px-4 pt-[12vh] pb-10">
      <div className="grid w-full max-w-sm gap-6">
        <div className="grid justify-items-center gap-4 text-center">
          <Mark className="size-10" />
          <div className="grid gap-1">
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
            {lead && <p className="text-ink-muted">{lead}</p>}
          </div>
        </div>
        <div className="rounded-xl border border-line bg-raised p-6 shadow-card">{children}</div>
        {footer && <p className="text-center text-ink-muted">{footer}</p>}
      </div>
    </main>
  );
};
