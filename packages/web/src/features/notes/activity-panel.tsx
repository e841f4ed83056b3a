import { useQuery } from '@tanstack/react-query';
import { ChevronRight, History, ListTodo, NotebookPen, Phone } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatClock, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { callTitle, clockOf } from '../calls/call-words.ts';
import { callsQuery } from '../calls/calls.api.ts';
import { ChannelIcon, channelLabel } from '../messaging/channel-words.tsx';
import { messagesQuery, useOlderMessages } from '../messaging/messaging.api.ts';
import { TODO_WORDS } from '../todos/todo-words.ts';
import { todosQuery } from '../todos/todos.api.ts';
import { type Activity, activityDays, type ActivityFilter, countsSentence } from './activity.ts';
import { plainText } from './markdown.ts';
import { notesQuery } from './notes.api.ts';

const PILLS = [
  { value: 'all', label: 'All' },
  { value: 'calls', label: 'Calls' },
  { value: 'notes', label: 'Notes' },
  { value: 'todos', label: 'Todos' },
] as const;

const NOTHING: Record<ActivityFilter, string> = {
  all: 'Nothing happened yet',
  calls: 'No calls yet',
  notes: 'No notes yet',
  todos: 'No todos yet',
};

/** How one thing is said: a sign, who or what, and what it was about. */
const partsOf = (item: Activity) => {
  switch (item.kind) {
    case 'call': {
      const { call } = item;
      const summary = call.analyses[0]?.runs[0];
      return {
        icon: <Phone />,
        title: callTitle(call),
        detail: call.duration_seconds ? clockOf(call.duration_seconds) : '',
        text: (summary && plainText(summary.content)) ?? call.transcription ?? call.received_on,
      };
    }
    case 'note':
      return {
        icon: <NotebookPen />,
        title: item.note.author_label,
        text: plainText(item.note.body),
      };
    case 'todo':
      return {
        icon: <ListTodo />,
        title: 'Todo',
        detail: TODO_WORDS[item.todo.status].label,
        text: item.todo.title,
      };
    case 'messages':
      return {
        icon: <ChannelIcon channel={item.channel} />,
        title: channelLabel(item.channel),
        detail: countsSentence(item),
        text: item.last.body ?? item.last.subject,
      };
  }
};

const Item = ({ item }: { item: Activity }) => {
  const { icon, title, detail, text } = partsOf(item);
  return (
    <li className="grid grid-cols-[1rem_1fr_auto] gap-x-2 py-1.5">
      <span aria-hidden className="pt-0.5 text-ink-muted [&>svg]:size-4">
        {icon}
      </span>
      <span className="truncate font-medium">
        {title}
        {detail && <span className="font-normal text-ink-muted"> · {detail}</span>}
      </span>
      <time dateTime={item.at} className="text-xs leading-5 text-ink-muted tabular-nums">
        {formatClock(item.at)}
      </time>
      <span className="col-span-2 col-start-2 truncate text-ink-muted">{text}</span>
    </li>
  );
};

/** What happened, day by day; each day can be folded away. */
export const ActivityPanel = ({ contact_id }: { contact_id: string }) => {
  const messages = useQuery(messagesQuery(contact_id));
  const notes = useQuery(notesQuery(contact_id));
  const todos = useQuery(todosQuery(contact_id));
  const calls = useQuery(callsQuery(contact_id));
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const older = useOlderMessages(contact_id);
  const now = useNow();
  const days = useMemo(
    () =>
      activityDays(
        {
          messages: messages.data?.messages ?? [],
          calls: calls.data ?? [],
          notes: notes.data ?? [],
          todos: todos.data ?? [],
        },
        filter,
      ),
    [messages.data, calls.data, notes.data, todos.data, filter],
  );
  const failed = [messages, calls, notes, todos].find(({ isError }) => isError);
  if (messages.isPending || calls.isPending || notes.isPending || todos.isPending)
    return <SkeletonRows rows={5} />;
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <div className="pb-4">
      <Segmented
        label="Kind of activity"
        value={filter}
        onChange={setFilter}
        options={PILLS}
        className="border-b border-line px-3 py-2"
      />
      {days.length === 0 && (
        <EmptyState icon={<History />} title={NOTHING[filter]}>
          {filter === 'all' && 'Calls, messages, notes and todos appear here, day by day.'}
        </EmptyState>
      )}
      {days.map((day) => (
        <details key={day.key} open className="group border-b border-line px-4 py-2">
          <summary className="flex items-center gap-1.5 rounded-md py-1 text-xs font-semibold text-ink-muted select-none hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-3.5 transition-transform group-open:rotate-90"
            />
            {formatDay(day.at, now)}
          </summary>
          <ul className="pl-1">
            {day.items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
        </details>
      ))}
      {filter === 'all' && messages.data?.next_before && (
        <div className="flex justify-center pt-3">
          <Button size="sm" loading={older.loading} onClick={() => void older.loadOlder()}>
            Show older days
          </Button>
        </div>
      )}
    </div>
  );
};
