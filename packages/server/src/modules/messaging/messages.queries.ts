import type { OptOut } from '@rapport/domain/messaging/opt-out';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Ctx } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';
import type { TimeCursor } from '../../platform/db/time-cursor.ts';
import { newId } from '../../platform/ids.ts';
import { ATTACHMENT_COLUMNS } from './attachments.queries.ts';

export type NewMessage = {
  id: string;
  contact_id: string;
  channel: string;
  direction: 'inbound' | 'outbound';
  body: string | null;
  subject: string | null;
  from_address: string;
  to_address: string;
  status: string;
  source: string;
  external_id: string | null;
  dedup_key: string;
  import_id: string | null;
  created_at: Date;
};

/** Inserts messages that are not there yet. @returns the ids of those that were new */
export const insertMessages = async (ctx: Ctx, messages: NewMessage[]): Promise<Set<string>> => {
  if (messages.length === 0) return new Set();
  const column = <K extends keyof NewMessage>(name: K) => messages.map((message) => message[name]);
  const { rows } = await sql<{ id: string }>`
    insert into message (organization_id, id, contact_id, channel, direction, body, subject, from_address,
                         to_address, status, source, external_id, dedup_key, import_id, created_at)
    select ${ctx.organization_id}, m.*
    from unnest(${column('id')}::uuid[], ${column('contact_id')}::uuid[], ${column('channel')}::text[],
                ${column('direction')}::text[], ${column('body')}::text[], ${column('subject')}::text[],
                ${column('from_address')}::text[], ${column('to_address')}::text[],
                ${column('status')}::text[], ${column('source')}::text[], ${column('external_id')}::text[],
                ${column('dedup_key')}::text[], ${column('import_id')}::uuid[],
                ${column('created_at')}::timestamptz[]) m
    on conflict (organization_id, dedup_key) do nothing
    returning id`.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
};

export type NewAttachment = {
  message_id: string;
  content_type: string;
  file_name: string | null;
  omitted: boolean;
};

export const insertAttachments = async (ctx: Ctx, attachments: NewAttachment[]): Promise<void> => {
  if (attachments.length === 0) return;
  await ctx.db
    .insertInto('message_attachment')
    .values(attachments.map((a) => ({ ...a, organization_id: ctx.organization_id, id: newId() })))
    .execute();
};

/** Notes what an inbound text says about being written to. */
export const markOptOut = async (ctx: Ctx, id: string, opt_out: OptOut): Promise<void> => {
  await ctx.db
    .updateTable('message')
    .set({ opt_out })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** The message that has a key. */
export const findByDedupKey = async (ctx: Ctx, dedup_key: string) =>
  ctx.db
    .selectFrom('message')
    .select(['id', 'contact_id'])
    .where('organization_id', '=', ctx.organization_id)
    .where('dedup_key', '=', dedup_key)
    .executeTakeFirst();

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** Messages as the API shows them. */
const messages = (ctx: Ctx) =>
  ctx.db
    .selectFrom('message as m')
    .leftJoin('message_delivery as d', (join) =>
      join.onRef('d.organization_id', '=', 'm.organization_id').onRef('d.message_id', '=', 'm.id'),
    )
    .leftJoin('phone_number as line', (join) =>
      join
        .onRef('line.organization_id', '=', 'm.organization_id')
        .onRef('line.id', '=', 'm.phone_number_id'),
    )
    .select((eb) => [
      'm.id',
      'm.contact_id',
      'm.phone_number_id',
      'm.channel',
      'm.direction',
      'm.body',
      'm.subject',
      'm.from_address',
      'm.to_address',
      'm.status',
      'm.source',
      'm.ai_origin',
      'm.external_id',
      'm.error_code',
      'm.error_message',
      'm.is_outcome_unknown',
      'm.segments',
      'm.read_at',
      'm.scheduled_at',
      'm.sent_by_member_id',
      'm.opt_out',
      'd.state as delivery_state',
      'line.friendly_name as phone_line_label',
      'm.created_at',
      jsonArrayFrom(
        eb
          .selectFrom('message_attachment as a')
          .select(ATTACHMENT_COLUMNS)
          .whereRef('a.organization_id', '=', 'm.organization_id')
          .whereRef('a.message_id', '=', 'm.id')
          // A picture inside the text of a mail is no file beside it.
          .where('a.content_id', 'is', null)
          .orderBy('a.position')
          .orderBy('a.id'),
      ).as('attachments'),
    ])
    .where('m.organization_id', '=', ctx.organization_id);

/** The newest messages of a contact before a cursor (all when `limit` is null), newest first. */
export const listMessages = async (
  ctx: Ctx,
  contact_id: string,
  limit: number | null,
  before: TimeCursor | null,
) => {
  let query = messages(ctx)
    .where('m.contact_id', '=', contact_id)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc');
  if (limit !== null) query = query.limit(limit);
  if (before)
    query = query.where(
      sql<boolean>`(m.created_at, m.id) < (${before.created_at}::timestamptz, ${before.id}::uuid)`,
    );
  return query.execute();
};

/** One message of a contact that the actor may see. */
export const findMessage = async (ctx: Ctx, id: string): Promise<MessageRow | undefined> =>
  messages(ctx)
    .where('m.id', '=', id)
    .where(isContactVisible(ctx, 'm.contact_id'))
    .executeTakeFirst();

export const countMessages = async (ctx: Ctx, contact_id: string): Promise<number> => {
  const row = await ctx.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .executeTakeFirstOrThrow();
  return row.total;
};

/** The newest messages that hold text, oldest first: what an engine reads. */
export const listTexts = async (ctx: Ctx, contact_id: string, limit: number) => {
  const rows = await ctx.db
    .selectFrom('message')
    .select(['id', 'direction', 'body', 'channel', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where(sql<boolean>`body ~ '[^[:space:]]'`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse() as {
    id: string;
    direction: 'inbound' | 'outbound';
    body: string;
    channel: string;
    created_at: Date;
  }[];
};

export const countImported = async (ctx: Ctx, import_id: string): Promise<number> => {
  const row = await ctx.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('organization_id', '=', ctx.organization_id)
    .where('import_id', '=', import_id)
    .executeTakeFirstOrThrow();
  return row.total;
};
