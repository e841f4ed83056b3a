import { Toaster as Sonner, toast as sonner } from 'sonner';
import { messageOf } from '../lib/api.ts';

/** Mounted once by the shell. */
export const Toaster = () => (
  <Sonner
    position="bottom-right"
    gap={8}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          'flex w-full items-center gap-2.5 rounded-lg border border-line bg-raised px-3.5 py-3 text-sm text-ink shadow-float',
        title: 'font-medium',
        description: 'text-ink-muted',
        content: 'min-w-0 flex-1',
        actionButton:
          'h-7 shrink-0 rounded-md border border-line-strong px-2.5 font-medium hover:bg-hover',
        success: '[&_svg]:text-success-text',
        error: '[&_svg]:text-danger-text',
      },
    }}
  />
);

type Undo = { undo?: () => void };

/** Short news at the edge of the page; never the only place of something that must be read. */
export const toast = {
  /** Something worked. With `undo`, a button takes it back. */
  success: (message: string, { undo }: Undo = {}) =>
    sonner.success(message, undo ? { action: { label: 'Undo', onClick: undo } } : {}),
  /** Something failed: shows the sentence of what was thrown. */
  error: (error: unknown) => sonner.error(typeof error === 'string' ? error : messageOf(error)),
  info: (message: string) => sonner(message),
};
