// What a contact wants of us: whether we may write on our own account, and which of their numbers write to us.
import { phoneVariants } from '@rapport/domain/contacts/phones';
import type { Ctx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import * as queries from './outreach.queries.ts';

/** Stops or allows what we would send on our own account. */
export const setOutreachDisabled = async (
  ctx: Ctx,
  contact_id: string,
  disabled: boolean,
): Promise<void> => {
  if (await queries.setOutreachDisabled(ctx, contact_id, disabled))
    await emit(ctx, 'contact.updated', { contact_id });
};

/** Who has this very number. */
export const findPhoneOwner = async (ctx: Ctx, phone_number: string): Promise<string | null> =>
  (await queries.findPhoneOwners(ctx, [phone_number]))[0]?.contact_id ?? null;

/**
 * Who has this number in another way of writing it (Mexico, Argentina, Brazil).
 * @returns null when somebody has the very number, nobody a variant, or several have
 */
export const findVariantOwner = async (ctx: Ctx, e164: string): Promise<string | null> => {
  const variants = phoneVariants(e164);
  if (variants.length === 1) return null;
  const owners = await queries.findPhoneOwners(ctx, variants);
  const contact_ids = new Set(owners.map(({ contact_id }) => contact_id));
  const isKnown = owners.some(({ phone_number }) => phone_number === e164);
  return !isKnown && contact_ids.size === 1 ? owners[0]!.contact_id : null;
};
