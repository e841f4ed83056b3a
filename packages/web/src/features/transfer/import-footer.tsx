import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCancelContactImport } from './contact-imports.api.ts';

/** The step's way on, always in reach, and the way out. */
export const ImportFooter = ({
  item,
  note,
  children,
}: {
  item: ContactImport;
  note: ReactNode;
  children: ReactNode;
}) => {
  const navigate = useNavigate();
  const cancel = useCancelContactImport(item.id);
  const leave = () =>
    cancel.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/import' }),
      onError: toast.error,
    });
  return (
    <footer className="sticky bottom-0 z-10 -mx-4 -mb-6 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-4 py-3 md:-mx-6 md:px-6">
      <p className="min-w-0 grow text-ink-muted max-md:basis-full">{note}</p>
      <Button variant="ghost" loading={cancel.isPending} onClick={leave}>
        Discard
      </Button>
      {children}
    </footer>
  );
};
