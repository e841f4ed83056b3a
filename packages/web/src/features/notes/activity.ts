// What happened with a contact, by day: calls, notes and todos one by one, messages gathered per channel.
import type { CallDetails } from '@rapport/contract/calls.api';
import type { ContactNote } from '@rapport/contract/notes.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { Todo } from '@rapport/contract/todos.api';
import type { Channel } from '@rapport/domain/messaging/channels';
import { dayKey } from '../messaging/feed-rows.ts';

export type Activity =
  | { kind: 'call'; key: string; at: string; call: CallDetails }
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

export const ACTIVITY_FILTERS = ['all', 'calls', 'notes', 'todos'] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

/** What happened, each kind by itself; messages oldest first. */
export type Happened = {
  messages: readonly Message[];
  calls: readonly CallDetails[];
  notes: readonly ContactNote[];
  todos: readonly Todo[];
};

/** Days and what is in them, newest first. */
export const activityDays = (happened: Happened, filter: ActivityFilter = 'all'): ActivityDay[] => {
  const shows = (kind: ActivityFilter) => filter === 'all' || filter === kind;
  const items = [
    ...(filter === 'all' ? gather(happened.messages) : []),
    ...(shows('calls') ? happened.calls.map(ofCall) : []),
    ...(shows('notes') ? happened.notes.map(ofNote) : []),
    ...(shows('todos') ? happened.todos.map(ofTodo) : []),
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
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

const ofCall = (call: CallDetails): Activity => ({
  kind: 'call',
  key: call.id,
  at: call.started_at,
  call,
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
