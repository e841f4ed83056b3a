import type { Channel } from '@rapport/domain/messaging/channels';
import type { OptOut } from '@rapport/domain/messaging/opt-out';
import type { Ctx } from '../../platform/ctx.ts';

export type InboundMessage = {
  id: string;
  contact_id: string;
  phone_number_id: string | null;
  channel: Channel;
  body: string;
  from_address: string;
  to_address: string;
  provider: string;
  external_id: string;
  dedup_key: string;
  opt_out: OptOut | null;
  created_at: Date;
};

/** @returns false when the carrier has delivered it before */
export const insertInbound = async (ctx: Ctx, message: InboundMessage): Promise<boolean> => {
  const row = await ctx.db
    .insertInto('message')
    .values({
      ...message,
      organization_id: ctx.organization_id,
      direction: 'inbound',
      status: 'received',
      source: 'external',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** A message of the carrier's that is here already. */
export const findReceived = async (ctx: Ctx, provider: string, external_id: string) =>
  ctx.db
    .selectFrom('message')
    .select(['id', 'contact_id'])
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', provider)
    .where('external_id', '=', external_id)
    .executeTakeFirst();
