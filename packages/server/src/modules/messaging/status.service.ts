// What the carrier says of messages that we sent. It says it in any order, repeatedly, and sometimes before we
// know the message: the result is the same.
import { advance, isFinal, type Report } from '@rapport/domain/messaging/status';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { updateDelivery, updateMessage } from './delivery.queries.ts';
import * as queries from './status.queries.ts';
import { suppress } from './suppressions.service.ts';

/** Twilio's code for a recipient who has sent STOP to it. */
export const OPTED_OUT = '21610';

export type DeliveryReport = Omit<Report, 'at'> & {
  provider: string;
  external_id: string;
  /** Our own id, when the report brings it back: it finds a message whose answer was lost. */
  message_id: string | null;
};

/** Takes in one report. Of a message that nobody knows it is kept until somebody does. */
export const applyReport = async (ctx: Ctx, report: DeliveryReport): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { provider, external_id, message_id } = report;
    await queries.lockExternalId(ctx, external_id);
    const message =
      (message_id ? await queries.lockById(ctx, message_id) : undefined) ??
      (await queries.lockByExternalId(ctx, provider, external_id));
    // An id that another message has does not become ours by a marker.
    const isOther = message?.external_id && message.external_id !== external_id;
    if (!message || isOther) {
      const { status, error_code, error_message } = report;
      const received_at = ctx.now();
      return queries.insertReport(
        ctx,
        { provider, external_id },
        { status, error_code, error_message, received_at },
      );
    }
    await take(ctx, message, external_id, [{ ...report, at: ctx.now() }]);
  });

/** The carrier took a message over: it has its id now, and what was said of that id before counts. */
export const settleAccepted = async (
  ctx: Ctx,
  message_id: string,
  { external_id, status }: { external_id: string; status: string },
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await queries.lockExternalId(ctx, external_id);
    const message = await queries.lockById(ctx, message_id);
    if (!message) return;
    const accepted = { status, error_code: null, error_message: null, at: ctx.now() };
    await take(ctx, message, external_id, [accepted]);
  });

/** What was said of an id before we knew whose it is. Mail hosts say nothing of that kind. */
const takeEarlier = async (
  ctx: Ctx,
  { id, provider }: queries.StatusRow,
  external_id: string,
): Promise<Report[]> => {
  if (provider === null) return [];
  await queries.deleteCopy(ctx, provider, external_id, id);
  const reports = await queries.takeReports(ctx, { provider, external_id });
  return reports.map(({ received_at, ...said }) => ({ ...said, at: received_at }));
};

const take = async (
  ctx: Ctx,
  message: queries.StatusRow,
  external_id: string,
  reports: Report[],
): Promise<void> => {
  const isNew = message.external_id === null;
  const earlier = isNew ? await takeEarlier(ctx, message, external_id) : [];
  const all = [...earlier, ...reports];
  const { status, error_code, error_message, read_at } = message;
  const known = { status, error_code, error_message, read_at };
  const progress = all.reduce(advance, known);
  const isChanged = isNew || JSON.stringify(progress) !== JSON.stringify(known);
  if (!isChanged) return;

  await updateMessage(ctx, message.id, { ...progress, external_id, is_outcome_unknown: false });
  await updateDelivery(ctx, message.id, { state: 'done', last_error: null });
  if (progress.error_code === OPTED_OUT && isFinal(progress.status))
    await suppress(
      ctx,
      {
        channel: 'sms',
        address: message.to_address,
        reason: 'provider',
        message_id: message.id,
      },
      message.contact_id,
    );
  const { id: message_id, contact_id } = message;
  await emit(ctx, 'messaging.message.status', { contact_id, message_id });
};
