// Starting a call: the member's own phone rings, then the contact's.
import { type Ctx, memberIdOf } from '../../platform/ctx.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { callErrors } from './calls.errors.ts';
import { findMemberPhone, listHandling } from './handling.queries.ts';
import { readNumber } from './handling.service.ts';
import { openCall } from './reports.service.ts';

/**
 * Starts a call to a contact that the actor may see.
 * @param wish which phone and which of our numbers; the preferred and the first unless given
 * @returns the call's id
 * @throws INVALID_INPUT for an own phone that is none, DO_NOT_CONTACT, NO_CONTACT_PHONE, NUMBER_NOT_FOUND, NO_CALLING_NUMBER, NO_OWN_PHONE,
 * DIAL_REFUSED, DIAL_UNKNOWN when nobody knows whether it rings
 */
export const dialContact = async (
  ctx: Ctx,
  wish: {
    contact_id: string;
    contact_phone_id?: string | undefined;
    phone_number_id?: string | undefined;
    own_phone?: string | undefined;
  },
): Promise<string> => {
  const { contact_id } = wish;
  const contact = await getContact(ctx, contact_id);
  if (contact.status === 'do_not_contact') throw callErrors.DO_NOT_CONTACT();
  const phones = contact.phones.filter(({ phone_number }) => phone_number.startsWith('+'));
  const phone = wish.contact_phone_id
    ? phones.find(({ id }) => id === wish.contact_phone_id)
    : (phones.find(({ is_preferred }) => is_preferred) ?? phones[0]);
  if (!phone) throw callErrors.NO_CONTACT_PHONE();
  const lines = await listHandling(ctx);
  const line = wish.phone_number_id
    ? lines.find(({ phone_number_id }) => phone_number_id === wish.phone_number_id)
    : lines[0];
  if (!line)
    throw wish.phone_number_id ? callErrors.NUMBER_NOT_FOUND() : callErrors.NO_CALLING_NUMBER();
  const member_id = memberIdOf(ctx)!;
  const own_phone = wish.own_phone
    ? await readNumber(ctx, wish.own_phone, 'own_phone')
    : await findMemberPhone(ctx, member_id);
  if (!own_phone) throw callErrors.NO_OWN_PHONE();

  const provider = line.provider as 'twilio';
  const to = phone.phone_number;
  const outcome = await ctx.ports.telephony[provider].dial(ctx, {
    line: line.phone_number,
    own_phone,
    to,
    contact_id,
    member_id,
  });
  if (outcome.kind === 'refused') throw callErrors.DIAL_REFUSED({ reason: outcome.message });
  if (outcome.kind === 'busy') throw callErrors.DIAL_REFUSED({ reason: outcome.reason });
  if (outcome.kind === 'unknown') throw callErrors.DIAL_UNKNOWN();
  return openCall(ctx, {
    sid: outcome.external_id,
    provider,
    direction: 'outbound',
    from_address: line.phone_number,
    to_address: to,
    phone_number_id: line.phone_number_id,
    started_at: ctx.now(),
    contact_id,
    created_by: member_id,
  });
};
