import type { ComponentProps } from 'react';
import { classes } from '../lib/classes.ts';

/** The frame that every text control shares. On a phone the text is 16 px, so that iOS does not zoom in. */
export const CONTROL = classes(
  'w-full rounded-md border border-line-strong bg-raised text-ink shadow-card transition-colors',
  'text-sm max-md:text-lg max-md:leading-5 placeholder:text-ink-faint hover:border-ink-faint',
  'focus-visible:outline-offset-0 focus-visible:border-accent',
  'aria-invalid:border-danger disabled:bg-surface disabled:text-ink-muted disabled:hover:border-line-strong',
);

/** A one-line text field. Inside `<Field>` it gets its id and error wiring from there. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input
    className={classes(CONTROL, 'h-8 px-2.5 read-only:bg-surface pointer-coarse:h-10', className)}
    {...rest}
  />
);
