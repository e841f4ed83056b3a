import type { Progress } from '@rapport/domain/messaging/status';
import type { Ctx } from '../../platform/ctx.ts';

/** Records a text that was sent past us. @returns false when it is here already */
export const insertOld = async (
  ctx: Ctx,
  message: Progress & {
    id: string;
    contact_id: string;
    phone_number_id: string;
    body: string;
    from_address: string;
    to_address: string;
    provider: string;
    external_id: string;
    dedup_key: string;
    created_at: Date;
  },
): Promise<boolean> => {
  const row = await ctx.db
    .insertInto('message')
    .values({
      ...message,
      organization_id: ctx.organization_id,
      channel: 'sms',
      direction: 'outbound',
      source: 'external',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};
