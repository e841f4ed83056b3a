// Who must not be written to: said by them, by the carrier, or by a person of ours. Holds for every number
// and address of the organization.
import { parseEmail } from '@rapport/domain/contacts/emails';
import { isShortCode, parsePhone } from '@rapport/domain/contacts/phones';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { findPhoneOwner, setOutreachDisabled } from '../contacts/outreach.service.ts';
import { sendingErrors } from './sending.errors.ts';
import * as queries from './suppressions.queries.ts';

export { listSuppressions, listOfContact } from './suppressions.queries.ts';

export const isSuppressed = async (
  ctx: Ctx,
  channel: queries.SuppressionChannel,
  address: string,
): Promise<boolean> => (await queries.findSuppression(ctx, channel, address)) !== undefined;

/** Suppresses an address and stops what we would send its contact on our own account. */
export const suppress = async (
  ctx: Ctx,
  suppression: queries.NewSuppression,
  contact_id: string | null,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (await queries.insertSuppression(ctx, suppression))
      await emit(ctx, 'messaging.suppressions.changed', {});
    if (contact_id) await setOutreachDisabled(ctx, contact_id, true);
  });

/** Lets an address be written to again. */
export const unsuppress = async (
  ctx: Ctx,
  channel: queries.SuppressionChannel,
  address: string,
  contact_id: string | null,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.deleteSuppression(ctx, channel, address))) return;
    await emit(ctx, 'messaging.suppressions.changed', {});
    if (contact_id) await setOutreachDisabled(ctx, contact_id, false);
  });

/** A person of ours suppresses an address. @throws INVALID_INPUT when it is none */
export const createSuppression = async (
  ctx: Ctx,
  channel: queries.SuppressionChannel,
  text: string,
) => {
  const address = await readAddress(ctx, channel, text);
  const owner = channel === 'sms' ? await findPhoneOwner(ctx, address) : null;
  const created_by = memberIdOf(ctx);
  await suppress(ctx, { channel, address, reason: 'manual', created_by }, owner);
  return (await queries.findSuppression(ctx, channel, address))!;
};

const readAddress = async (
  ctx: Ctx,
  channel: queries.SuppressionChannel,
  text: string,
): Promise<string> => {
  if (channel === 'email') {
    const email = parseEmail(text);
    if (!email) throw invalidInput([{ field: 'address', message: 'is not an e-mail address' }]);
    return email;
  }
  if (isShortCode(text)) return text.trim();
  const { default_country } = await findOrganization(ctx);
  const parsed = parsePhone(text, default_country);
  if (!parsed.ok)
    throw invalidInput([
      { field: 'address', message: `is not usable: ${parsed.reason.replace(/\.$/, '')}` },
    ]);
  return parsed.e164;
};

/** @throws SUPPRESSION_NOT_FOUND */
export const removeSuppression = async (ctx: Ctx, id: string): Promise<void> => {
  const found = await queries.findById(ctx, id);
  if (!found) throw sendingErrors.SUPPRESSION_NOT_FOUND();
  const channel = found.channel as queries.SuppressionChannel;
  const owner = channel === 'sms' ? await findPhoneOwner(ctx, found.address) : null;
  await unsuppress(ctx, channel, found.address, owner);
};

/** What HELP is answered with; empty = nothing. */
export const getHelpMessage = async (ctx: Ctx): Promise<string> =>
  (await queries.findHelpMessage(ctx)) ?? `${(await findOrganization(ctx)).name}: ${STANDARD_HELP}`;

const STANDARD_HELP =
  'Reply to this message and a person will answer. Msg & data rates may apply. Reply STOP to opt out.';

export const saveHelpMessage = async (ctx: Ctx, help_message: string): Promise<void> =>
  queries.saveHelpMessage(ctx, help_message);
