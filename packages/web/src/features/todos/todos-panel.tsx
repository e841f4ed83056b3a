import { useQuery } from '@tanstack/react-query';
import { ChevronRight, ListTodo, Plus } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCan } from '../auth/auth.api.ts';
import { TodoCard } from './todo-card.tsx';
import { TodoForm } from './todo-form.tsx';
import { isOver } from './todo-words.ts';
import { todosQuery } from './todos.api.ts';

const TodosSkeleton = () => (
  <div role="status" className="grid gap-3 p-4">
    <span className="sr-only">Loading todos</span>
    <Skeleton className="h-7 w-24" />
    <Skeleton className="h-28 rounded-lg" />
    <Skeleton className="h-28 rounded-lg" />
  </div>
);

type Props = {
  contact_id: string;
  /** Whether the form of a new todo is open. */
  isWriting: boolean;
  onWriting: (on: boolean) => void;
};

/** What is to be done for a contact; what is over is folded away below. */
export const TodosPanel = ({ contact_id, isWriting, onWriting }: Props) => {
  const todos = useQuery(todosQuery(contact_id));
  const mayWrite = useCan('contact:write');
  if (todos.isPending) return <TodosSkeleton />;
  if (todos.isError) return <ErrorState error={todos.error} onRetry={() => void todos.refetch()} />;
  const open = todos.data.filter((todo) => !isOver(todo));
  const over = todos.data.filter(isOver);
  const addButton = mayWrite && (
    <Button
      size="sm"
      className="justify-self-start"
      title="Add a todo (T)"
      onClick={() => onWriting(true)}
    >
      <Plus aria-hidden /> Add todo
    </Button>
  );
  if (todos.data.length === 0 && !isWriting)
    return (
      <EmptyState icon={<ListTodo />} title="Nothing to do" action={addButton}>
        Write down what you promised, with the day when it is due.
      </EmptyState>
    );
  return (
    <div className="grid gap-3 p-4">
      {isWriting ? (
        <TodoForm contact_id={contact_id} todo={null} onClose={() => onWriting(false)} />
      ) : (
        addButton
      )}
      {open.map((todo) => (
        <TodoCard key={todo.id} todo={todo} />
      ))}
      {open.length === 0 && !isWriting && <p className="text-ink-muted">Nothing is left to do.</p>}
      {over.length > 0 && (
        <details className="group grid gap-3">
          <summary className="flex items-center gap-1.5 rounded-md py-1 text-xs font-semibold text-ink-muted select-none hover:text-ink pointer-coarse:py-2.5 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-3.5 transition-transform group-open:rotate-90"
            />
            Over · {over.length}
          </summary>
          <div className="grid gap-3 pt-1">
            {over.map((todo) => (
              <TodoCard key={todo.id} todo={todo} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
};
