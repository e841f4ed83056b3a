import type { Contact } from '@rapport/contract/contacts.api';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { DropdownMenu, MenuItem } from '../../ui/dropdown-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { titleOf } from './contact-name.ts';
import { useRemoveContact } from './contacts.api.ts';
import { lastList } from './last-list.ts';

/** What can be done with the whole contact. */
export const ContactMenu = ({ contact }: { contact: Contact }) => {
  const mayDelete = useCan('contact:delete');
  const navigate = useNavigate();
  const remove = useRemoveContact(contact.id);
  const [isAsking, setIsAsking] = useState(false);
  const title = titleOf(contact);
  if (!mayDelete) return null;
  const confirm = async () => {
    await remove.mutateAsync();
    toast.success(`${title} was deleted`);
    await navigate({ to: '/contacts', search: lastList() });
  };
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <IconButton label="More actions">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem danger onSelect={() => setIsAsking(true)}>
          <Trash2 aria-hidden /> Delete contact…
        </MenuItem>
      </DropdownMenu>
      <AlertDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Delete ${title}?`}
        description="All messages, notes and evidence of this contact are deleted with it. This cannot be undone."
        action="Delete"
        onConfirm={confirm}
      />
    </>
  );
};
