import { sql } from 'kysely';
import type { Ctx, Db } from '../../platform/ctx.ts';

const columns = ['id', 'name', 'prefix', 'created_at', 'last_used_at'] as const;

export const listGatewayKeys = async (ctx: Ctx) =>
  ctx.db
    .selectFrom('gateway_key')
    .select(columns)
    .where('organization_id', '=', ctx.organization_id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();

export const insertGatewayKey = async (
  ctx: Ctx,
  values: { id: string; name: string; prefix: string; key_hash: string },
) =>
  ctx.db
    .insertInto('gateway_key')
    .values({ organization_id: ctx.organization_id, ...values })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const revokeGatewayKey = async (ctx: Ctx, id: string): Promise<boolean> => {
  const result = await ctx.db
    .updateTable('gateway_key')
    .set({ revoked_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

/** The organization that a key opens; notes the use at most once a minute, to spare the hot path a write. */
export const useGatewayKey = async (db: Db, key_hash: string, now: Date) => {
  const key = await db
    .selectFrom('gateway_key')
    .select(['organization_id', 'id', 'last_used_at'])
    .where('key_hash', '=', key_hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (key && (key.last_used_at === null || now.getTime() - key.last_used_at.getTime() > 60_000))
    await sql`update gateway_key set last_used_at = ${now}
      where organization_id = ${key.organization_id} and id = ${key.id}`.execute(db);
  return key;
};
