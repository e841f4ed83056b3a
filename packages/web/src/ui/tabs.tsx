import { Tabs as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { classes } from '../lib/classes.ts';

type Tab<T extends string> = { value: T; label: string; count?: number; content: ReactNode };

/** Tabs with their panels; the strip stays on top while the panel scrolls. */
export const Tabs = <T extends string>({
  label,
  value,
  onChange,
  tabs,
  className,
}: {
  /** Names the strip for a screen reader. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly Tab<T>[];
  className?: string;
}) => {
  // Pressed with the mouse, the library sets the focus by script, which the browser takes for the keyboard's.
  const [isPressed, setIsPressed] = useState(false);
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={classes('flex min-h-0 flex-col', className)}
    >
      <Radix.List
        aria-label={label}
        onPointerDownCapture={() => setIsPressed(true)}
        onKeyDownCapture={() => setIsPressed(false)}
        className="sticky top-0 z-10 flex h-11 shrink-0 gap-4 border-b border-line bg-canvas px-4"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className={classes(
              '-mb-px inline-flex items-center gap-1.5 border-b-2 border-transparent font-medium text-ink-muted',
              'hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink focus-visible:-outline-offset-2',
              isPressed && 'outline-none',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-ink-faint">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
};
