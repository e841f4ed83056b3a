import { TODO_MOVES, TODO_STATUSES, type TodoStatus } from '@rapport/contract/todos.api';
import { describe, expect, test } from 'vitest';
import { removeMember } from '../auth/organization.service.ts';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

type NewTodo = Parameters<typeof client.createTodo>[0]['body'];
const buildTodo = async (values: Partial<NewTodo> = {}) =>
  client.createTodo({
    body: {
      title: 'Call back',
      contact_id: values.contact_id ?? (await buildContact(ctx)).id,
      ...values,
    },
  });
const move = (todo_id: string, status: TodoStatus) =>
  client.moveTodo({ params: { todo_id }, body: { status } });

/** The shortest way from the first state to each. */
const WAYS: Record<TodoStatus, TodoStatus[]> = {
  pending_review: [],
  approved: ['approved'],
  rejected: ['rejected'],
  in_progress: ['approved', 'in_progress'],
  completed: ['approved', 'in_progress', 'completed'],
  failed: ['approved', 'in_progress', 'failed'],
};

describe('a todo', () => {
  test('is made for a contact, changed and deleted', async () => {
    const contact = await buildContact(ctx, { first_name: 'Ada' });
    const member = await buildMember(ctx, 'member', { name: 'Nell' });
    const assignee = { member_id: member.member_id, user_id: member.user_id, name: 'Nell' };
    const todo = await buildTodo({
      contact_id: contact.id,
      title: ' Send the offer ',
      description: ' ',
      due_date: '2027-02-28',
      assignee_member_id: member.member_id,
    });
    expect(todo).toMatchObject({
      contact_id: contact.id,
      contact: { first_name: 'Ada', last_name: contact.last_name },
      title: 'Send the offer',
      description: null,
      due_date: '2027-02-28',
      status: 'pending_review',
      next_statuses: ['approved', 'rejected'],
      origin: 'manual',
      assignee,
      tool: null,
    });
    const params = { todo_id: todo.id };
    const changed = await client.updateTodo({
      params,
      body: { title: 'Send it', due_date: null, assignee_member_id: null },
    });
    expect(changed).toEqual({
      ...todo,
      title: 'Send it',
      due_date: null,
      assignee: null,
      updated_at: changed.updated_at,
    });
    expect(await client.listContactTodos({ params: { contact_id: contact.id } })).toEqual({
      todos: [changed],
    });
    await client.removeTodo({ params });
    await expect(client.removeTodo({ params })).rejects.toMatchObject({
      status: 404,
      code: 'TODO_NOT_FOUND',
    });
  });

  const tool = { name: 'send_email_to_caller', payload: { subject: 'Hi', body: 'There' } };
  test.each([
    [{ title: ' ' }, 'title', 'is empty'],
    [{ due_date: '2027-02-29' }, 'due_date', 'must be a date such as 2027-02-28'],
    [{ assignee_member_id: 'Nell' }, 'assignee_member_id', 'is not an id'],
    [{ status: 'completed' }, 'status', 'must be one of pending_review, approved'],
    [
      { tool: { ...tool, payload: { ...tool.payload, subject: '' } } },
      'tool.payload.subject',
      'is empty',
    ],
    [{ tool: { name: tool.name } }, 'tool.payload', 'is missing'],
  ])('is not made of %o', async (values, field, message) => {
    await expect(buildTodo(values as NewTodo)).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      details: { fields: [{ field, message }] },
    });
  });

  test('loses its assignee with the member, and goes with its contact', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const member = await buildMember(ctx, 'member');
    const todo = await buildTodo({ contact_id, assignee_member_id: member.member_id });
    await removeMember(ctx, member.member_id);
    const { todos } = await client.listContactTodos({ params: { contact_id } });
    expect(todos).toEqual([{ ...todo, assignee: null }]);
    await client.removeContact({ params: { contact_id } });
    await expect(move(todo.id, 'approved')).rejects.toMatchObject({ code: 'TODO_NOT_FOUND' });
  });
});

