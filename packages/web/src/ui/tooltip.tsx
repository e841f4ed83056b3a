import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

const HOVERS = window.matchMedia('(hover: hover)');

/** Wraps the app once, so that neighbouring tooltips open without a second wait. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={400} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
);

/**
 * A word on hover or focus. Never the only place of something needed: a screen that is touched has none,
 * where it would stay after a menu closed and take the next tap.
 */
export const Tooltip = ({
  text,
  side = 'top',
  children,
}: {
  text: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}) => {
  if (!HOVERS.matches) return children;
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-64 animate-enter rounded-md bg-ink px-2 py-1 text-xs font-medium text-canvas shadow-float"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
