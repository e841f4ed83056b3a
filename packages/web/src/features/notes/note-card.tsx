import type { ContactNote } from '@rapport/contract/notes.api';
import {
  BookUser,
  Lock,
  Phone,
  MessageSquare,
  Pin,
  Sparkles,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Time } from '../../ui/time.tsx';
import { INTERNAL_HINT } from './note-filter.ts';
import { Markdown } from './markdown-view.tsx';
import { NoteMenu } from './note-menu.tsx';
import type { ManualArea, NoteWrites } from './notes.api.ts';
import { useNoteDraft } from './use-note-draft.ts';

const NoteForm = lazy(async () => ({ default: (await import('./note-form.tsx')).NoteForm }));

const ICONS: Record<ContactNote['area'], ReactNode> = {
  general: <StickyNote />,
  memory: <BookUser />,
  call_annotation: <Phone />,
  sms_annotation: <MessageSquare />,
  ai_enrichment: <Sparkles />,
  alert: <TriangleAlert />,
};

const LONG_LINES = 16;
const LONG_LETTERS = 900;
const isLong = (body: string): boolean =>
  body.length > LONG_LETTERS || body.split('\n').length > LONG_LINES;

/** One note: who wrote it when, and what. `writes` is null for who may only read. */
export const NoteCard = ({ note, writes }: { note: ContactNote; writes: NoteWrites | null }) => {
  const [isOpen, setIsOpen] = useState(false);
  const mayFold = isLong(note.body);
  const editor = useNoteDraft(async (text) => writes?.update(note.id, text));
  if (editor.draft)
    return (
      <article
        aria-label={note.author_label}
        className="rounded-lg border border-line bg-raised p-3"
      >
        <Suspense fallback={<p className="text-ink-muted">Loading the editor…</p>}>
          <NoteForm
            label="Text of the note"
            draft={editor.draft}
            action="Save"
            onSave={(text) => void editor.submit(text)}
            onClose={editor.close}
          />
        </Suspense>
      </article>
    );
  // Only notes in the areas of people can be edited.
  const edit = () =>
    editor.open({
      body: note.body,
      visibility: note.visibility,
      area: note.area as ManualArea,
    });
  return (
    <article aria-label={note.author_label} className="rounded-lg border border-line bg-raised p-3">
      <header className="flex items-center gap-1.5 pb-1.5 text-xs text-ink-muted [&_svg]:size-3.5 [&_svg]:shrink-0">
        <span aria-hidden>{ICONS[note.area]}</span>
        <h2 className="truncate font-semibold text-ink">{note.author_label}</h2>
        {note.pinned && <Pin aria-label="Pinned" />}
        {note.visibility === 'internal' && (
          <span title={INTERNAL_HINT} className="inline-flex items-center gap-1">
            <Lock aria-hidden /> Internal
          </span>
        )}
        <span className="ml-auto">
          <Time value={note.created_at} />
        </span>
        {writes && <NoteMenu note={note} writes={writes} onEdit={edit} />}
      </header>
      <div className={classes(mayFold && !isOpen && 'max-h-64 overflow-hidden mask-b-from-70%')}>
        <Markdown source={note.body} />
      </div>
      {mayFold && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="pt-1.5 font-medium text-accent-text hover:underline pointer-coarse:py-2"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : 'Show more'}
        </button>
      )}
    </article>
  );
};
