import { sql } from 'kysely';
import type { KnownMail } from '@rapport/domain/messaging/email-threading';
import type { Ctx } from '../../platform/ctx.ts';
import { isContactVisible } from '../../platform/db/visible.ts';

export type NewEmail = {
  email_address_id: string | null;
  header_id: string;
  in_reply_to: string | null;
  reference_ids: string[];
  /** Null when the mail opens a conversation. */
  thread_id: string | null;
  reply_token: string | null;
  from_name: string | null;
  cc: string[];
  html: string | null;
  quoted: string | null;
  offers_unsubscribe: boolean;
};

export const insertEmail = async (
  ctx: Ctx,
  message_id: string,
  { thread_id, ...email }: NewEmail,
): Promise<void> => {
  await ctx.db
    .insertInto('email_message')
    .values({
      ...email,
      organization_id: ctx.organization_id,
      message_id,
      thread_id: thread_id ?? message_id,
    })
    .execute();
};

const knownMails = (ctx: Ctx) =>
  ctx.db
    .selectFrom('email_message as e')
    .innerJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'e.organization_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select([
      'e.message_id',
      'e.header_id',
      'e.thread_id',
      'e.reference_ids',
      'm.contact_id',
      'm.direction',
      'm.subject',
      'm.is_outcome_unknown',
    ])
    .where('e.organization_id', '=', ctx.organization_id);

export type KnownEmail = KnownMail & Awaited<ReturnType<typeof findMailsByIds>>[number];

/** The mails of the organization that have these Message-IDs. */
export const findMailsByIds = async (ctx: Ctx, header_ids: string[]) =>
  header_ids.length === 0
    ? []
    : knownMails(ctx)
        .where('e.header_id', '=', sql<string>`any(${header_ids}::text[])`)
        .execute();

export const findMailByToken = async (ctx: Ctx, token: string) =>
  knownMails(ctx).where('e.reply_token', '=', token).executeTakeFirst();

export const findMailOfMessage = async (ctx: Ctx, contact_id: string, message_id: string) =>
  knownMails(ctx)
    .where('e.message_id', '=', message_id)
    .where('m.contact_id', '=', contact_id)
    .executeTakeFirst();

export const isMessageOf = async (
  ctx: Ctx,
  contact_id: string,
  message_id: string,
): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom('message')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', message_id)
    .executeTakeFirst();
  return row !== undefined;
};

/** The newest mail between us and a contact. */
export const findNewestMail = async (ctx: Ctx, contact_id: string) =>
  knownMails(ctx)
    .where('m.contact_id', '=', contact_id)
    .where('m.channel', '=', 'email')
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Everything that a mail of ours is composed of. */
export const findOutgoingEmail = async (ctx: Ctx, message_id: string) =>
  ctx.db
    .selectFrom('email_message as e')
    .innerJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'e.organization_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select([
      'm.contact_id',
      'm.from_address',
      'm.to_address',
      'm.subject',
      'm.body',
      'm.created_at',
      'e.header_id',
      'e.in_reply_to',
      'e.reference_ids',
      'e.reply_token',
      'e.from_name',
      'e.offers_unsubscribe',
    ])
    .where('e.organization_id', '=', ctx.organization_id)
    .where('e.message_id', '=', message_id)
    .executeTakeFirst();

/** A mail whose contact the actor may see. */
export const findVisibleEmail = async (ctx: Ctx, message_id: string) =>
  ctx.db
    .selectFrom('email_message as e')
    .innerJoin('message as m', (join) =>
      join.onRef('m.organization_id', '=', 'e.organization_id').onRef('m.id', '=', 'e.message_id'),
    )
    .leftJoin('email_receipt as r', (join) =>
      join
        .onRef('r.organization_id', '=', 'e.organization_id')
        .onRef('r.message_id', '=', 'e.message_id')
        .on('r.outcome', '=', 'message'),
    )
    .select([
      'e.message_id',
      'e.email_address_id',
      'e.thread_id',
      'e.header_id',
      'e.in_reply_to',
      'e.from_name',
      'e.cc',
      'e.html',
      'e.quoted',
      'e.bounce',
      'e.bounce_reason',
      'e.bounced_at',
      'm.subject',
      'm.body',
      'm.direction',
      'r.raw_key',
    ])
    .where('e.organization_id', '=', ctx.organization_id)
    .where('e.message_id', '=', message_id)
    .where(isContactVisible(ctx, 'm.contact_id'))
    .executeTakeFirst();

/** The pictures that the HTML of a mail shows. */
export const listInlineFiles = async (ctx: Ctx, message_id: string) =>
  ctx.db
    .selectFrom('message_attachment')
    .select(['content_id', 'storage_key', 'content_type', 'file_name'])
    .where('organization_id', '=', ctx.organization_id)
    .where('message_id', '=', message_id)
    .where('content_id', 'is not', null)
    .execute();

export const setSentBy = async (ctx: Ctx, id: string, member_id: string): Promise<void> => {
  await ctx.db
    .updateTable('message')
    .set({ sent_by_member_id: member_id })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** Says of a mail of ours that it came back. @returns the message, unless it is none of ours */
export const markBounced = async (
  ctx: Ctx,
  message_id: string,
  bounce: { kind: string; reason: string },
): Promise<{ contact_id: string; to_address: string } | undefined> => {
  const { organization_id } = ctx;
  await ctx.db
    .updateTable('email_message')
    .set({ bounce: bounce.kind, bounce_reason: bounce.reason, bounced_at: ctx.now() })
    .where('organization_id', '=', organization_id)
    .where('message_id', '=', message_id)
    .execute();
  return ctx.db
    .updateTable('message')
    .set({
      status: 'failed',
      is_outcome_unknown: false,
      error_code: `bounce_${bounce.kind}`,
      error_message: bounce.reason,
    })
    .where('organization_id', '=', organization_id)
    .where('id', '=', message_id)
    .where('direction', '=', 'outbound')
    .returning(['contact_id', 'to_address'])
    .executeTakeFirst();
};
