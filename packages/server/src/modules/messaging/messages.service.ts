// Messages: read a contact's history, take in one that arrives, record many that a file remembers.
import type { Channel } from '@rapport/domain/messaging/channels';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/db/time-cursor.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { candidateOf } from '../contacts/identity.service.ts';
import { resolveContacts, touchContacts } from '../contacts/resolve.service.ts';
import { presentMessage } from './messages.present.ts';
import * as queries from './messages.queries.ts';
import { heedOptOut, readSmsOptOut } from './opt-out.service.ts';

export { countImported, listTexts } from './messages.queries.ts';

/** The messages of a contact in order of time; with `limit` the newest ones before a cursor. */
export const listMessages = async (
  ctx: Ctx,
  contact_id: string,
  limit: number | null,
  before: string | undefined,
) => {
  const [rows, total_count] = await Promise.all([
    queries.listMessages(
      ctx,
      contact_id,
      limit,
      before ? readCursor(before, 'before', 'next_before') : null,
    ),
    queries.countMessages(ctx, contact_id),
  ]);
  const oldest = rows.at(-1);
  const hasMore = limit !== null && rows.length === limit;
  return {
    messages: rows.toReversed().map(presentMessage),
    total_count,
    next_before: hasMore && oldest ? writeCursor(oldest) : null,
  };
};

const SOURCES: Partial<Record<Channel, string>> = { sms: 'inbound_sms', email: 'inbound_email' };

/**
 * Takes in one inbound message. The same `external_id` on the same channel is the same message, however
 * often and by however many at once it is delivered.
 */
export const receiveMessage = async (
  ctx: Ctx,
  incoming: {
    channel: Channel;
    from: string;
    to: string;
    body: string;
    subject?: string | undefined;
    external_id: string;
    sent_at?: string | undefined;
  },
): Promise<{ message_id: string; contact_id: string; created: boolean }> =>
  inTx(ctx, async (ctx) => {
    const dedup_key = `${incoming.channel}:${incoming.external_id}`;
    const known = await queries.findByDedupKey(ctx, dedup_key);
    if (known) return { message_id: known.id, contact_id: known.contact_id, created: false };

    const at = incoming.sent_at ? new Date(incoming.sent_at) : ctx.now();
    const { default_country } = await findOrganization(ctx);
    const candidate = candidateOf(incoming.channel, incoming.from, null, default_country, 'from');
    const [sender] = await resolveContacts(ctx, [candidate], {
      source: SOURCES[incoming.channel] ?? 'ingest',
      last_contacted_at: at,
      emit_each: true,
    });
    const message: queries.NewMessage = {
      id: newId(),
      contact_id: sender!.contact_id,
      channel: incoming.channel,
      direction: 'inbound',
      body: withoutNul(incoming.body),
      subject: incoming.subject ?? null,
      from_address: incoming.from,
      to_address: incoming.to,
      status: 'received',
      source: 'external',
      external_id: incoming.external_id,
      dedup_key,
      import_id: null,
      created_at: at,
    };
    const added = await queries.insertMessages(ctx, [message]);
    if (!added.has(message.id)) {
      // Delivered twice at the same moment: the other one is in.
      const first = await queries.findByDedupKey(ctx, dedup_key);
      return { message_id: first!.id, contact_id: first!.contact_id, created: false };
    }
    await touchContacts(ctx, [{ contact_id: message.contact_id, at }]);
    if (incoming.channel === 'sms')
      await heedText(ctx, message, candidate.phone?.phone_number ?? incoming.from);
    await emit(ctx, 'messaging.message.new', {
      contact_id: message.contact_id,
      message_id: message.id,
    });
    return { message_id: message.id, contact_id: message.contact_id, created: true };
  });

/** STOP counts by whichever way it comes. */
const heedText = async (
  ctx: Ctx,
  { id: message_id, contact_id, body }: queries.NewMessage,
  address: string,
): Promise<void> => {
  const opt_out = await readSmsOptOut(ctx, body ?? '', address);
  if (!opt_out) return;
  await queries.markOptOut(ctx, message_id, opt_out);
  await heedOptOut(ctx, opt_out, { contact_id, address, body: body ?? '', message_id });
};

/** PostgreSQL keeps no NUL in text. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');

export type RecordedMessage = queries.NewMessage & {
  attachments: { content_type: string; name: string | null; omitted: boolean }[];
};

/** Records messages of the past. @returns how many were new */
export const recordMessages = async (ctx: Ctx, messages: RecordedMessage[]): Promise<number> =>
  inTx(ctx, async (ctx) => {
    const added = await queries.insertMessages(ctx, messages);
    const fresh = messages.filter((message) => added.has(message.id));
    await queries.insertAttachments(
      ctx,
      fresh.flatMap(({ id, attachments }) =>
        attachments.map(({ content_type, name, omitted }) => ({
          message_id: id,
          content_type,
          file_name: name,
          omitted,
        })),
      ),
    );
    await touchContacts(
      ctx,
      fresh.map(({ contact_id, created_at }) => ({ contact_id, at: created_at })),
    );
    return fresh.length;
  });
