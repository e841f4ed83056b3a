// Todos in words: their states, the moves between them, and when they are due.
import type { Todo } from '@rapport/contract/todos.api';
import type { BadgeTone } from '../../ui/badge.tsx';
import type { ButtonVariant } from '../../ui/button.tsx';

type Status = Todo['status'];

export const TODO_WORDS: Record<Status, { label: string; tone: BadgeTone }> = {
  pending_review: { label: 'To review', tone: 'warning' },
  approved: { label: 'Approved', tone: 'accent' },
  in_progress: { label: 'In progress', tone: 'accent' },
  completed: { label: 'Done', tone: 'success' },
  rejected: { label: 'Rejected', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'danger' },
};

const MOVES: Record<Status, { label: string; variant: ButtonVariant }> = {
  pending_review: { label: 'Review again', variant: 'ghost' },
  approved: { label: 'Approve', variant: 'secondary' },
  in_progress: { label: 'Start', variant: 'secondary' },
  completed: { label: 'Mark done', variant: 'secondary' },
  rejected: { label: 'Reject', variant: 'ghost' },
  failed: { label: 'It failed', variant: 'ghost' },
};

/** What the button of a move says: starting a todo that has a tool runs the tool. */
export const moveOf = (
  { tool }: Pick<Todo, 'tool'>,
  to: Status,
): { label: string; variant: ButtonVariant } =>
  tool && to === 'in_progress' ? { label: 'Send the e-mail', variant: 'primary' } : MOVES[to];

/** Whether nothing is left to do. */
export const isOver = ({ next_statuses }: Pick<Todo, 'next_statuses'>): boolean =>
  next_statuses.length === 0;

const DAY = 86_400_000;
const calendarDay = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * When something is due: "Today", "Tomorrow", "In 5 days", "4 Mar 2027", "2 days late".
 * @param due_date a calendar day such as 2027-02-28, the same in every time zone
 * @param now the moment of reading; its day is taken in the viewer's zone
 */
export const dueOf = (due_date: string, now: Date): { words: string; isLate: boolean } => {
  const due = Date.parse(`${due_date.slice(0, 10)}T00:00:00Z`);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((due - today) / DAY);
  if (days === 0) return { words: 'Today', isLate: false };
  if (days === 1) return { words: 'Tomorrow', isLate: false };
  if (days < 0) return { words: days === -1 ? '1 day late' : `${-days} days late`, isLate: true };
  return { words: days < 7 ? `In ${days} days` : calendarDay.format(due), isLate: false };
};
