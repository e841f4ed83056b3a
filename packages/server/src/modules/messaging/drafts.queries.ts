import type { Ctx } from '../../platform/ctx.ts';

export type DraftValues = {
  body: string;
  subject: string | null;
  contact_phone_id: string | null;
  contact_email_id: string | null;
  attachment_ids: string[];
};
/** Whose draft it is, to whom and on which channel: at most one. */
export type DraftKey = { member_id: string; contact_id: string; channel: string };
export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number];

const COLUMNS = [
  'contact_id',
  'channel',
  'body',
  'subject',
  'contact_phone_id',
  'contact_email_id',
  'attachment_ids',
  'version',
  'updated_at',
] as const;

export const listDrafts = async (ctx: Ctx, member_id: string, contact_id: string) =>
  ctx.db
    .selectFrom('draft')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .where('contact_id', '=', contact_id)
    .orderBy('updated_at', 'desc')
    .execute();

const one = (ctx: Ctx, { member_id, contact_id, channel }: DraftKey) =>
  ctx.db
    .selectFrom('draft')
    .select(COLUMNS)
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .where('contact_id', '=', contact_id)
    .where('channel', '=', channel);

export const findDraft = async (ctx: Ctx, key: DraftKey): Promise<DraftRow | undefined> =>
  one(ctx, key).executeTakeFirst();

/** The draft, which no other tab changes until the transaction ends. */
export const lockDraft = async (ctx: Ctx, key: DraftKey): Promise<DraftRow | undefined> =>
  one(ctx, key).forUpdate().executeTakeFirst();

/** @returns undefined when another tab has begun one at the same moment */
export const insertDraft = async (
  ctx: Ctx,
  key: DraftKey,
  values: DraftValues & { version: string },
): Promise<DraftRow | undefined> =>
  ctx.db
    .insertInto('draft')
    .values({ ...key, ...values, organization_id: ctx.organization_id, updated_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();

export const updateDraft = async (
  ctx: Ctx,
  { member_id, contact_id, channel }: DraftKey,
  values: DraftValues & { version: string },
): Promise<DraftRow> =>
  ctx.db
    .updateTable('draft')
    .set({ ...values, updated_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .where('contact_id', '=', contact_id)
    .where('channel', '=', channel)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();

/** @returns whether there was one */
export const deleteDraft = async (
  ctx: Ctx,
  { member_id, contact_id, channel }: DraftKey,
): Promise<boolean> => {
  const result = await ctx.db
    .deleteFrom('draft')
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .where('contact_id', '=', contact_id)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
};
