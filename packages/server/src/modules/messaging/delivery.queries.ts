import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Provider } from '../../platform/telephony/telephony.ts';
import type { MessageStatus, Progress } from '@rapport/domain/messaging/status';

export type DeliveryState = 'pending' | 'sending' | 'unknown' | 'done' | 'failed' | 'cancelled';

export const insertDelivery = async (
  ctx: Ctx,
  message_id: string,
  next_attempt_at: Date,
  request_hash: string | null,
): Promise<void> => {
  await ctx.db
    .insertInto('message_delivery')
    .values({
      organization_id: ctx.organization_id,
      message_id,
      state: 'pending',
      next_attempt_at,
      request_hash,
      created_at: ctx.now(),
    })
    .execute();
};

export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof lockDelivery>>>;

/** A message and its place in the outbox, which nobody else touches until the transaction ends. */
export const lockDelivery = async (ctx: Ctx, message_id: string) =>
  deliveries(ctx).where('d.message_id', '=', message_id).forUpdate(['d', 'm']).executeTakeFirst();

/** The same without holding it. */
export const findDelivery = async (ctx: Ctx, message_id: string) =>
  deliveries(ctx).where('d.message_id', '=', message_id).executeTakeFirst();

const deliveries = (ctx: Ctx) =>
  ctx.db
    .selectFrom('message_delivery as d')
    .innerJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'd.organization_id').onRef('m.id', '=', 'd.message_id'),
    )
    .innerJoin('contact as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.id', '=', 'm.contact_id'),
    )
    .select([
      'd.message_id',
      'd.attempts',
      'd.lookups',
      'd.next_attempt_at',
      'd.slot_at',
      'd.attempted_at',
      'd.created_at as queued_at',
      'm.contact_id',
      'm.channel',
      'm.phone_number_id',
      'm.from_address',
      'm.to_address',
      'm.body',
      'm.segments',
      'm.scheduled_at',
      'm.external_id',
      'c.status as contact_status',
    ])
    .select(sql<Provider | null>`m.provider`.as('provider'))
    .select(sql<DeliveryState>`d.state`.as('state'))
    .where('d.organization_id', '=', ctx.organization_id);

export const updateDelivery = async (
  ctx: Ctx,
  message_id: string,
  values: {
    state?: DeliveryState;
    attempts?: number;
    lookups?: number;
    next_attempt_at?: Date;
    slot_at?: Date | null;
    attempted_at?: Date;
    last_error?: string | null;
  },
): Promise<void> => {
  await ctx.db
    .updateTable('message_delivery')
    .set(values)
    .where('organization_id', '=', ctx.organization_id)
    .where('message_id', '=', message_id)
    .execute();
};

export const updateMessage = async (
  ctx: Ctx,
  id: string,
  values: Partial<Progress> & {
    status?: MessageStatus;
    external_id?: string;
    is_outcome_unknown?: boolean;
  },
): Promise<void> => {
  await ctx.db
    .updateTable('message')
    .set(values)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** Messages whose request may have been lost, that look like this one of the carrier's. */
export const findUnknownLike = async (
  ctx: Ctx,
  { from, to, body }: { from: string; to: string; body: string },
): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom('message')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('is_outcome_unknown', '=', true)
    .where('from_address', '=', from)
    .where('to_address', '=', to)
    .where('body', '=', body)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** What was handed over a while ago and has not ended: a callback may have been lost. */
export const listUnfinished = async (
  ctx: Ctx,
  between: { since: Date; until: Date },
): Promise<{ id: string; provider: Provider; external_id: string }[]> => {
  const rows = await ctx.db
    .selectFrom('message as m')
    .innerJoin('message_delivery as d', (join) =>
      join.onRef('d.organization_id', '=', 'm.organization_id').onRef('d.message_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.provider', 'm.external_id'])
    .where('m.organization_id', '=', ctx.organization_id)
    .where('m.status', 'in', ['queued', 'sent'])
    .where('m.external_id', 'is not', null)
    .where('m.provider', 'is not', null)
    .where('d.attempted_at', '>=', between.since)
    .where('d.attempted_at', '<=', between.until)
    .execute();
  return rows as { id: string; provider: Provider; external_id: string }[];
};
