// A todo as the API shows it.
import { TODO_MOVES, type todo, type TodoStatus } from '@rapport/contract/todos.api';
import type { z } from 'zod';
import type { TodoRow } from './todos.queries.ts';

export const presentTodo = (row: TodoRow): z.input<typeof todo> => {
  const status = row.status as TodoStatus;
  return {
    id: row.id,
    contact_id: row.contact_id,
    contact: { first_name: row.first_name, last_name: row.last_name },
    call_id: row.call_id,
    title: row.title,
    description: row.description,
    due_date: row.due_date,
    status,
    next_statuses: [...TODO_MOVES[status]],
    origin: row.origin as 'manual',
    assignee: row.assignee,
    tool: row.tool ? { name: row.tool as 'send_email_to_caller', payload: row.tool_payload } : null,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
};
