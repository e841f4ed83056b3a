import type { Todo } from '@rapport/contract/todos.api';
import { CalendarDays, Mail, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { useNow } from '../../lib/use-now.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { TodoForm } from './todo-form.tsx';
import { dueOf, isOver, moveOf, TODO_WORDS } from './todo-words.ts';
import { useMoveTodo, useRemoveTodo } from './todos.api.ts';

const Due = ({ due_date }: { due_date: string }) => {
  const { words, isLate } = dueOf(due_date, useNow());
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 whitespace-nowrap',
        isLate && 'font-medium text-danger-text',
      )}
    >
      <CalendarDays aria-hidden className="size-3.5" />
      <span className="sr-only">Due </span>
      <time dateTime={due_date}>{words}</time>
    </span>
  );
};

/** The e-mail that a todo sends, folded away. */
const MailToSend = ({ subject, body }: { subject: string; body: string }) => (
  <details className="rounded-md border border-line bg-surface">
    <summary className="flex items-center gap-1.5 rounded-md px-2 py-1.5 font-medium select-none hover:bg-hover pointer-coarse:py-2.5">
      <Mail aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
      <span className="sr-only">E-mail: </span>
      <span className="truncate">{subject}</span>
    </summary>
    <p className="border-t border-line px-2 py-1.5 [overflow-wrap:anywhere] whitespace-pre-wrap">
      {body}
    </p>
  </details>
);

const RemoveButton = ({ todo }: { todo: Todo }) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutateAsync } = useRemoveTodo(todo);
  return (
    <>
      <IconButton
        label={`Delete “${todo.title}”`}
        size="sm"
        tone="danger"
        onClick={() => setIsAsking(true)}
      >
        <Trash2 aria-hidden />
      </IconButton>
      <AlertDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Delete this todo?"
        description={`“${todo.title}” is gone for everybody.`}
        action="Delete"
        onConfirm={() => mutateAsync(undefined)}
      />
    </>
  );
};

/** One todo: what, for whom, until when, and what can follow. */
export const TodoCard = ({ todo }: { todo: Todo }) => {
  const mayWrite = useCan('contact:write');
  const move = useMoveTodo(todo);
  const over = isOver(todo);
  const { label, tone } = TODO_WORDS[todo.status];
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing)
    return (
      <TodoForm contact_id={todo.contact_id} todo={todo} onClose={() => setIsEditing(false)} />
    );
  return (
    <article
      aria-label={todo.title}
      className="grid gap-2 rounded-lg border border-line bg-raised p-3"
    >
      <header className="flex items-start gap-2">
        <h3
          className={classes(
            'min-w-0 flex-1 font-medium [overflow-wrap:anywhere]',
            over && 'text-ink-muted',
          )}
        >
          {todo.title}
        </h3>
        {mayWrite && (
          <span className="-my-1 -mr-1 flex shrink-0">
            <IconButton size="sm" label={`Edit “${todo.title}”`} onClick={() => setIsEditing(true)}>
              <Pencil aria-hidden />
            </IconButton>
            <RemoveButton todo={todo} />
          </span>
        )}
      </header>
      {todo.description && (
        <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-muted">
          {todo.description}
        </p>
      )}
      {todo.tool && <MailToSend {...todo.tool.payload} />}
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-muted">
        <Badge tone={tone}>{label}</Badge>
        {todo.due_date && !over && <Due due_date={todo.due_date} />}
        {todo.assignee && (
          <span className="inline-flex min-w-0 items-center gap-1">
            <Avatar name={todo.assignee.name} size="xs" />
            <span className="truncate">{todo.assignee.name}</span>
          </span>
        )}
        {todo.origin === 'proposed' && <span>Proposed</span>}
      </div>
      {mayWrite && !over && (
        <div className="flex flex-wrap gap-1.5">
          {todo.next_statuses.map((status) => {
            const { label: words, variant } = moveOf(todo, status);
            return (
              <Button
                key={status}
                size="sm"
                variant={variant}
                loading={move.isPending && move.variables === status}
                disabled={move.isPending}
                onClick={() => move.mutate(status, { onError: toast.error })}
              >
                {words}
              </Button>
            );
          })}
        </div>
      )}
    </article>
  );
};
