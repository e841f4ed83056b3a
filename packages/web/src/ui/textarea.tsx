import type { ComponentProps } from 'react';
import { classes } from '../lib/classes.ts';
import { CONTROL } from './input.tsx';

/** A text field of several lines that grows with its content. */
export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    className={classes(CONTROL, 'field-sizing-content min-h-16 resize-y px-2.5 py-1.5', className)}
    {...rest}
  />
);
