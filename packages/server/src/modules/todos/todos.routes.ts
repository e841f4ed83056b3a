import type { todosApi } from '@rapport/contract/todos.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { presentTodo } from './todos.present.ts';
import * as todos from './todos.service.ts';

export const todosHandlers: Handlers<typeof todosApi> = {
  listContactTodos: async (ctx, { params }) => {
    const rows = await todos.listContactTodos(ctx, params.contact_id);
    return { todos: rows.map(presentTodo) };
  },
  listTodos: async (ctx, { query }) => {
    const reply = await todos.listTodos(ctx, query);
    return { ...reply, todos: reply.todos.map(presentTodo) };
  },
  createTodo: async (ctx, { body }) => presentTodo(await todos.createTodo(ctx, body)),
  updateTodo: async (ctx, { params, body }) =>
    presentTodo(await todos.updateTodo(ctx, params.todo_id, body)),
  moveTodo: async (ctx, { params, body }) =>
    presentTodo(await todos.moveTodo(ctx, params.todo_id, body.status)),
  removeTodo: async (ctx, { params }) => {
    await todos.removeTodo(ctx, params.todo_id);
    return { ok: true };
  },
  listMails: async (ctx, { query }) => todos.listMailed(ctx, query),
};
