// A text that the carrier delivers: who wrote it, what it says about being written to, in one transaction.
import type { Channel } from '@rapport/domain/messaging/channels';
import type { OptOut } from '@rapport/domain/messaging/opt-out';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Line } from '../../platform/telephony/telephony.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { candidateOf } from '../contacts/identity.service.ts';
import { findVariantOwner } from '../contacts/outreach.service.ts';
import { resolveContacts } from '../contacts/resolve.service.ts';
import { type IncomingMedia, queueMediaFetch } from './inbound-media.service.ts';
import { insertInbound } from './inbound.queries.ts';
import { heedOptOut, readSmsOptOut } from './opt-out.service.ts';
import { sendAutomatic } from './send.service.ts';
import { countSegments } from '@rapport/domain/messaging/segments';
import { getHelpMessage, isSuppressed } from './suppressions.service.ts';

export type InboundText = {
  /** Our number that it came to. */
  line: Pick<Line, 'id' | 'phone_number' | 'provider'>;
  external_id: string;
  channel: Extract<Channel, 'sms' | 'whatsapp'>;
  /** Number, short code or the name of a sender, as it came. */
  from: string;
  to: string;
  body: string;
  media: IncomingMedia[];
  /** What the carrier itself understood and has answered already. */
  carrier_opt_out: OptOut | null;
  at: Date;
  /** One that the carrier remembers from before: opt-outs in it are over, and it is not answered. */
  is_history: boolean;
};

/**
 * Takes in one text. However often and by however many at once it is delivered, it is one message.
 * @returns whether it was new
 */
export const receiveText = async (ctx: Ctx, text: InboundText): Promise<boolean> =>
  inTx(ctx, async (ctx) => {
    const { provider } = text.line;
    const sender = await resolveSender(ctx, text);
    const opt_out = text.carrier_opt_out ?? (await readSmsOptOut(ctx, text.body, sender.address));
    const id = newId();
    const isNew = await insertInbound(ctx, {
      id,
      contact_id: sender.contact_id,
      phone_number_id: text.line.id,
      channel: text.channel,
      body: text.body.replaceAll('\u0000', ''),
      from_address: text.from,
      to_address: text.to,
      provider,
      external_id: text.external_id,
      dedup_key: `${provider}:${text.external_id}`,
      opt_out,
      created_at: text.at,
    });
    // Delivered before, or at the same moment by somebody else.
    if (!isNew) return false;
    if (text.media.length > 0) await queueMediaFetch(ctx, id, text.media);
    await emit(ctx, 'messaging.message.new', { contact_id: sender.contact_id, message_id: id });
    if (opt_out && !text.is_history) {
      await heedOptOut(ctx, opt_out, { ...sender, body: text.body, message_id: id });
      if (opt_out === 'help' && !text.carrier_opt_out) await answerHelp(ctx, text.line, sender);
    }
    return true;
  });

/** The contact who wrote, and the address by which we know them. */
const resolveSender = async (
  ctx: Ctx,
  { channel, from, at }: InboundText,
): Promise<{ contact_id: string; address: string }> => {
  const candidate = candidateOf(channel, from, null, await countryFor(ctx, from), 'From');
  const address = candidate.phone?.phone_number ?? from;
  const variant = candidate.phone ? await findVariantOwner(ctx, address) : null;
  if (variant) return { contact_id: variant, address };
  const [resolved] = await resolveContacts(ctx, [candidate], {
    source: 'inbound_sms',
    last_contacted_at: at,
    emit_each: true,
  });
  return { contact_id: resolved!.contact_id, address };
};

/** A number with its country code, as carriers write it, needs no other. */
const countryFor = async (ctx: Ctx, from: string): Promise<string> =>
  /^(whatsapp:)?\+/.test(from) ? '' : (await findOrganization(ctx)).default_country;

const answerHelp = async (
  ctx: Ctx,
  line: InboundText['line'],
  { contact_id, address: to_address }: { contact_id: string; address: string },
): Promise<void> => {
  const body = await getHelpMessage(ctx);
  if (body === '' || (await isSuppressed(ctx, 'sms', to_address))) return;
  await sendAutomatic(ctx, contact_id, {
    phone_number_id: line.id,
    provider: line.provider,
    from_address: line.phone_number,
    to_address,
    body,
    subject: null,
    segments: countSegments(body).segments,
  });
};
