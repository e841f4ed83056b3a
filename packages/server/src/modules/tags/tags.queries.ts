import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export const listTags = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('contact_tag')
    .select(['id', 'name', 'color'])
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

export const insertTags = async (
  ctx: Ctx,
  tags: { name: string; color: string }[],
): Promise<void> => {
  await ctx.db
    .insertInto('contact_tag')
    .values(tags.map((tag) => ({ ...tag, organization_id: ctx.organization_id, id: newId() })))
    .execute();
};
