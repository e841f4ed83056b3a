import { createPortal } from 'react-dom';
import { Toaster as Sonner, toast } from 'sonner';

export const sonner = toast;

/**
 * The library's list of news in our look. Use `toast` from `toast.tsx`, which loads it. Beside the page rather
 * than in it, and pressable, so that an open dialog takes away neither the news nor its Undo.
 */
export const Toaster = () =>
  createPortal(
    <Sonner
      className="pointer-events-auto"
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
    />,
    document.body,
  );
