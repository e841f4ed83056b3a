import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type TagValues = { name: string; color: string };

export const listTags = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('contact_tag')
    .select(['id', 'name', 'color'])
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** The tag, which stays until the transaction ends. */
export const lockTag = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('contact_tag')
    .select(['id', 'name', 'color'])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();

export const insertTags = async (ctx: Ctx, tags: TagValues[]): Promise<void> => {
  await ctx.db
    .insertInto('contact_tag')
    .values(tags.map((tag) => ({ ...tag, organization_id: ctx.organization_id, id: newId() })))
    .execute();
};

/** Inserts the tags whose names nobody has. @returns whether there were any */
export const insertMissing = async (ctx: Ctx, tags: TagValues[]): Promise<boolean> => {
  const rows = await ctx.db
    .insertInto('contact_tag')
    .values(tags.map((tag) => ({ ...tag, organization_id: ctx.organization_id, id: newId() })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

/** The tags with these names, which stay until the transaction ends. */
export const lockNamed = async (ctx: Ctx, names: string[]) =>
  ctx.db
    .selectFrom('contact_tag')
    .select(['id', 'name'])
    .where('organization_id', '=', ctx.organization_id)
    .where((eb) =>
      eb(
        eb.fn<string>('lower', ['name']),
        'in',
        names.map((name) => eb.fn<string>('lower', [eb.val(name)])),
      ),
    )
    .forKeyShare()
    .execute();

export const insertTag = async (ctx: Ctx, tag: TagValues) =>
  ctx.db
    .insertInto('contact_tag')
    .values({ ...tag, organization_id: ctx.organization_id, id: newId() })
    .returning(['id', 'name', 'color'])
    .executeTakeFirstOrThrow();

/** Writes what is given. @returns undefined when there is no such tag */
export const updateTag = async (
  ctx: Ctx,
  id: string,
  { name, color }: { name?: string | undefined; color?: string | undefined },
) =>
  ctx.db
    .updateTable('contact_tag')
    .set((eb) => ({ name: name ?? eb.ref('name'), color: color ?? eb.ref('color') }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning(['id', 'name', 'color'])
    .executeTakeFirst();

/** Whether a write failed because another tag has the name, in whatever case. */
export const isNameTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'contact_tag_name';
};

/** Deletes a tag with all that it is on. */
export const deleteTag = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('contact_tag')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};

/** @returns whether it was not there before */
export const insertTagging = async (
  ctx: Ctx,
  contact_id: string,
  tag_id: string,
): Promise<boolean> => {
  const result = await ctx.db
    .insertInto('contact_tagging')
    .values({ organization_id: ctx.organization_id, contact_id, tag_id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
};

/** @returns whether it was there */
export const deleteTagging = async (
  ctx: Ctx,
  contact_id: string,
  tag_id: string,
): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('contact_tagging')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('tag_id', '=', tag_id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};
