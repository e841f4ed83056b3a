import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';
import { useTitle } from '../lib/use-title.ts';

type Props = {
  /** The heading, and the name of the browser tab. */
  title: string;
  /** Names the browser tab when the heading says too little. */
  tab?: string;
  /** Buttons at the right of the heading. */
  actions?: ReactNode;
  /** `narrow` for forms and reading, `full` for tables, `bleed` for columns that scroll on their own. */
  width?: 'narrow' | 'full' | 'bleed';
  children: ReactNode;
};

/** The frame of every page in the shell: a heading that stays, and the content below it. */
export const Page = ({ title, tab = title, actions, width = 'full', children }: Props) => {
  useTitle(tab);
  return (
    <div className={classes('flex flex-col', width === 'bleed' ? 'h-full' : 'min-h-full')}>
      <header className="sticky top-0 z-20 flex h-12 shrink-0 items-center justify-between gap-3 border-b border-line bg-canvas px-4 md:px-6">
        <h1 className="truncate text-base font-semibold">{title}</h1>
        {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
      </header>
      <div
        className={classes(
          'flex-1',
          width === 'narrow' && 'mx-auto w-full max-w-3xl px-4 py-6 md:px-6',
          width === 'full' && 'px-4 py-4 md:px-6',
          width === 'bleed' && 'min-h-0',
        )}
      >
        {children}
      </div>
    </div>
  );
};
