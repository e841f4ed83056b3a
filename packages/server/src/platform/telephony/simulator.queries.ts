import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { CarrierNumber } from './telephony.ts';
import { statusOf } from '@rapport/domain/messaging/status';

export type SimulatedRow = {
  id: string;
  sid: string;
  message_id: string | null;
  from_number: string;
  to_number: string;
  body: string;
  media_urls: string[];
  status: string;
  created_at: Date;
};

export const insertSimulated = async (
  ctx: Ctx,
  message: {
    id: string;
    sid: string;
    message_id: string | null;
    from: string;
    to: string;
    body: string;
    media_urls: string[];
    status: string;
  },
): Promise<void> => {
  await ctx.db
    .insertInto('simulated_message')
    .values({
      organization_id: ctx.organization_id,
      id: message.id,
      sid: message.sid,
      message_id: message.message_id,
      from_number: message.from,
      to_number: message.to,
      body: message.body,
      media_urls: message.media_urls,
      status: message.status,
      created_at: ctx.now(),
    })
    .execute();
};

/** What the network remembers, the oldest first. @param filter.phone who sent or got it */
export const listSimulated = async (
  ctx: Ctx,
  filter: { sid?: string; phone?: string; from?: string; to?: string; since?: Date },
): Promise<SimulatedRow[]> => {
  let query = ctx.db
    .selectFrom('simulated_message')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500);
  if (filter.sid) query = query.where('sid', '=', filter.sid);
  if (filter.from) query = query.where('from_number', '=', filter.from);
  if (filter.to) query = query.where('to_number', '=', filter.to);
  if (filter.since) query = query.where('created_at', '>=', filter.since);
  if (filter.phone)
    query = query.where(
      sql<boolean>`(from_number = ${filter.phone} or to_number = ${filter.phone})`,
    );
  return (await query.execute()).toReversed();
};

/** What the network's own record says goes forward only. */
export const advanceSimulated = async (ctx: Ctx, sid: string, status: string): Promise<void> => {
  const next = statusOf(status);
  if (next !== 'sent' && next !== 'delivered') return;
  await ctx.db
    .updateTable('simulated_message')
    .set({ status: next })
    .where('organization_id', '=', ctx.organization_id)
    .where('sid', '=', sid)
    .where('status', 'in', next === 'sent' ? ['queued'] : ['queued', 'sent'])
    .execute();
};

/** The numbers of the network that the organization has. */
export const listSimulatedNumbers = async (ctx: Ctx): Promise<CarrierNumber[]> =>
  ctx.db
    .selectFrom('phone_number')
    .select((eb) => [
      eb.fn.coalesce('provider_sid', sql<string>`''`).as('provider_sid'),
      'phone_number',
      'friendly_name',
      'can_sms',
      'can_mms',
      'can_voice',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', 'simulator')
    .where('released_at', 'is', null)
    .execute();
