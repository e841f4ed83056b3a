import type { Ctx } from '../../platform/ctx.ts';
import type { StoredMedia } from './attachments.queries.ts';

export type PendingFile = {
  id: string;
  message_id: string;
  content_type: string;
  source_url: string;
  position: number;
};

export const insertPending = async (ctx: Ctx, files: PendingFile[]): Promise<void> => {
  if (files.length === 0) return;
  const { organization_id } = ctx;
  await ctx.db
    .insertInto('message_attachment')
    .values(files.map((file) => ({ ...file, organization_id, status: 'pending' })))
    .execute();
};

/** A file that is still to be fetched, with the contact of its message. */
export const findPending = async (ctx: Ctx, id: string) => {
  const row = await ctx.db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'a.organization_id').onRef('m.id', '=', 'a.message_id'),
    )
    .select(['a.source_url', 'm.id as message_id', 'm.contact_id'])
    .where('a.organization_id', '=', ctx.organization_id)
    .where('a.id', '=', id)
    .where('a.status', '=', 'pending')
    .executeTakeFirst();
  return row?.source_url ? { ...row, source_url: row.source_url } : null;
};

export const describe = async (ctx: Ctx, id: string, media: StoredMedia): Promise<void> => {
  await ctx.db
    .updateTable('message_attachment')
    .set(media)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export type Settled =
  | { status: 'ready'; failure: null; source_url: null }
  | { status: 'failed'; failure: string };

export const settle = async (ctx: Ctx, id: string, values: Settled): Promise<void> => {
  await ctx.db
    .updateTable('message_attachment')
    .set(values)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
