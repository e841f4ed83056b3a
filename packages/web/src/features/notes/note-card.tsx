import type { ContactNote } from '@rapport/contract/notes.api';
import {
  BookUser,
  Phone,
  MessageSquare,
  Pin,
  Sparkles,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Time } from '../../ui/time.tsx';
import { Markdown } from './markdown-view.tsx';

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

/** One note: who wrote it when, and what. */
export const NoteCard = ({ note }: { note: ContactNote }) => {
  const [isOpen, setIsOpen] = useState(false);
  const isMemory = note.area === 'memory';
  const mayFold = !isMemory && isLong(note.body);
  return (
    <article
      aria-label={note.author_label}
      className={classes(
        'rounded-lg border p-3',
        isMemory ? 'border-chat-outbound-line bg-accent-soft/50' : 'border-line bg-raised',
      )}
    >
      <header className="flex items-center gap-1.5 pb-1.5 text-xs text-ink-muted [&_svg]:size-3.5 [&_svg]:shrink-0">
        <span aria-hidden className={isMemory ? 'text-accent-text' : undefined}>
          {ICONS[note.area]}
        </span>
        <h2 className="truncate font-semibold text-ink">{note.author_label}</h2>
        {note.pinned && <Pin aria-label="Pinned" />}
        <span className="ml-auto">
          <Time value={isMemory ? note.updated_at : note.created_at} />
        </span>
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
