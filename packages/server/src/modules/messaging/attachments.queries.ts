import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';

/** Of `message_attachment as a`: what a message shows of its files. */
export const ATTACHMENT_COLUMNS = [
  'a.id',
  'a.content_type',
  'a.file_name',
  'a.file_size',
  'a.omitted',
  'a.status',
  'a.failure',
  'a.storage_key',
  'a.thumbnail_key',
  'a.width',
  'a.height',
] as const;

export type AttachmentRow = {
  id: string;
  content_type: string;
  file_name: string | null;
  file_size: number | null;
  omitted: boolean;
  status: string;
  failure: string | null;
  storage_key: string;
  thumbnail_key: string | null;
  width: number | null;
  height: number | null;
};

export type StoredMedia = {
  storage_key: string;
  thumbnail_key: string | null;
  content_type: string;
  file_size: number;
  width: number | null;
  height: number | null;
};

export type NewFile = StoredMedia & {
  id: string;
  message_id: string | null;
  file_name: string | null;
  position: number;
  uploaded_by: string | null;
  status: 'pending' | 'ready';
};

export const insertFile = async (ctx: Ctx, file: NewFile): Promise<void> => {
  await ctx.db
    .insertInto('message_attachment')
    .values({ ...file, organization_id: ctx.organization_id })
    .execute();
};

/** Says that the bytes of an upload are there. */
export const completeUpload = async (ctx: Ctx, id: string): Promise<AttachmentRow> =>
  ctx.db
    .updateTable('message_attachment as a')
    .set({ status: 'ready' })
    .where('a.organization_id', '=', ctx.organization_id)
    .where('a.id', '=', id)
    .returning(ATTACHMENT_COLUMNS)
    .executeTakeFirstOrThrow();

/** The uploads of these ids that wait for a message, in the order of the ids; held until the commit. */
export const lockUnsent = async (ctx: Ctx, ids: string[]): Promise<AttachmentRow[]> =>
  ctx.db
    .selectFrom('message_attachment as a')
    .select(ATTACHMENT_COLUMNS)
    .where('a.organization_id', '=', ctx.organization_id)
    .where('a.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('a.message_id', 'is', null)
    .where('a.status', '=', 'ready')
    .orderBy(sql`array_position(${ids}::uuid[], a.id)`)
    .forUpdate()
    .execute();

/** Gives uploads to a message, in the order of the ids. @returns how many there were */
export const linkFiles = async (ctx: Ctx, message_id: string, ids: string[]): Promise<number> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('message_attachment')
    .set({ message_id, position: sql`array_position(${ids}::uuid[], id)` })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('message_id', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** The files of a message in their order. */
export const listFiles = async (ctx: Ctx, message_id: string): Promise<AttachmentRow[]> =>
  ctx.db
    .selectFrom('message_attachment as a')
    .select(ATTACHMENT_COLUMNS)
    .where('a.organization_id', '=', ctx.organization_id)
    .where('a.message_id', '=', message_id)
    .orderBy('a.position')
    .orderBy('a.id')
    .execute();

/** A file whose message the actor may see, or an upload of that member that waits. */
export const findVisibleFile = async (ctx: Ctx, id: string, member_id: string | null) =>
  ctx.db
    .selectFrom('message_attachment as a')
    .leftJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'a.organization_id').onRef('m.id', '=', 'a.message_id'),
    )
    .select(ATTACHMENT_COLUMNS)
    .where('a.organization_id', '=', ctx.organization_id)
    .where('a.id', '=', id)
    .where((eb) =>
      eb.or([
        eb.and([eb('m.id', 'is not', null), isContactVisible(ctx, 'm.contact_id')]),
        eb.and([eb('a.message_id', 'is', null), eb('a.uploaded_by', '=', member_id)]),
      ]),
    )
    .executeTakeFirst();

/** @returns false when there is no such upload of that member, or a message has it */
export const deleteUpload = async (ctx: Ctx, id: string, member_id: string): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('message_attachment')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .where('uploaded_by', '=', member_id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
