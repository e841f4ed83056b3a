// Phone numbers of a contact: in E.164, each of one contact only, one of them preferred.
import { parsePhone } from '@rapport/domain/contacts/phones';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { contactErrors } from './contacts.errors.ts';
import { hasVisibleContact } from './contacts.queries.ts';
import { changeParts, wishOf } from './parts.service.ts';
import { preferOne } from './parts.queries.ts';
import * as queries from './phones.queries.ts';
import { claimPhone, findOwners } from './resolve.queries.ts';

export type PhoneData = {
  phone_number: string;
  label?: string | null | undefined;
  is_preferred?: boolean | undefined;
};

/** Reads a number by the organization's country. @throws INVALID_INPUT naming `phone_number` */
export const readPhone = async (ctx: Ctx, raw: string) => {
  const { default_country } = await findOrganization(ctx);
  const parsed = parsePhone(raw, default_country);
  if (!parsed.ok)
    throw invalidInput([
      { field: 'phone_number', message: `is not usable: ${parsed.reason.replace(/\.$/, '')}` },
    ]);
  return { phone_number: parsed.e164, raw, extension: parsed.extension };
};

/** A member who may not see the other contact learns only that the number is taken. */
export const phoneTaken = async (ctx: Ctx, phone_number: string, contact_id: string) =>
  contactErrors.PHONE_TAKEN({
    phone_number,
    ...((await hasVisibleContact(ctx, contact_id)) ? { contact_id } : {}),
  });

/** @throws CONTACT_NOT_FOUND, INVALID_INPUT, PHONE_TAKEN naming the contact that has it, PHONE_LISTED */
export const createPhone = async (ctx: Ctx, contact_id: string, data: PhoneData) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const phone = await readPhone(ctx, data.phone_number);
    if (await queries.findPhoneByNumber(ctx, contact_id, phone.phone_number))
      throw contactErrors.PHONE_LISTED({ phone_number: phone.phone_number });
    const owner = await claimPhone(ctx, contact_id, phone);
    if (owner !== contact_id) throw await phoneTaken(ctx, phone.phone_number, owner);
    const { id } = (await queries.findPhoneByNumber(ctx, contact_id, phone.phone_number))!;
    if (data.label) await queries.updatePhone(ctx, id, { label: data.label });
    // The first one is preferred whatever was said; a further one only if it was asked for.
    await preferOne(ctx, contact_id, 'phone', data.is_preferred ? { prefer: id } : {});
  });

/** @throws CONTACT_NOT_FOUND, PHONE_NOT_FOUND, INVALID_INPUT, PHONE_TAKEN, PHONE_LISTED */
export const updatePhone = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  data: { [Key in keyof PhoneData]?: PhoneData[Key] | undefined },
) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const before = await queries.findPhone(ctx, contact_id, id);
    if (!before) throw contactErrors.PHONE_NOT_FOUND();
    const phone = data.phone_number === undefined ? null : await readPhone(ctx, data.phone_number);
    if (phone && phone.phone_number !== before.phone_number)
      await requireFree(ctx, contact_id, phone);
    await queries.updatePhone(ctx, id, { ...phone, label: data.label }).catch((error: unknown) => {
      throw queries.isPhoneTaken(error)
        ? contactErrors.PHONE_TAKEN({ phone_number: phone?.phone_number })
        : error;
    });
    await preferOne(ctx, contact_id, 'phone', wishOf(id, data.is_preferred));
  });

const requireFree = async (
  ctx: Ctx,
  contact_id: string,
  phone: { phone_number: string; raw: string; extension: string | null },
): Promise<void> => {
  const owner = [...(await findOwners(ctx, [{ kind: 'phone', ...phone }])).values()][0];
  if (owner === contact_id) throw contactErrors.PHONE_LISTED({ phone_number: phone.phone_number });
  if (owner !== undefined) throw await phoneTaken(ctx, phone.phone_number, owner);
};

/** @throws CONTACT_NOT_FOUND, PHONE_NOT_FOUND */
export const removePhone = async (ctx: Ctx, contact_id: string, id: string) =>
  changeParts(ctx, contact_id, async (ctx) => {
    if (!(await queries.findPhone(ctx, contact_id, id))) throw contactErrors.PHONE_NOT_FOUND();
    await queries.deletePhone(ctx, id);
    await preferOne(ctx, contact_id, 'phone', {});
  });
