import { sql } from 'kysely';
import type { MessageStatus } from '@rapport/domain/messaging/status';
import type { Ctx } from '../../platform/ctx.ts';

export type StatusRow = {
  id: string;
  contact_id: string;
  provider: string | null;
  external_id: string | null;
  status: MessageStatus;
  error_code: string | null;
  error_message: string | null;
  read_at: Date | null;
  to_address: string;
};

/**
 * Lets nobody else speak of this message of the carrier's until the transaction ends: neither a report that
 * finds no message yet nor the message that is just learning its id overlooks the other.
 */
export const lockExternalId = async (ctx: Ctx, external_id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.organization_id} ${external_id}`}, 0))`.execute(
    ctx.db,
  );
};

const outgoing = (ctx: Ctx) =>
  ctx.db
    .selectFrom('message')
    .select([
      'id',
      'contact_id',
      'provider',
      'external_id',
      'status',
      'error_code',
      'error_message',
      'read_at',
      'to_address',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('direction', '=', 'outbound')
    .forUpdate();

export const lockById = async (ctx: Ctx, id: string): Promise<StatusRow | undefined> =>
  (await outgoing(ctx).where('id', '=', id).executeTakeFirst()) as StatusRow | undefined;

export const lockByExternalId = async (
  ctx: Ctx,
  provider: string,
  external_id: string,
): Promise<StatusRow | undefined> =>
  (await outgoing(ctx)
    .where('provider', '=', provider)
    .where('external_id', '=', external_id)
    .executeTakeFirst()) as StatusRow | undefined;

export type ReportRow = {
  status: string;
  error_code: string | null;
  error_message: string | null;
  received_at: Date;
};

/** Keeps what is said of a message that we do not know; said twice, it is kept once. */
export const insertReport = async (
  ctx: Ctx,
  key: { provider: string; external_id: string },
  report: ReportRow,
): Promise<void> => {
  await ctx.db
    .insertInto('delivery_report')
    .values({ ...key, ...report, organization_id: ctx.organization_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Takes back what was kept, in the order in which it came. */
export const takeReports = async (
  ctx: Ctx,
  key: { provider: string; external_id: string },
): Promise<ReportRow[]> => {
  const rows = await ctx.db
    .deleteFrom('delivery_report')
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', key.provider)
    .where('external_id', '=', key.external_id)
    .returning(['status', 'error_code', 'error_message', 'received_at'])
    .execute();
  return rows.toSorted((a, b) => a.received_at.getTime() - b.received_at.getTime());
};

/** A copy that came in with the carrier's history before we knew that it is ours. */
export const deleteCopy = async (
  ctx: Ctx,
  provider: string,
  external_id: string,
  kept_id: string,
): Promise<void> => {
  await ctx.db
    .deleteFrom('message')
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', provider)
    .where('external_id', '=', external_id)
    .where('id', '!=', kept_id)
    .where('source', '=', 'external')
    .execute();
};
