import { Ellipsis, GitMerge, History, Trash2 } from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '../../ui/dropdown-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCan } from '../auth/auth.api.ts';
import type { ContactDialog } from './contact-dialogs.tsx';

/** What can be done with the whole contact. */
export const ContactMenu = ({ onOpen }: { onOpen: (dialog: ContactDialog) => void }) => {
  const mayDelete = useCan('contact:delete');
  return (
    <DropdownMenu
      align="end"
      trigger={
        <IconButton label="More actions">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => onOpen({ kind: 'history' })}>
        <History aria-hidden /> History…
      </MenuItem>
      {mayDelete && (
        <>
          <MenuItem onSelect={() => onOpen({ kind: 'merge', other: null })}>
            <GitMerge aria-hidden /> Merge with another…
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger onSelect={() => onOpen({ kind: 'delete' })}>
            <Trash2 aria-hidden /> Delete contact…
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
};
