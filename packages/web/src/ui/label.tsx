import { Label as RadixLabel } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classes } from '../lib/classes.ts';

/** Names a control; give `htmlFor`, or use `<Field>`, which does it for you. */
export const Label = ({ className, ...rest }: ComponentProps<typeof RadixLabel.Root>) => (
  <RadixLabel.Root className={classes('text-sm font-medium text-ink', className)} {...rest} />
);
