// Todos: what is to be done for a contact, by people or by a tool that people approved.
import { TODO_MOVES, type TodoStatus } from '@rapport/contract/todos.api';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { countMails, listMails } from '../../platform/mail/sink.ts';
import { requireMember } from '../auth/organization.service.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import { todoErrors } from './todos.errors.ts';
import { presentTodo } from './todos.present.ts';
import * as queries from './todos.queries.ts';

export { listContactTodos } from './todos.queries.ts';

const pages = (total_count: number, { page, page_size }: { page: number; page_size: number }) => ({
  total_count,
  page,
  page_size,
  total_pages: Math.ceil(total_count / page_size),
});

export const listTodos = async (ctx: Ctx, filter: Parameters<typeof queries.listTodos>[1]) => {
  const [todos, total] = await Promise.all([
    queries.listTodos(ctx, filter),
    queries.countTodos(ctx, filter),
  ]);
  return { todos, ...pages(total, filter) };
};

/** What the tools of todos mailed, newest first. */
export const listMailed = async (ctx: Ctx, paging: { page: number; page_size: number }) => {
  const [mails, total] = await Promise.all([listMails(ctx, paging), countMails(ctx)]);
  return { mails, ...pages(total, paging) };
};

/**
 * Creates a todo for a contact that the actor may see.
 * @param origin `proposed` when the product suggests it from what was said
 * @throws CONTACT_NOT_FOUND, MEMBER_NOT_FOUND for an assignee who is not in the organization,
 * TODO_CALL_NOT_FOUND for a call that is not this contact's
 */
export const createTodo = async (
  ctx: Ctx,
  values: Omit<Parameters<typeof queries.insertTodo>[1], 'origin'>,
  origin: 'manual' | 'proposed' = 'manual',
): Promise<queries.TodoRow> =>
  inTx(ctx, async (ctx) => {
    await holdContact(ctx, values.contact_id);
    if (values.assignee_member_id) await requireMember(ctx, values.assignee_member_id);
    if (values.call_id && !(await queries.isCallOf(ctx, values.call_id, values.contact_id)))
      throw todoErrors.TODO_CALL_NOT_FOUND();
    const id = await queries.insertTodo(ctx, { ...values, origin });
    return told(ctx, id, values.contact_id);
  });

/** The todos of these calls, as the API shows them. */
export const listCallTodos = async (ctx: Ctx, call_ids: string[]) =>
  (await queries.listCallTodos(ctx, call_ids)).map(presentTodo);

const LONGEST_TITLE = 200;

/**
 * Proposes what is to be done after a call, in place of earlier proposals that nobody has looked at. What
 * was looked at already is not proposed again. The caller's transaction holds the contact.
 * @param steps each with the words that it was read from
 */
export const proposeCallTodos = async (
  ctx: Ctx,
  { contact_id, call_id }: { contact_id: string; call_id: string },
  steps: { value: string; evidence: { quote: string } }[],
): Promise<void> => {
  await queries.deleteProposals(ctx, call_id);
  const known = new Set((await queries.listCallTodos(ctx, [call_id])).map(({ title }) => title));
  for (const { value, evidence } of steps) {
    const title = value.slice(0, LONGEST_TITLE);
    if (known.has(title)) continue;
    known.add(title);
    const todo = { contact_id, call_id, title, description: `"${evidence.quote}"` };
    await queries.insertTodo(ctx, { ...todo, status: 'pending_review', origin: 'proposed' });
  }
  await emit(ctx, 'todos.changed', { contact_id });
};

/** @throws TODO_NOT_FOUND, MEMBER_NOT_FOUND, TODO_TOOL_FIXED when what was reviewed would change */
export const updateTodo = async (
  ctx: Ctx,
  id: string,
  changes: queries.TodoValues,
): Promise<queries.TodoRow> =>
  inTx(ctx, async (ctx) => {
    const todo = await lockTodo(ctx, id);
    if (changes.tool !== undefined && todo.status !== 'pending_review')
      throw todoErrors.TODO_TOOL_FIXED();
    if (changes.assignee_member_id) await requireMember(ctx, changes.assignee_member_id);
    await queries.updateTodo(ctx, id, changes);
    return told(ctx, id, todo.contact_id);
  });

/**
 * Moves a todo to another state. Starting one with a tool runs the tool and completes it, or leaves it
 * approved when the tool cannot run.
 * @throws TODO_NOT_FOUND, TODO_MOVE_REFUSED with the allowed states, NO_EMAIL, DO_NOT_CONTACT
 */
export const moveTodo = async (
  ctx: Ctx,
  id: string,
  status: TodoStatus,
): Promise<queries.TodoRow> =>
  inTx(ctx, async (ctx) => {
    const todo = await lockTodo(ctx, id);
    requireMove(todo.status as TodoStatus, status);
    const runsTool = status === 'in_progress' && todo.tool !== null;
    if (runsTool) await mailContact(ctx, todo.contact_id, todo.tool_payload);
    await queries.updateTodo(ctx, id, { status: runsTool ? 'completed' : status });
    return told(ctx, id, todo.contact_id);
  });

const requireMove = (from: TodoStatus, to: TodoStatus): void => {
  const allowed = TODO_MOVES[from];
  if (allowed.includes(to)) return;
  const next = allowed.join(' or ') || 'nothing else';
  throw todoErrors.TODO_MOVE_REFUSED({ from, to, allowed, next });
};

/** The tool `send_email_to_caller`. */
const mailContact = async (
  ctx: Ctx,
  contact_id: string,
  { subject, body }: { subject: string; body: string },
): Promise<void> => {
  const contact = await getContact(ctx, contact_id);
  if (contact.status === 'do_not_contact') throw todoErrors.DO_NOT_CONTACT();
  if (contact.emails.length === 0) throw todoErrors.NO_EMAIL();
  await ctx.ports.mailContact(ctx, { contact_id, subject, body });
};

/** @throws TODO_NOT_FOUND */
export const removeTodo = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { contact_id } = await lockTodo(ctx, id);
    await queries.deleteTodo(ctx, id);
    await emit(ctx, 'todos.changed', { contact_id });
  });

const lockTodo = async (ctx: Ctx, id: string) => {
  const todo = await queries.lockTodo(ctx, id);
  if (!todo) throw todoErrors.TODO_NOT_FOUND();
  return todo;
};

const told = async (ctx: Ctx, id: string, contact_id: string): Promise<queries.TodoRow> => {
  await emit(ctx, 'todos.changed', { contact_id });
  return (await queries.findTodo(ctx, id))!;
};
