import type { Ctx } from '../../platform/ctx.ts';

export type OutgoingMessage = {
  id: string;
  contact_id: string;
  channel: 'sms' | 'email';
  phone_number_id: string | null;
  provider: string | null;
  body: string;
  subject: string | null;
  from_address: string;
  to_address: string;
  segments: number | null;
  ai_origin: string | null;
  sent_by_member_id: string | null;
  dedup_key: string;
  scheduled_at: Date | null;
  created_at: Date;
};

/** @returns false when there is a message with this key already */
export const insertOutgoing = async (ctx: Ctx, message: OutgoingMessage): Promise<boolean> => {
  const row = await ctx.db
    .insertInto('message')
    .values({
      ...message,
      organization_id: ctx.organization_id,
      direction: 'outbound',
      status: 'queued',
      source: 'app',
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'dedup_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** The message that a key stands for, with the fingerprint of its request. */
export const findByKey = async (ctx: Ctx, dedup_key: string) =>
  ctx.db
    .selectFrom('message')
    .leftJoin('message_delivery as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'message.organization_id')
        .onRef('d.message_id', '=', 'message.id'),
    )
    .select(['message.id', 'd.request_hash'])
    .where('message.organization_id', '=', ctx.organization_id)
    .where('dedup_key', '=', dedup_key)
    .executeTakeFirst();
