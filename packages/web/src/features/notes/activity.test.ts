import type { CallDetails } from '@rapport/contract/calls.api';
import type { ContactNote } from '@rapport/contract/notes.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { Todo } from '@rapport/contract/todos.api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityDays, countsSentence, type Happened } from './activity.ts';
import { findNotes } from './note-filter.ts';

const message = (id: string, created_at: string, change: Partial<Message> = {}) =>
  ({ id, created_at, channel: 'sms', direction: 'inbound', body: id, ...change }) as Message;
const note = (id: string, created_at: string, change: Partial<ContactNote> = {}) =>
  ({
    id,
    created_at,
    updated_at: created_at,
    body: '',
    area: 'general',
    origin: 'manual',
    author_label: 'Nell',
    ...change,
  }) as ContactNote;

const todo = (id: string, created_at: string) => ({ id, created_at }) as Todo;
const call = (id: string, started_at: string) => ({ id, started_at }) as CallDetails;
const happened = (some: Partial<Happened>): Happened => ({
  messages: [],
  calls: [],
  notes: [],
  todos: [],
  ...some,
});

describe('activityDays', () => {
  test('gathers the messages of a day per channel, newest day first', () => {
    const days = activityDays(
      happened({
        messages: [
          message('a', '2026-03-01T09:00:00'),
          message('b', '2026-03-01T10:00:00', { direction: 'outbound' }),
          message('c', '2026-03-01T11:00:00', { channel: 'email' }),
          message('d', '2026-03-02T09:00:00'),
        ],
        notes: [note('n', '2026-03-01T10:30:00')],
        todos: [todo('t', '2026-03-01T10:45:00')],
      }),
    );
    expect(
      days.map(({ items }) =>
        items.map((item) => (item.kind === 'messages' ? item.channel : item.kind)),
      ),
    ).toEqual([['sms'], ['email', 'todo', 'note', 'sms']]);
    expect(days[1]?.items[3]).toMatchObject({ received: 1, sent: 1, last: { id: 'b' } });
  });

  test('loses no message, no note and no todo', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 50 });
    fc.assert(
      fc.property(hours, hours, hours, (said, noted, planned) => {
        const at = (hour: number) => new Date(hour * 3_600_000).toISOString();
        const days = activityDays(
          happened({
            messages: said
              .toSorted((a, b) => a - b)
              .map((hour, index) => message(`m${index}`, at(hour))),
            notes: noted.map((hour, index) => note(`n${index}`, at(hour))),
            todos: planned.map((hour, index) => todo(`t${index}`, at(hour))),
          }),
        );
        const items = days.flatMap((day) => day.items);
        const counted = items.reduce(
          (sum, item) => sum + (item.kind === 'messages' ? item.received + item.sent : 0),
          0,
        );
        expect(counted).toBe(said.length);
        expect(items.filter(({ kind }) => kind === 'note')).toHaveLength(noted.length);
        expect(items.filter(({ kind }) => kind === 'todo')).toHaveLength(planned.length);
      }),
    );
  });

  test.each([
    ['all', ['call', 'todo', 'note', 'messages']],
    ['calls', ['call']],
    ['notes', ['note']],
    ['todos', ['todo']],
  ] as const)('the pill %s', (filter, kinds) => {
    const days = activityDays(
      {
        messages: [message('m', '2026-03-01T09:00:00')],
        notes: [note('n', '2026-03-01T10:00:00')],
        todos: [todo('t', '2026-03-01T11:00:00')],
        calls: [call('c', '2026-03-01T12:00:00')],
      },
      filter,
    );
    expect(days.flatMap(({ items }) => items.map(({ kind }) => kind))).toEqual(kinds);
  });

  test('counts in words', () => {
    expect(countsSentence({ received: 3, sent: 2 })).toBe('3 received, 2 sent');
    expect(countsSentence({ received: 0, sent: 1 })).toBe('1 sent');
  });
});

describe('findNotes', () => {
  const notes = [
    note('memory', '2026-03-01T09:00:00', {
      area: 'memory',
      origin: 'system',
      body: '## About\nLikes **oak**',
      author_label: 'Contact Memory',
    }),
    note('mine', '2026-03-01T09:00:00', { body: 'Called about the oak table' }),
    note('call', '2026-03-01T09:00:00', { area: 'call_annotation', origin: 'workflow' }),
  ];
  const ids = (found: ContactNote[]) => found.map(({ id }) => id);

  test('by pill', () => {
    expect(ids(findNotes(notes, 'all', ''))).toEqual(['memory', 'mine', 'call']);
    expect(ids(findNotes(notes, 'manual', ''))).toEqual(['mine']);
    expect(ids(findNotes(notes, 'ai', ''))).toEqual(['memory']);
    expect(ids(findNotes(notes, 'call', ''))).toEqual(['call']);
    expect(ids(findNotes(notes, 'alert', ''))).toEqual([]);
  });

  test('by words, wherever the marks are', () => {
    expect(ids(findNotes(notes, 'all', 'OAK likes'))).toEqual(['memory']);
    expect(ids(findNotes(notes, 'all', 'oak'))).toEqual(['memory', 'mine']);
    expect(ids(findNotes(notes, 'all', 'nell table'))).toEqual(['mine']);
    expect(ids(findNotes(notes, 'all', '**'))).toEqual([]);
  });
});
