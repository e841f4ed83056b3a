import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from '../lib/classes.ts';

export const OVERLAY = 'fixed inset-0 z-40 bg-overlay animate-enter';
export const DIALOG_BOX = classes(
  'fixed z-50 grid max-h-[min(44rem,calc(100dvh-2rem))] overflow-y-auto border border-line bg-raised shadow-float',
  'outline-none animate-rise max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-2xl max-md:pb-[env(safe-area-inset-bottom)]',
  'md:top-[16vh] md:left-1/2 md:w-[min(30rem,calc(100vw-2rem))] md:-translate-x-1/2 md:rounded-xl',
);

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/** A window over the page; a sheet from below on a phone. Esc and a press outside close it. */
export const Dialog = ({ open, onOpenChange, title, description, children }: Props) => (
  <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
    <RadixDialog.Portal>
      <RadixDialog.Overlay className={OVERLAY} />
      <RadixDialog.Content
        className={DIALOG_BOX}
        onInteractOutside={(event) => {
          // The news over a dialog can be pressed without leaving it.
          if ((event.target as Element).closest('[data-sonner-toaster]')) event.preventDefault();
        }}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <header className="grid gap-1 px-5 pt-4 pr-12">
          <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
          {description && (
            <RadixDialog.Description className="text-ink-muted">
              {description}
            </RadixDialog.Description>
          )}
        </header>
        <div className="grid gap-4 px-5 pt-4 pb-5">{children}</div>
        <RadixDialog.Close
          aria-label="Close"
          className="absolute top-3 right-3 inline-flex size-8 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </RadixDialog.Close>
      </RadixDialog.Content>
    </RadixDialog.Portal>
  </RadixDialog.Root>
);

/** The row of buttons at the end of a dialog, the main one last. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="flex justify-end gap-2 pt-1">{children}</div>
);
