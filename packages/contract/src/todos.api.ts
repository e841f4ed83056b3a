// Todos: what is to be done for a contact, by people or by a tool that people approved.
import { z } from 'zod';
import { assignedUser } from './contacts.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, list, pageQuery, pageReply, time, uuid } from './shared.ts';

export const TODO_STATUSES = [
  'pending_review',
  'approved',
  'rejected',
  'in_progress',
  'completed',
  'failed',
] as const;
export type TodoStatus = (typeof TODO_STATUSES)[number];

/** What may follow each state; the last ones have no way out. */
export const TODO_MOVES: Record<TodoStatus, readonly TodoStatus[]> = {
  pending_review: ['approved', 'rejected'],
  approved: ['in_progress'],
  rejected: [],
  in_progress: ['completed', 'failed'],
  completed: [],
  failed: [],
};

/** Writes to the contact's preferred e-mail address once the todo is approved and started. */
const todoTool = z.object({
  name: z.literal('send_email_to_caller'),
  payload: z.object({
    subject: z.string().trim().min(1).max(200),
    body: z.string().trim().min(1).max(20_000),
  }),
});

export const todo = z.object({
  id: uuid,
  contact_id: uuid,
  contact: z.object({ first_name: z.string(), last_name: z.string() }),
  /** The call that it comes from. */
  call_id: uuid.nullable(),
  title: z.string(),
  description: z.string().nullable(),
  due_date: z.string().nullable(),
  status: z.enum(TODO_STATUSES),
  next_statuses: z.array(z.enum(TODO_STATUSES)),
  origin: z.enum(['manual', 'proposed']),
  assignee: assignedUser.nullable(),
  tool: todoTool.nullable(),
  created_at: time,
  updated_at: time,
});
export type Todo = z.output<typeof todo>;

const todoParams = z.object({ todo_id: uuid });

const todoData = z.object({
  title: z.string().trim().min(1).max(200),
  description: z
    .string()
    .trim()
    .max(5000)
    .transform((value) => (value === '' ? null : value))
    .nullable(),
  due_date: z.iso.date('must be a date such as 2027-02-28').nullable(),
  assignee_member_id: uuid.nullable(),
  tool: todoTool.nullable(),
});

export const outgoingMail = z.object({
  id: uuid,
  /** Null for one that tried the mail server out. */
  contact_id: uuid.nullable(),
  from_address: z.string(),
  to_address: z.string(),
  subject: z.string(),
  body: z.string(),
  created_at: time,
});

export const todosApi = defineApi({
  listContactTodos: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/todos',
    access: { kind: 'person', permission: 'contact:read' },
    summary:
      'The todos of a contact, those from calls included: open ones by due date, then those that are over.',
    params: contactParams,
    response: z.object({ todos: z.array(todo) }),
    contact_param: 'contact_id',
  }),
  listTodos: endpoint({
    method: 'GET',
    path: '/api/todos',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'The todos of the organization by status and assignee: open ones by due date first.',
    query: z.object({
      /** Any of these; all when left out. */
      status: list(z.enum(TODO_STATUSES)),
      assignee: z.union([z.enum(['all', 'me', 'unassigned']), uuid]).default('all'),
      ...pageQuery,
    }),
    response: z.object({ todos: z.array(todo), ...pageReply }),
  }),
  createTodo: endpoint({
    method: 'POST',
    path: '/api/todos',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Create a todo for a contact; whoever needs no second opinion creates it approved.',
    body: todoData.partial().extend({
      contact_id: uuid,
      title: todoData.shape.title,
      /** A call of this contact. */
      call_id: uuid.optional(),
      status: z.enum(['pending_review', 'approved']).default('pending_review'),
    }),
    response: todo,
    status: 201,
    contact_param: 'contact_id',
  }),
  updateTodo: endpoint({
    method: 'PUT',
    path: '/api/todos/{todo_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      'Change a todo; what is left out stays as it is. Its tool changes only before it is approved.',
    params: todoParams,
    body: todoData.partial(),
    response: todo,
  }),
  moveTodo: endpoint({
    method: 'POST',
    path: '/api/todos/{todo_id}/status',
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      'Move a todo to another state. Starting one that has a tool runs the tool, which completes it.',
    params: todoParams,
    body: z.object({ status: z.enum(TODO_STATUSES) }),
    response: todo,
  }),
  removeTodo: endpoint({
    method: 'DELETE',
    path: '/api/todos/{todo_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Delete a todo.',
    params: todoParams,
    response: done,
  }),
  listMails: endpoint({
    method: 'GET',
    path: '/api/mails',
    access: { kind: 'person', permission: 'settings:read' },
    summary: 'What was mailed, newest first; without a mail server it is kept here instead.',
    query: z.object(pageQuery),
    response: z.object({ mails: z.array(outgoingMail), ...pageReply }),
  }),
});
