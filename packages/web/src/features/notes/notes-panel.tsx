import { useQuery } from '@tanstack/react-query';
import { ArrowDownUp, NotebookPen, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DropdownMenu, MenuRadioGroup } from '../../ui/dropdown-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCan, useMe } from '../auth/auth.api.ts';
import { MemoryCard } from './memory-card.tsx';
import { NoteCard } from './note-card.tsx';
import { NoteComposer } from './note-composer.tsx';
import {
  findNotes,
  NOTE_ORDERS,
  type NoteFilter,
  type NoteOrder,
  sortNotes,
} from './note-filter.ts';
import { notesQuery, useNoteWrites } from './notes.api.ts';

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
    <Skeleton className="h-44 rounded-lg" />
    <Skeleton className="h-28 rounded-lg" />
  </div>
);

const ORDER_WORDS: Record<NoteOrder, string> = {
  newest: 'Newest',
  oldest: 'Oldest',
  recently_edited: 'Recently edited',
};

/** The order of the notes, chosen from a menu as quiet as the pills beside it. */
const OrderMenu = ({
  value,
  onChange,
}: {
  value: NoteOrder;
  onChange: (order: NoteOrder) => void;
}) => (
  <DropdownMenu
    align="end"
    trigger={
      <IconButton label={`Order of the notes: ${ORDER_WORDS[value]}`}>
        <ArrowDownUp aria-hidden />
      </IconButton>
    }
  >
    <MenuRadioGroup
      value={value}
      onChange={onChange}
      options={NOTE_ORDERS.map((order) => ({ value: order, label: ORDER_WORDS[order] }))}
    />
  </DropdownMenu>
);

type Props = {
  contact_id: string;
  /** Whether the form of a new note is open. */
  isWriting: boolean;
  onWriting: (on: boolean) => void;
};

/** The notes on a contact, the memory on top. */
export const NotesPanel = ({ contact_id, ...writing }: Props) => {
  const mayWrite = useCan('contact:write');
  const ownWrites = useNoteWrites(contact_id, useMe().user.name);
  const writes = mayWrite ? ownWrites : null;
  const notes = useQuery(notesQuery(contact_id));
  const [filter, setFilter] = useState<NoteFilter>('all');
  const [order, setOrder] = useState<NoteOrder>('newest');
  const [search, setSearch] = useState('');
  if (notes.isPending) return <NotesSkeleton />;
  if (notes.isError) return <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />;
  const composer = writes && <NoteComposer writes={writes} {...writing} />;
  if (notes.data.length === 0)
    return (
      <div className="grid gap-3 p-4">
        {composer}
        <EmptyState icon={<NotebookPen />} title="No notes yet">
          What you write down, and what enrichment understands from the conversation, is kept here.
        </EmptyState>
      </div>
    );
  const found = sortNotes(findNotes(notes.data, filter, search), order);
  return (
    <div className="grid gap-3 p-4">
      {composer}
      <div className="grid gap-2">
        <div className="flex gap-1">
          <SearchInput
            label="Search notes"
            value={search}
            onChange={setSearch}
            className="min-w-0 flex-1"
          />
          <OrderMenu value={order} onChange={setOrder} />
        </div>
        <Segmented
          label="Kind of note"
          value={filter}
          onChange={setFilter}
          options={PILLS}
          className="-mx-1"
        />
      </div>
      {found.map((note) =>
        note.area === 'memory' ? (
          <MemoryCard key={note.id} note={note} />
        ) : (
          <NoteCard key={note.id} note={note} writes={writes} />
        ),
      )}
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
