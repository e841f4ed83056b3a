import { TODO_MOVES, TODO_STATUSES } from '@rapport/contract/todos.api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOf, isOver, moveOf, TODO_WORDS } from './todo-words.ts';

describe('when a todo is due', () => {
  const noon = new Date(2027, 1, 27, 12);
  test.each([
    ['2027-02-27', 'Today', false],
    ['2027-02-28', 'Tomorrow', false],
    ['2027-03-01', 'In 2 days', false],
    ['2027-02-26', '1 day late', true],
    ['2026-02-27', '365 days late', true],
  ])('%s: %s', (due_date, words, isLate) =>
    expect(dueOf(due_date, noon)).toEqual({ words, isLate }),
  );

  test('a day that is far away is said with its year', () => {
    expect(dueOf('2027-03-06', noon).words).toContain('2027');
  });

  test('the day is the same from the first to the last minute of it', () => {
    const minutes = fc.integer({ min: 0, max: 23 * 60 + 59 });
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(days, minutes, (offset, minute) => {
        const now = new Date(2027, 5, 1 + offset, 0, minute);
        expect(dueOf('2027-06-01', now)).toEqual(
          dueOf('2027-06-01', new Date(2027, 5, 1 + offset, 12)),
        );
        expect(dueOf('2027-06-01', now).isLate).toBe(offset > 0);
      }),
    );
  });
});

test('every state has words, and every move of the contract a button', () => {
  for (const status of TODO_STATUSES) {
    expect(TODO_WORDS[status].label).not.toBe('');
    for (const next of TODO_MOVES[status]) expect(moveOf({ tool: null }, next).label).not.toBe('');
    expect(isOver({ next_statuses: [...TODO_MOVES[status]] })).toBe(
      ['completed', 'rejected', 'failed'].includes(status),
    );
  }
});

test('starting a todo that writes an e-mail says so', () => {
  const tool = { name: 'send_email_to_caller', payload: { subject: 'Hi', body: 'Hello' } } as const;
  expect(moveOf({ tool }, 'in_progress').label).toBe('Send the e-mail');
  expect(moveOf({ tool }, 'rejected').label).toBe('Reject');
});
