// Todos: what is to be done for a contact, and the mails that approved ones send.
import { todosApi } from '@rapport/contract/todos.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { todosHandlers } from './todos.routes.ts';

export const todosModule: Module = {
  name: 'todos',
  mount: (app, door) => mountApi(app, todosApi, todosHandlers, door),
};
