import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type CannedReplyValues = { shortcut: string; title: string; body: string };
export type CannedReplyRow = Awaited<ReturnType<typeof listCannedReplies>>[number];

const COLUMNS = ['id', 'shortcut', 'title', 'body', 'created_at', 'updated_at'] as const;

export const listCannedReplies = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('canned_reply')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('shortcut')
    .execute();

export const findCannedReply = async (ctx: Ctx, id: string): Promise<CannedReplyRow | undefined> =>
  ctx.db
    .selectFrom('canned_reply')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();

/** @returns undefined when the shortcut is taken */
export const insertCannedReply = async (
  ctx: Ctx,
  values: CannedReplyValues,
): Promise<CannedReplyRow | undefined> => {
  const at = ctx.now();
  return ctx.db
    .insertInto('canned_reply')
    .values({
      ...values,
      organization_id: ctx.organization_id,
      id: newId(),
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'shortcut']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
};

/** Whether another canned reply has a shortcut. */
export const isShortcutTaken = async (
  ctx: Ctx,
  shortcut: string,
  but_id: string,
): Promise<boolean> =>
  (await ctx.db
    .selectFrom('canned_reply')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('shortcut', '=', shortcut)
    .where('id', '<>', but_id)
    .executeTakeFirst()) !== undefined;

export const updateCannedReply = async (
  ctx: Ctx,
  id: string,
  changes: { [Key in keyof CannedReplyValues]?: string | undefined },
): Promise<CannedReplyRow | undefined> =>
  ctx.db
    .updateTable('canned_reply')
    .set({ ...changes, updated_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirst();

/** @returns whether there was one */
export const deleteCannedReply = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('canned_reply')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};