describe('the states of a todo', () => {
  test.each(TODO_STATUSES)('from %s only the allowed ones are reached', async (from) => {
    for (const to of TODO_STATUSES) {
      const { id } = await buildTodo();
      for (const step of WAYS[from]) await move(id, step);
      if (TODO_MOVES[from].includes(to))
        expect(await move(id, to)).toMatchObject({ status: to, next_statuses: TODO_MOVES[to] });
      else
        await expect(move(id, to)).rejects.toMatchObject({
          status: 409,
          code: 'TODO_MOVE_REFUSED',
          details: { from, to, allowed: TODO_MOVES[from] },
        });
    }
  });

  test('say in one sentence what is possible', async () => {
    const { id } = await buildTodo();
    await expect(move(id, 'completed')).rejects.toMatchObject({
      message:
        'A todo that is pending_review cannot become completed; it can become approved or rejected.',
    });
  });

  test('begin approved when the maker needs no second opinion', async () => {
    expect(await buildTodo({ status: 'approved' })).toMatchObject({ status: 'approved' });
  });
});

describe('the list of todos', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const member = await buildMember(ctx, 'member');
  const { id: contact_id } = await buildContact(ctx);
  const make = async (title: string, values: Partial<NewTodo> = {}) =>
    (await owner.client.createTodo({ body: { contact_id, title, ...values } })).id;
  const assignee_member_id = member.member_id;
  await make('undated');
  await make('late', { due_date: '2027-05-01', assignee_member_id });
  await make('soon', { due_date: '2027-01-01', assignee_member_id, status: 'approved' });
  const over = await make('over', { due_date: '2026-01-01', assignee_member_id: owner.member_id });
  await owner.client.moveTodo({ params: { todo_id: over }, body: { status: 'rejected' } });
  const sorted = ['soon', 'late', 'undated', 'over'];

  type Query = NonNullable<NonNullable<Parameters<typeof client.listTodos>[0]>['query']>;
  const titles = async (query: Query, caller = owner) =>
    (await caller.client.listTodos({ query })).todos.map(({ title }) => title);

  test('has open ones by due date first, here and on the contact', async () => {
    expect(await titles({})).toEqual(sorted);
    const { todos } = await owner.client.listContactTodos({ params: { contact_id } });
    expect(todos.map(({ title }) => title)).toEqual(sorted);
  });

  test('is narrowed by status and assignee', async () => {
    expect(await titles({ status: ['approved'] })).toEqual(['soon']);
    expect(await titles({ status: ['approved', 'rejected'] })).toEqual(['soon', 'over']);
    expect(await titles({ assignee: 'unassigned' })).toEqual(['undated']);
    expect(await titles({ assignee: 'me' })).toEqual(['over']);
    expect(await titles({ assignee: 'me' }, member)).toEqual(['soon', 'late']);
    expect(await titles({ assignee: member.member_id, status: ['approved'] })).toEqual(['soon']);
    expect(await titles({ assignee: contact_id })).toEqual([]);
  });

  test('comes in pages, with right totals beyond the last', async () => {
    expect(await titles({ page: 1, page_size: 3 })).toEqual(['over']);
    const beyond = await owner.client.listTodos({ query: { page: 9, page_size: 3 } });
    expect(beyond).toEqual({ todos: [], total_count: 4, page: 9, page_size: 3, total_pages: 2 });
  });
});

test('every change of a todo is told to who may see the contact', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const told = [{ type: 'todos.changed', payload: { contact_id } }];
  let todo_id = '';
  expect(
    await heardDuring(ctx, async () => ({ id: todo_id } = await buildTodo({ contact_id }))),
  ).toEqual(told);
  const params = { todo_id };
  for (const work of [
    () => client.updateTodo({ params, body: { title: 'x' } }),
    () => move(todo_id, 'approved'),
    () => client.removeTodo({ params }),
  ])
    expect(await heardDuring(ctx, work)).toEqual(told);
});
