import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import type { CarrierNumber, Provider } from '../../platform/telephony/telephony.ts';

export type PhoneNumberRow = NonNullable<Awaited<ReturnType<typeof findPhoneNumber>>>;

const numbers = (ctx: Ctx) =>
  ctx.db
    .selectFrom('phone_number')
    .select([
      'id',
      'phone_number',
      'friendly_name',
      'provider',
      'provider_sid',
      'messaging_service_sid',
      'can_sms',
      'can_mms',
      'can_voice',
      'segments_per_second',
      'created_at',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('released_at', 'is', null);

/** The numbers in use, the oldest first. */
export const listPhoneNumbers = async (ctx: Ctx): Promise<PhoneNumberRow[]> =>
  numbers(ctx).orderBy('created_at').orderBy('id').execute();

export const findPhoneNumber = async (ctx: Ctx, id: string) =>
  numbers(ctx).where('id', '=', id).executeTakeFirst();

/** Whether anybody on this server has the number. */
export const isInUse = async ({ db }: Pick<Ctx, 'db'>, phone_number: string): Promise<boolean> =>
  (await db
    .selectFrom('phone_number')
    .select('id')
    .where('phone_number', '=', phone_number)
    .where('released_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/** @returns null when the number is in use somewhere on this server */
export const insertPhoneNumber = async (
  ctx: Ctx,
  provider: Provider,
  number: Omit<CarrierNumber, 'provider_sid'> & { provider_sid: string | null },
): Promise<string | null> => {
  const id = newId();
  const row = await ctx.db
    .insertInto('phone_number')
    .values({
      ...number,
      provider,
      id,
      organization_id: ctx.organization_id,
      created_at: ctx.now(),
    })
    .onConflict((conflict) =>
      conflict.column('phone_number').where('released_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const updatePhoneNumber = async (
  ctx: Ctx,
  id: string,
  values: {
    friendly_name?: string | undefined;
    segments_per_second?: number | undefined;
    messaging_service_sid?: string | null | undefined;
    provider_sid?: string;
    can_sms?: boolean;
    can_mms?: boolean;
    can_voice?: boolean;
  },
): Promise<void> => {
  if (Object.values(values).every((value) => value === undefined)) return;
  await ctx.db
    .updateTable('phone_number')
    .set(values)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const markReleased = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .updateTable('phone_number')
    .set({ released_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/**
 * Takes the next place in a number's queue: each segment keeps it busy for its share of a second.
 * @returns when it may go out; null when the number was given back
 */
export const takeSlot = async (ctx: Ctx, id: string, segments: number): Promise<Date | null> => {
  const { rows } = await sql<{ slot_at: Date }>`
    update phone_number
    set free_at = greatest(coalesce(free_at, ${ctx.now()}), ${ctx.now()})
                  + make_interval(secs => ${segments}::float8 / segments_per_second)
    where organization_id = ${ctx.organization_id} and id = ${id} and released_at is null
    returning free_at - make_interval(secs => ${segments}::float8 / segments_per_second) as slot_at`.execute(
    ctx.db,
  );
  return rows[0]?.slot_at ?? null;
};

/** Lets nothing more out before a time: the carrier asked to slow down. */
export const holdBack = async (ctx: Ctx, id: string, until: Date): Promise<void> => {
  await sql`
    update phone_number set free_at = greatest(coalesce(free_at, ${until}), ${until})
    where organization_id = ${ctx.organization_id} and id = ${id}`.execute(ctx.db);
};
