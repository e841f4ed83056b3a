import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { NoteText, NoteWrites } from './notes.api.ts';
import { useNoteDraft } from './use-note-draft.ts';

const NoteForm = lazy(async () => ({ default: (await import('./note-form.tsx')).NoteForm }));

const BLANK: NoteText = { body: '', area: 'general', visibility: 'user_visible' };

type Props = {
  writes: NoteWrites;
  isWriting: boolean;
  onWriting: (on: boolean) => void;
};

/** A line that turns into the form of a new note. */
export const NoteComposer = ({ writes, isWriting, onWriting }: Props) => {
  const composer = useNoteDraft(writes.create);
  // The `N` key and the button of the profile ask for it too.
  if (isWriting && !composer.draft) composer.open(BLANK);
  if (!composer.draft)
    return (
      <Button
        className="w-full justify-start! text-ink-muted!"
        title="Write a note (N)"
        onClick={() => onWriting(true)}
      >
        <Plus aria-hidden /> Write a note
      </Button>
    );
  return (
    <Suspense fallback={<Skeleton className="h-32" />}>
      <NoteForm
        label="New note"
        draft={composer.draft}
        action="Add note"
        onSave={(text) => {
          onWriting(false);
          void composer.submit(text);
        }}
        onClose={() => {
          onWriting(false);
          composer.close();
        }}
      />
    </Suspense>
  );
};
