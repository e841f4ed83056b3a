// What happened with a contact, by day: notes and todos one by one, messages gathered per channel.
import type { ContactNote } from '@rapport/contract/notes.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { Todo } from '@rapport/contract/todos.api';
import type { Channel } from '@rapport/domain/messaging/channels';
import { dayKey } from '../messaging/feed-rows.ts';

export type Activity =
  | { kind: 'note'; key: string; at: string; note: ContactNote }
  | { kind: 'todo'; key: string; at: string; todo: Todo }
  | {
      kind: 'messages';
      key: string;
      channel: Channel;
      /** Time of the last one. */
      at: string;
      received: number;
      sent: number;
      /** What was said last. */
      last: Message;
    };

export type ActivityDay = { key: string; at: string; items: Activity[] };

/**
 * Days and what is in them, newest first.
 * @param messages oldest first
 */
export const activityDays = (
  messages: readonly Message[],
  notes: readonly ContactNote[],
  todos: readonly Todo[],
): ActivityDay[] => {
  const items = [...gather(messages), ...notes.map(ofNote), ...todos.map(ofTodo)].toSorted(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
  const days = new Map<string, ActivityDay>();
  for (const item of items) {
    const key = dayKey(item.at);
    const day = days.get(key);
    if (day) day.items.push(item);
    else days.set(key, { key, at: item.at, items: [item] });
  }
  return [...days.values()];
};

const ofNote = (note: ContactNote): Activity => ({
  kind: 'note',
  key: note.id,
  // A memory is rewritten with each run: what counts is when it was last.
  at: note.area === 'memory' ? note.updated_at : note.created_at,
  note,
});

const ofTodo = (todo: Todo): Activity => ({
  kind: 'todo',
  key: todo.id,
  at: todo.created_at,
  todo,
});

type Gathered = Extract<Activity, { kind: 'messages' }>;

const gather = (messages: readonly Message[]): Gathered[] => {
  const groups = new Map<string, Gathered>();
  for (const message of messages) {
    const key = `${dayKey(message.created_at)} ${message.channel}`;
    const group = groups.get(key) ?? start(key, message);
    groups.set(key, group);
    if (message.direction === 'inbound') group.received += 1;
    else group.sent += 1;
    group.at = message.created_at;
    group.last = message;
  }
  return [...groups.values()];
};

const start = (key: string, message: Message): Gathered => ({
  kind: 'messages',
  key,
  channel: message.channel,
  at: message.created_at,
  received: 0,
  sent: 0,
  last: message,
});

/** "3 received, 2 sent". */
export const countsSentence = ({ received, sent }: { received: number; sent: number }): string =>
  [received > 0 && `${received} received`, sent > 0 && `${sent} sent`].filter(Boolean).join(', ');
