import type { Ctx } from '../../platform/ctx.ts';

export type HandlingRow = Awaited<ReturnType<typeof listHandling>>[number];

const handling = (ctx: Ctx) =>
  ctx.db
    .selectFrom('phone_number as line')
    .leftJoin('call_handling as h', (join) =>
      join
        .onRef('h.organization_id', '=', 'line.organization_id')
        .onRef('h.phone_number_id', '=', 'line.id'),
    )
    .select((eb) => [
      'line.id as phone_number_id',
      'line.phone_number',
      'line.friendly_name',
      'line.provider',
      'h.forward_to',
      eb.fn.coalesce('h.greeting', eb.val('')).as('greeting'),
      eb.fn.coalesce('h.records', eb.val(false)).as('records'),
    ])
    .where('line.organization_id', '=', ctx.organization_id)
    .where('line.released_at', 'is', null);

/** The numbers that can call, the oldest first. */
export const listHandling = async (ctx: Ctx) =>
  handling(ctx).where('line.can_voice', '=', true).orderBy('line.id').execute();

export const findHandling = async (
  ctx: Ctx,
  phone_number_id: string,
): Promise<HandlingRow | undefined> =>
  handling(ctx).where('line.id', '=', phone_number_id).executeTakeFirst();

export type HandlingValues = { forward_to: string | null; greeting: string; records: boolean };

export const upsertHandling = async (
  ctx: Ctx,
  phone_number_id: string,
  values: HandlingValues,
): Promise<void> => {
  await ctx.db
    .insertInto('call_handling')
    .values({ ...values, organization_id: ctx.organization_id, phone_number_id })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'phone_number_id']).doUpdateSet(values),
    )
    .execute();
};

export const findMemberPhone = async (ctx: Ctx, member_id: string): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom('member_phone')
    .select('phone_number')
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .executeTakeFirst();
  return row?.phone_number ?? null;
};

export const upsertMemberPhone = async (
  ctx: Ctx,
  member_id: string,
  phone_number: string,
): Promise<void> => {
  await ctx.db
    .insertInto('member_phone')
    .values({ organization_id: ctx.organization_id, member_id, phone_number })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'member_id']).doUpdateSet({ phone_number }),
    )
    .execute();
};

export const deleteMemberPhone = async (ctx: Ctx, member_id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('member_phone')
    .where('organization_id', '=', ctx.organization_id)
    .where('member_id', '=', member_id)
    .execute();
};
