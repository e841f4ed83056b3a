import { sql } from 'kysely';
import type { BaseCtx, Ctx } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';

/** The calls of contacts that the actor may see. */
const visibleCalls = (ctx: Ctx) =>
  ctx.db
    .selectFrom('call')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organization_id', '=', 'call.organization_id')
        .onRef('contact.id', '=', 'call.contact_id'),
    )
    .where('call.organization_id', '=', ctx.organization_id)
    .where(isContactVisible(ctx, 'call.contact_id'));

const calls = (ctx: Ctx) =>
  visibleCalls(ctx)
    .leftJoin('phone_number as line', (join) =>
      join
        .onRef('line.organization_id', '=', 'call.organization_id')
        .onRef('line.id', '=', 'call.phone_number_id'),
    )
    .leftJoin('call_transcription as t', (join) =>
      join
        .onRef('t.organization_id', '=', 'call.organization_id')
        .onRef('t.call_id', '=', 'call.id'),
    )
    .select([
      'call.id',
      'call.contact_id',
      'contact.first_name',
      'contact.last_name',
      'call.sid',
      'call.provider',
      'call.direction',
      'call.status',
      'call.outcome',
      'call.from_address',
      'call.to_address',
      'call.phone_number_id',
      'line.phone_number as line_number',
      'line.friendly_name as line_name',
      'call.started_at',
      'call.duration_seconds',
      'call.recording_status',
      'call.created_at',
      't.text as transcription',
      't.segments',
    ]);

export type CallRow = NonNullable<Awaited<ReturnType<typeof findCall>>>;

export const findCall = async (ctx: Ctx, id: string) =>
  calls(ctx).where('call.id', '=', id).executeTakeFirst();

/** @returns the id of the call with a provider's id, whoever may see it */
export const findBySid = async (ctx: Ctx, sid: string): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom('call')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('sid', '=', sid)
    .executeTakeFirst();
  return row?.id ?? null;
};

export const listContactCalls = async (ctx: Ctx, contact_id: string): Promise<CallRow[]> =>
  calls(ctx)
    .where('call.contact_id', '=', contact_id)
    .orderBy('call.started_at', 'desc')
    .orderBy('call.id', 'desc')
    .execute();

export type CallFilter = {
  contact_id?: string | undefined;
  direction?: string | undefined;
  status?: string | undefined;
  outcome?: string | undefined;
  search?: string | undefined;
};

const matching = (filter: CallFilter) => {
  const search = filter.search?.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const conditions = [
    filter.contact_id && sql<boolean>`call.contact_id = ${filter.contact_id}`,
    filter.direction && sql<boolean>`call.direction = ${filter.direction}`,
    filter.status && sql<boolean>`call.status = ${filter.status}`,
    filter.outcome && sql<boolean>`call.outcome = ${filter.outcome}`,
    search && sql<boolean>`contact.search_text like ${`%${search}%`}`,
  ].filter((condition) => typeof condition === 'object');
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join(conditions, sql` and `)}`;
};

export const listCalls = async (
  ctx: Ctx,
  filter: CallFilter & { page: number; page_size: number },
): Promise<CallRow[]> =>
  calls(ctx)
    .where(matching(filter))
    .orderBy('call.started_at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(filter.page_size)
    .offset(filter.page * filter.page_size)
    .execute();

export const countCalls = async (ctx: Ctx, filter: CallFilter): Promise<number> => {
  const { total } = await visibleCalls(ctx)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(matching(filter))
    .executeTakeFirstOrThrow();
  return total;
};

export type NewCall = {
  id: string;
  contact_id: string;
  sid: string;
  provider: 'twilio' | 'simulator' | 'manual';
  direction: 'inbound' | 'outbound';
  status: string;
  outcome: string | null;
  from_address: string;
  to_address: string;
  phone_number_id: string | null;
  started_at: Date;
  duration_seconds: number | null;
  created_by: string | null;
};

/** @returns false when there is a call with this sid already */
export const insertCall = async (ctx: Ctx, call: NewCall): Promise<boolean> => {
  const result = await ctx.db
    .insertInto('call')
    .values({ ...call, organization_id: ctx.organization_id, created_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['organization_id', 'sid']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
};

/** What reports change, which nobody else changes until the transaction ends; whoever may see it. */
export const lockCall = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('call')
    .select([
      'id',
      'contact_id',
      'sid',
      'provider',
      'direction',
      'status',
      'outcome',
      'started_at',
      'duration_seconds',
      'recording_sid',
      'recording_source',
      'recording_seconds',
      'note_id',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
export type LockedCall = NonNullable<Awaited<ReturnType<typeof lockCall>>>;

export type CallChanges = Partial<
  Pick<
    LockedCall,
    | 'status'
    | 'outcome'
    | 'duration_seconds'
    | 'recording_sid'
    | 'recording_source'
    | 'recording_seconds'
    | 'note_id'
  > & {
    recording_status: string;
    recording_key: string;
    recording_type: string;
    recording_size: number;
  }
>;

/** Where the sound of a call is, whoever may hear it. */
export const findRecording = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('call')
    .select([
      'provider',
      'recording_sid',
      'recording_source',
      'recording_status',
      'recording_key',
      'recording_type',
    ])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .executeTakeFirst();

export const updateCall = async (ctx: Ctx, id: string, changes: CallChanges): Promise<void> => {
  await ctx.db
    .updateTable('call')
    .set(changes)
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

export const findLine = async (ctx: Ctx, phone_number_id: string) =>
  ctx.db
    .selectFrom('phone_number')
    .select(['id', 'phone_number', 'provider'])
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', phone_number_id)
    .executeTakeFirst();

/** One writer of a sid at a time, also before the call is there. */
export const lockSid = async (ctx: Ctx, sid: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`call ${ctx.organization_id} ${sid}`}, 0))`.execute(
    ctx.db,
  );
};

/** Gives up on calls of all organizations that began before `time` and whose end nobody told. */
export const markUnknown = async ({ db }: BaseCtx, time: Date) =>
  db
    .updateTable('call')
    .set({ status: 'unknown' })
    .where('status', '=', 'in-progress')
    .where('started_at', '<', time)
    .returning(['organization_id', 'id', 'contact_id'])
    .execute();
