import type { ContactNote } from '@rapport/contract/notes.api';
import { Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { DropdownMenu, MenuItem } from '../../ui/dropdown-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import type { NoteWrites } from './notes.api.ts';

/** What the signed-in person may do with a note. */
export const NoteMenu = ({
  note,
  writes,
  onEdit,
}: {
  note: ContactNote;
  writes: NoteWrites;
  onEdit: () => void;
}) => {
  const [isAsking, setIsAsking] = useState(false);
  // Gone from the list at once, and this dialog with it: a refusal is told apart from it.
  const remove = () =>
    writes.remove(note.id).then(() => toast.success('The note was deleted'), toast.error);
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <IconButton size="sm" label="Change this note" className="-my-1 -mr-1">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void writes.pin(note.id, !note.pinned).catch(toast.error)}>
          {note.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {note.pinned ? 'Unpin' : 'Pin to the top'}
        </MenuItem>
        {note.can_edit && (
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden /> Edit
          </MenuItem>
        )}
        {note.can_delete && (
          <MenuItem danger onSelect={() => setIsAsking(true)}>
            <Trash2 aria-hidden /> Delete…
          </MenuItem>
        )}
      </DropdownMenu>
      <AlertDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Delete this note?"
        description="It is gone for everybody. This cannot be undone."
        action="Delete"
        onConfirm={remove}
      />
    </>
  );
};
