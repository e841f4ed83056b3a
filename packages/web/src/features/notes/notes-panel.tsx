import { useQuery } from '@tanstack/react-query';
import { NotebookPen, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NoteCard } from './note-card.tsx';
import { findNotes, type NoteFilter } from './note-filter.ts';
import { notesQuery } from './notes.api.ts';

const PILLS = [
  { value: 'all', label: 'All' },
  { value: 'manual', label: 'Manual' },
  { value: 'call', label: 'Call' },
  { value: 'sms', label: 'SMS' },
  { value: 'ai', label: 'AI' },
  { value: 'alert', label: 'Alert' },
] as const;

const NotesSkeleton = () => (
  <div role="status" className="grid gap-3 p-4">
    <span className="sr-only">Loading notes</span>
    <Skeleton className="h-8" />
    <Skeleton className="h-44 rounded-lg!" />
    <Skeleton className="h-28 rounded-lg!" />
  </div>
);

/** The notes on a contact, the memory on top. */
export const NotesPanel = ({ contact_id }: { contact_id: string }) => {
  const notes = useQuery(notesQuery(contact_id));
  const [filter, setFilter] = useState<NoteFilter>('all');
  const [search, setSearch] = useState('');
  if (notes.isPending) return <NotesSkeleton />;
  if (notes.isError) return <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />;
  if (notes.data.length === 0)
    return (
      <EmptyState icon={<NotebookPen />} title="No notes yet">
        What enrichment understands from the conversation is noted here.
      </EmptyState>
    );
  const found = findNotes(notes.data, filter, search);
  return (
    <div className="grid gap-3 p-4">
      <div className="grid gap-2">
        <SearchInput label="Search notes" value={search} onChange={setSearch} />
        <Segmented
          label="Kind of note"
          value={filter}
          onChange={setFilter}
          options={PILLS}
          className="-mx-1"
        />
      </div>
      {found.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
      {found.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title="No such notes"
          className="py-8"
          action={
            <Button
              onClick={() => {
                setSearch('');
                setFilter('all');
              }}
            >
              Show all notes
            </Button>
          }
        >
          {search.trim() === '' ? 'There are no notes of this kind.' : 'No note has these words.'}
        </EmptyState>
      )}
    </div>
  );
};
