import { useQuery } from '@tanstack/react-query';
import { ChevronRight, History, ListTodo, NotebookPen } from 'lucide-react';
import { useMemo } from 'react';
import { formatClock, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ChannelIcon, channelLabel } from '../messaging/channel-words.tsx';
import { messagesQuery, useOlderMessages } from '../messaging/messaging.api.ts';
import { TODO_WORDS } from '../todos/todo-words.ts';
import { todosQuery } from '../todos/todos.api.ts';
import { type Activity, activityDays, countsSentence } from './activity.ts';
import { plainText } from './markdown.ts';
import { notesQuery } from './notes.api.ts';

/** How one thing is said: a sign, who or what, and what it was about. */
const partsOf = (item: Activity) => {
  switch (item.kind) {
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
  const older = useOlderMessages(contact_id);
  const now = useNow();
  const days = useMemo(
    () => activityDays(messages.data?.messages ?? [], notes.data ?? [], todos.data ?? []),
    [messages.data, notes.data, todos.data],
  );
  const failed = [messages, notes, todos].find(({ isError }) => isError);
  if (messages.isPending || notes.isPending || todos.isPending) return <SkeletonRows rows={5} />;
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (days.length === 0)
    return (
      <EmptyState icon={<History />} title="Nothing happened yet">
        Messages, notes and todos appear here, day by day.
      </EmptyState>
    );
  return (
    <div className="pb-4">
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
      {messages.data?.next_before && (
        <div className="flex justify-center pt-3">
          <Button size="sm" loading={older.loading} onClick={() => void older.loadOlder()}>
            Show older days
          </Button>
        </div>
      )}
    </div>
  );
};
