import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';
import { FLOATING } from './menu-look.ts';

type Props = {
  trigger: ReactNode;
  children: ReactNode;
  /** Names the window for a screen reader. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
};

/** A small window that hangs on a button and may hold anything (a form, a list with a search). */
export const Popover = ({
  trigger,
  children,
  label,
  align = 'start',
  className,
  ...control
}: Props) => (
  <Radix.Root {...control}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={classes(FLOATING, 'w-72 p-3', className)}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
