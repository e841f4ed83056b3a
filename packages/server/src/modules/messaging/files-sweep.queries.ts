import { sql } from 'kysely';
import type { BaseCtx } from '../../platform/ctx.ts';

/** Forgets what was uploaded before `time`, never sent and in no draft, in all organizations. */
export const deleteUnsent = async ({ db }: BaseCtx, time: Date): Promise<void> => {
  await db
    .deleteFrom('message_attachment')
    .where('message_id', 'is', null)
    .where('created_at', '<', time)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft as d')
            .select('d.channel')
            .whereRef('d.organization_id', '=', 'message_attachment.organization_id')
            .whereRef('d.member_id', '=', 'message_attachment.uploaded_by')
            .where(sql<boolean>`message_attachment.id = any(d.attachment_ids)`),
        ),
      ),
    )
    .execute();
};

export type DiscardedFile = { organization_id: string; storage_key: string };

/** Files whose row was deleted before `time`, the oldest first. */
export const listDiscarded = async (
  { db }: BaseCtx,
  time: Date,
  limit: number,
): Promise<DiscardedFile[]> =>
  db
    .selectFrom('discarded_file')
    .select(['organization_id', 'storage_key'])
    .where('discarded_at', '<', time)
    .orderBy('discarded_at')
    .limit(limit)
    .execute();

export const deleteDiscarded = async (
  { db }: BaseCtx,
  { organization_id, storage_key }: DiscardedFile,
): Promise<void> => {
  await db
    .deleteFrom('discarded_file')
    .where('organization_id', '=', organization_id)
    .where('storage_key', '=', storage_key)
    .execute();
};
