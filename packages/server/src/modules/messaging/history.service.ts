// What the carrier remembers and we do not: texts and calls from before, or past us. Known by the carrier's
// ids, so that it may be brought in as often as one likes.
import { advance, type Progress, statusOf } from '@rapport/domain/messaging/status';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import type { CarrierMessage, Line } from '../../platform/telephony/telephony.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { candidateOf } from '../contacts/identity.service.ts';
import { resolveContacts, touchContacts } from '../contacts/resolve.service.ts';
import { findUnknownLike } from './delivery.queries.ts';
import { insertOld } from './history.queries.ts';
import { findReceived } from './inbound.queries.ts';
import { receiveText } from './inbound.service.ts';
import { listPhoneNumbers } from './phone-numbers.queries.ts';
import { applyReport, settleAccepted } from './status.service.ts';
import { findTwilioAccount } from './twilio-settings.service.ts';

/** @throws CarrierError when the carrier cannot be asked: the job asks again */
export const syncHistory = async (ctx: Ctx, since: Date): Promise<void> => {
  const { twilio } = ctx.ports.telephony;
  if (!(await findTwilioAccount(ctx))) return;
  const rows = (await listPhoneNumbers(ctx)).filter(({ provider }) => provider === 'twilio');
  const lines = new Map(rows.map((row) => [row.phone_number, lineOf(ctx, row)]));
  for await (const message of twilio.listMessages(ctx, { since })) {
    const line = lines.get(message.direction === 'inbound' ? message.to : message.from);
    if (!line) continue;
    if (message.direction === 'inbound') await takeInbound(ctx, line, message);
    else await takeOutbound(ctx, line, message);
  }
  for await (const call of twilio.listCalls(ctx, { since })) {
    const line = lines.get(call.direction === 'inbound' ? call.to : call.from);
    if (line) await ctx.ports.onCarrierCall(ctx, line, call);
  }
};

const lineOf = (
  { organization_id }: Ctx,
  row: { id: string; phone_number: string; friendly_name: string },
): Line => {
  const { id, phone_number, friendly_name } = row;
  return { organization_id, id, phone_number, friendly_name, provider: 'twilio' };
};

const takeInbound = async (ctx: Ctx, line: Line, message: CarrierMessage): Promise<void> => {
  const { external_id, from, to, body, media_count, created_at: at } = message;
  const isKnown = await findReceived(ctx, line.provider, external_id);
  if (isKnown) return;
  const media = media_count > 0 ? await ctx.ports.telephony.twilio.listMedia(ctx, external_id) : [];
  await receiveText(ctx, {
    line,
    external_id,
    channel: 'sms',
    from,
    to,
    body,
    media,
    carrier_opt_out: null,
    at,
    is_history: true,
  });
};

/** One of ours only goes on by it; one sent past us is recorded. */
const takeOutbound = async (ctx: Ctx, line: Line, message: CarrierMessage): Promise<void> => {
  const { external_id } = message;
  const { provider } = line;
  if (await findReceived(ctx, provider, external_id))
    return applyReport(ctx, { ...message, provider, message_id: null });
  const lost = await findUnknownLike(ctx, message);
  if (lost) return settleAccepted(ctx, lost, message);
  await record(ctx, line, message);
};

const record = async (ctx: Ctx, line: Line, message: CarrierMessage): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { default_country } = await findOrganization(ctx);
    const candidate = candidateOf('sms', message.to, null, default_country, 'To');
    const [receiver] = await resolveContacts(ctx, [candidate], {
      source: 'import',
      last_contacted_at: message.created_at,
      emit_each: true,
    });
    const { contact_id } = receiver!;
    const id = newId();
    const isNew = await insertOld(ctx, {
      ...progressOf(message),
      id,
      contact_id,
      phone_number_id: line.id,
      body: message.body,
      from_address: message.from,
      to_address: message.to,
      provider: line.provider,
      external_id: message.external_id,
      dedup_key: `${line.provider}:${message.external_id}`,
      created_at: message.created_at,
    });
    if (!isNew) return;
    await touchContacts(ctx, [{ contact_id, at: message.created_at }]);
    await emit(ctx, 'messaging.message.new', { contact_id, message_id: id });
  });

const NOTHING: Progress = {
  status: 'queued',
  error_code: null,
  error_message: null,
  read_at: null,
};

const progressOf = (message: CarrierMessage): Progress =>
  statusOf(message.status)
    ? advance(NOTHING, { ...message, at: message.created_at })
    : { ...NOTHING, status: 'sent' };
