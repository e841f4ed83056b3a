import type { TodoStatus } from '@rapport/contract/todos.api';
import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

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

describe('send_email_to_caller', () => {
  const tool = {
    name: 'send_email_to_caller' as const,
    payload: { subject: 'Your offer', body: 'Dear Ada, **here** it is.' },
  };
  const listMails = async (contact_id: string) =>
    (await client.listMails({ query: { page_size: 50 } })).mails.filter(
      (mail) => mail.contact_id === contact_id,
    );

  /** What was mailed, once it has gone out. */
  const mailed = async (contact_id: string) =>
    until('the mail', async () => {
      const mails = await listMails(contact_id);
      return mails.length > 0 && mails;
    });

  test('mails the preferred address when it is started, and only then', async () => {
    const { id: contact_id } = await buildContact(ctx, { email: 'ada@example.com' });
    const { id } = await buildTodo({ contact_id, tool });
    await move(id, 'approved');
    expect(await listMails(contact_id)).toEqual([]);
    expect(await move(id, 'in_progress')).toMatchObject({ status: 'completed', tool });
    expect(await mailed(contact_id)).toMatchObject([
      { to_address: 'ada@example.com', subject: 'Your offer', body: 'Dear Ada, **here** it is.' },
    ]);
    // It stands in the conversation as any mail of ours.
    expect(await client.listMessages({ query: { contact_id } })).toMatchObject({
      messages: [{ channel: 'email', direction: 'outbound', subject: 'Your offer' }],
    });
  });

  test('started by many at once mails once', async () => {
    const { id: contact_id } = await buildContact(ctx, { email: 'bob@example.com' });
    const { id } = await buildTodo({ contact_id, tool, status: 'approved' });
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => move(id, 'in_progress')),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await mailed(contact_id)).toHaveLength(1);
  });

  test.each([
    ['has no address', {}, 'NO_EMAIL'],
    [
      'wants no contact',
      { email: 'shy@example.com', status: 'do_not_contact' as const },
      'DO_NOT_CONTACT',
    ],
  ])('leaves the todo approved when the contact %s', async (_, values, code) => {
    const { id: contact_id } = await buildContact(ctx, values);
    const { id } = await buildTodo({ contact_id, tool, status: 'approved' });
    await expect(move(id, 'in_progress')).rejects.toMatchObject({ status: 409, code });
    const { todos } = await client.listContactTodos({ params: { contact_id } });
    expect(todos).toMatchObject([{ id, status: 'approved' }]);
    expect(await listMails(contact_id)).toEqual([]);
  });

  test('says what was reviewed: it changes only before', async () => {
    const { id: todo_id } = await buildTodo({ tool });
    const other = { ...tool, payload: { ...tool.payload, subject: 'Another' } };
    const params = { todo_id };
    expect(await client.updateTodo({ params, body: { tool: other } })).toMatchObject({
      tool: other,
    });
    await move(todo_id, 'approved');
    for (const body of [{ tool }, { tool: null }])
      await expect(client.updateTodo({ params, body })).rejects.toMatchObject({
        status: 409,
        code: 'TODO_TOOL_FIXED',
      });
    expect(await client.updateTodo({ params, body: { title: 'Later' } })).toMatchObject({
      title: 'Later',
      tool: other,
    });
  });
});

test('a restricted member sees, changes and mails only for assigned contacts', async () => {
  const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
  const member = await buildMember(ctx, 'member');
  const send = async (email: string, assigned_to: (typeof member)[]) => {
    const { id: contact_id } = await buildContact(ctx, { email, assigned_to });
    const tool = {
      name: 'send_email_to_caller' as const,
      payload: { subject: 'Hello', body: 'Hello' },
    };
    const made = await owner.client.createTodo({
      body: { contact_id, title: 'Hello', tool, status: 'approved' },
    });
    const params = { todo_id: made.id };
    await owner.client.moveTodo({ params, body: { status: 'in_progress' } });
    return made.id;
  };
  const seen = await send('seen@example.com', [member]);
  const hidden = await send('hidden@example.com', []);
  await until('both mails', async () => (await owner.client.listMails()).total_count === 2);
  const { todos, total_count } = await member.client.listTodos();
  expect(todos.map(({ id }) => id)).toEqual([seen]);
  expect(total_count).toBe(1);
  expect(await member.client.listMails()).toMatchObject({
    mails: [{ to_address: 'seen@example.com' }],
    total_count: 1,
  });
  const missing = { status: 404, code: 'TODO_NOT_FOUND' };
  const params = { todo_id: hidden };
  const other = member.client;
  await expect(other.updateTodo({ params, body: {} })).rejects.toMatchObject(missing);
  await expect(other.moveTodo({ params, body: { status: 'failed' } })).rejects.toMatchObject(
    missing,
  );
  await expect(other.removeTodo({ params })).rejects.toMatchObject(missing);
});
