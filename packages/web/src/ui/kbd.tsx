import { isMac } from '../lib/shortcuts.ts';

/** One key: "K", "Esc"; `mod` shows as the platform's own key. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-surface px-1 font-sans text-xs font-medium text-ink-muted">
    {children === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : children}
  </kbd>
);
