import type { Contact } from '@rapport/contract/contacts.api';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { titleOf } from './contact-name.ts';
import { useRemoveContact } from './contacts.api.ts';
import { lastList } from './last-list.ts';

// None of them is needed to read the page.
const HistoryDialog = lazy(async () => ({
  default: (await import('./history-dialog.tsx')).HistoryDialog,
}));
const MergeDialog = lazy(async () => ({
  default: (await import('./merge-dialog.tsx')).MergeDialog,
}));

export type ContactDialog =
  | { kind: 'history' }
  /** `other`: who goes into the contact; null asks. */
  | { kind: 'merge'; other: Contact | null }
  | { kind: 'delete' };

/** What opens over the page of a contact: its history, a merge, the second step of deleting it. */
export const ContactDialogs = ({
  contact,
  open,
  onClose,
}: {
  contact: Contact;
  open: ContactDialog | null;
  onClose: () => void;
}) => {
  const navigate = useNavigate();
  const remove = useRemoveContact(contact.id);
  const title = titleOf(contact);
  const confirm = async () => {
    await remove.mutateAsync();
    toast.success(`${title} was deleted`);
    await navigate({ to: '/contacts', search: lastList() });
  };
  return (
    <>
      <Suspense fallback={null}>
        {open?.kind === 'history' && <HistoryDialog contact_id={contact.id} onClose={onClose} />}
        {open?.kind === 'merge' && (
          <MergeDialog contact={contact} other={open.other} onClose={onClose} />
        )}
      </Suspense>
      <AlertDialog
        open={open?.kind === 'delete'}
        onOpenChange={(isOpen) => isOpen || onClose()}
        title={`Delete ${title}?`}
        description="All messages, notes and evidence of this contact are deleted with it. This cannot be undone."
        action="Delete"
        onConfirm={confirm}
      />
    </>
  );
};
