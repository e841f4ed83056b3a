import type { TodoStatus } from '@rapport/contract/todos.api';
import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { type Ctx, memberIdOf } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';
import { newId } from '../../platform/ids.ts';

export type TodoRow = NonNullable<Awaited<ReturnType<typeof findTodo>>>;

/** The todos of contacts that the actor may see. */
const visibleTodos = (ctx: Ctx) =>
  ctx.db
    .selectFrom('todo')
    .where('todo.organization_id', '=', ctx.organization_id)
    .where(isContactVisible(ctx, 'todo.contact_id'));

const todos = (ctx: Ctx) =>
  visibleTodos(ctx)
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organization_id', '=', 'todo.organization_id')
        .onRef('contact.id', '=', 'todo.contact_id'),
    )
    .select([
      'todo.id',
      'todo.contact_id',
      'contact.first_name',
      'contact.last_name',
      'todo.call_id',
      'todo.title',
      'todo.description',
      'todo.due_date',
      'todo.status',
      'todo.origin',
      'todo.tool',
      'todo.tool_payload',
      'todo.created_at',
      'todo.updated_at',
    ])
    .select((eb) =>
      jsonObjectFrom(
        eb
          .selectFrom('member as m')
          .innerJoin('user as person', 'person.id', 'm.user_id')
          .select(['m.id as member_id', 'm.user_id', 'person.name'])
          .whereRef('m.organization_id', '=', 'todo.organization_id')
          .whereRef('m.id', '=', 'todo.assignee_member_id'),
      ).as('assignee'),
    );

export const findTodo = async (ctx: Ctx, id: string) =>
  todos(ctx).where('todo.id', '=', id).executeTakeFirst();

/** The state and tool of a todo, which nobody else changes until the transaction ends. */
export const lockTodo = async (ctx: Ctx, id: string) =>
  visibleTodos(ctx)
    .select(['todo.contact_id', 'todo.status', 'todo.tool', 'todo.tool_payload'])
    .where('todo.id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Open before over, then what is due soonest, then the newest. */
const inOrder = (query: ReturnType<typeof todos>) =>
  query
    .orderBy(sql`todo.status in ('rejected', 'completed', 'failed')`)
    .orderBy('todo.due_date', (order) => order.asc().nullsLast())
    .orderBy('todo.id', 'desc');

export const listContactTodos = async (ctx: Ctx, contact_id: string): Promise<TodoRow[]> =>
  inOrder(todos(ctx).where('todo.contact_id', '=', contact_id)).execute();

export const listCallTodos = async (ctx: Ctx, call_ids: string[]): Promise<TodoRow[]> =>
  inOrder(todos(ctx).where('todo.call_id', 'in', call_ids)).execute();

/** What was proposed from a call and nobody has looked at yet. */
export const deleteProposals = async (ctx: Ctx, call_id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('todo')
    .where('organization_id', '=', ctx.organization_id)
    .where('call_id', '=', call_id)
    .where('origin', '=', 'proposed')
    .where('status', '=', 'pending_review')
    .execute();
};

/** Whether a call is one of this contact. */
export const isCallOf = async (ctx: Ctx, call_id: string, contact_id: string): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom('call')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', call_id)
    .where('contact_id', '=', contact_id)
    .executeTakeFirst();
  return row !== undefined;
};

export type TodoFilter = {
  status: TodoStatus[];
  /** `all`, `me`, `unassigned`, or a member's id. */
  assignee: string;
};

const matching = (ctx: Ctx, { status, assignee }: TodoFilter) => {
  const states =
    status.length > 0 ? sql<boolean>`todo.status = any(${status})` : sql<boolean>`true`;
  if (assignee === 'all') return states;
  if (assignee === 'unassigned') return sql<boolean>`${states} and todo.assignee_member_id is null`;
  const member_id = assignee === 'me' ? memberIdOf(ctx) : assignee;
  return sql<boolean>`${states} and todo.assignee_member_id = ${member_id}`;
};

export const listTodos = async (
  ctx: Ctx,
  filter: TodoFilter & { page: number; page_size: number },
): Promise<TodoRow[]> =>
  inOrder(todos(ctx).where(matching(ctx, filter)))
    .limit(filter.page_size)
    .offset(filter.page * filter.page_size)
    .execute();

export const countTodos = async (ctx: Ctx, filter: TodoFilter): Promise<number> => {
  const { total } = await visibleTodos(ctx)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(matching(ctx, filter))
    .executeTakeFirstOrThrow();
  return total;
};

export type TodoValues = {
  title?: string | undefined;
  description?: string | null | undefined;
  due_date?: string | null | undefined;
  assignee_member_id?: string | null | undefined;
  tool?:
    | { name: 'send_email_to_caller'; payload: { subject: string; body: string } }
    | null
    | undefined;
};

const columnsOf = ({ tool, ...values }: TodoValues) => ({
  ...values,
  ...(tool === undefined
    ? {}
    : { tool: tool?.name ?? null, tool_payload: tool ? JSON.stringify(tool.payload) : null }),
});

export const insertTodo = async (
  ctx: Ctx,
  values: TodoValues & {
    contact_id: string;
    call_id?: string | undefined;
    title: string;
    status: TodoStatus;
    origin: 'manual' | 'proposed';
  },
): Promise<string> => {
  const [id, at] = [newId(), ctx.now()];
  const { contact_id, call_id, title, status, origin, ...rest } = values;
  await ctx.db
    .insertInto('todo')
    .values({
      ...columnsOf(rest),
      contact_id,
      call_id: call_id ?? null,
      title,
      status,
      origin,
      organization_id: ctx.organization_id,
      id,
      created_by: memberIdOf(ctx),
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
};

export const updateTodo = async (
  ctx: Ctx,
  id: string,
  values: TodoValues & { status?: TodoStatus },
): Promise<void> => {
  await ctx.db
    .updateTable('todo')
    .set({ ...columnsOf(values), updated_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const deleteTodo = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('todo')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
