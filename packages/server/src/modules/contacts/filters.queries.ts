import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

const COLUMNS = ['id', 'member_id', 'name', 'shared', 'filter', 'created_at'] as const;

/** The member's own and the shared ones. */
export const listFilters = async (ctx: Ctx, member_id: string) =>
  ctx.db
    .selectFrom('contact_filter')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .where((eb) => eb.or([eb('member_id', '=', member_id), eb('shared', '=', true)]))
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy('id')
    .execute();

export const lockFilter = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('contact_filter')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const insertFilter = async (
  ctx: Ctx,
  member_id: string,
  values: { name: string; shared: boolean; filter: string },
) =>
  ctx.db
    .insertInto('contact_filter')
    .values({ ...values, organization_id: ctx.organization_id, id: newId(), member_id })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();

export const updateFilter = async (
  ctx: Ctx,
  id: string,
  values: { name?: string | undefined; shared?: boolean | undefined; filter?: string | undefined },
) =>
  ctx.db
    .updateTable('contact_filter')
    .set((eb) => ({ id: eb.ref('id'), ...values }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();

export const deleteFilter = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_filter')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** Whether a write failed because the member has a filter of that name. */
export const isFilterNameTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'contact_filter_name';
};
