import type { ContactNote } from '@rapport/contract/notes.api';
import { BookUser, Ellipsis, Eraser, X } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { DropdownMenu, MenuItem } from '../../ui/dropdown-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { plainText } from './markdown.ts';
import { Markdown } from './markdown-view.tsx';
import { useForgetMemory } from './notes.api.ts';

const isHeading = (line: string): boolean => /^#{1,6}\s/.test(line);

/** What to forget: a line as it stands in the note, or null for all of it. */
type Asked = { line: string | null };

/** What is remembered of a contact, line by line; who may lets a line be forgotten, or all of it. */
export const MemoryCard = ({ note }: { note: ContactNote }) => {
  const mayForget = useCan('memory:delete');
  const forget = useForgetMemory(note.contact_id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const lines = note.body.split('\n').filter((line) => line.trim() !== '');
  const confirm = async () => {
    if (!asked) return;
    await forget.mutateAsync(asked.line);
    toast.success('Forgotten');
  };
  return (
    <article
      aria-label={note.author_label}
      className="rounded-lg border border-chat-outbound-line bg-accent-soft/50 p-3"
    >
      <header className="flex items-center gap-1.5 pb-1.5 text-xs text-ink-muted [&_svg]:size-3.5 [&_svg]:shrink-0">
        <BookUser aria-hidden className="text-accent-text" />
        <h2 className="truncate font-semibold text-ink">{note.author_label}</h2>
        <span className="ml-auto">
          <Time value={note.updated_at} />
        </span>
        {mayForget && (
          <DropdownMenu
            align="end"
            trigger={
              <IconButton size="sm" label="Change the memory" className="-my-1 -mr-1">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            <MenuItem danger onSelect={() => setAsked({ line: null })}>
              <Eraser aria-hidden /> Forget all of it…
            </MenuItem>
          </DropdownMenu>
        )}
      </header>
      <ul className="grid gap-0.5">
        {lines.map((line, index) => (
          // A line may stand there twice.
          <li key={`${index} ${line}`} className="group flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <Markdown source={line} />
            </div>
            {mayForget && !isHeading(line) && (
              <IconButton
                size="sm"
                label={`Forget “${plainText(line)}”`}
                className="-my-1 -mr-1 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
                onClick={() => setAsked({ line })}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <AlertDialog
        open={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        title={asked?.line ? 'Forget this?' : 'Forget everything that is remembered?'}
        description={
          asked?.line
            ? `“${plainText(asked.line)}” is taken out of the memory. This cannot be undone.`
            : 'The memory of this contact is emptied. Messages, notes and fields stay. This cannot be undone.'
        }
        action="Forget"
        onConfirm={confirm}
      />
    </article>
  );
};
