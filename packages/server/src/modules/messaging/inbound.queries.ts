import { sql } from 'kysely';
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

/**
 * Writes a text down, and that its contact was in touch, in one statement: it is what a busy server does most.
 * @returns false when the carrier has delivered it before
 */
export const insertInbound = async (ctx: Ctx, message: InboundMessage): Promise<boolean> => {
  const { rows } = await sql`
    with inserted as (
      insert into message (organization_id, id, contact_id, phone_number_id, channel, direction, body,
                           from_address, to_address, status, source, provider, external_id, dedup_key,
                           opt_out, created_at)
      values (${ctx.organization_id}, ${message.id}, ${message.contact_id}, ${message.phone_number_id},
              ${message.channel}, 'inbound', ${message.body}, ${message.from_address},
              ${message.to_address}, 'received', 'external', ${message.provider},
              ${message.external_id}, ${message.dedup_key}, ${message.opt_out}, ${message.created_at})
      on conflict do nothing
      returning contact_id, created_at
    ), touched as (
      update contact c set last_contacted_at = i.created_at
      from inserted i
      where c.organization_id = ${ctx.organization_id} and c.id = i.contact_id
        and (c.last_contacted_at is null or c.last_contacted_at < i.created_at)
    )
    select 1 from inserted`.execute(ctx.db);
  return rows.length > 0;
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
