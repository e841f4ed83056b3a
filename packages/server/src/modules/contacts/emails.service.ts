// E-mail addresses of a contact: in lower case, one of them preferred; one that writes to us identifies them.
import { parseEmail } from '@rapport/domain/contacts/emails';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { contactErrors } from './contacts.errors.ts';
import * as queries from './emails.queries.ts';
import { changeParts, wishOf } from './parts.service.ts';
import { preferOne } from './parts.queries.ts';
import { claimEmail, claimKeys } from './resolve.queries.ts';

/** The contacts behind addresses, each with the address. @param emails in lower case */
export const ownersOfEmails = async (ctx: Ctx, emails: string[]) =>
  emails.length === 0 ? [] : queries.findEmailOwners(ctx, emails);

export type EmailData = {
  email: string;
  label?: string | null | undefined;
  is_preferred?: boolean | undefined;
};

/** @throws INVALID_INPUT naming `email` */
const readEmail = (raw: string): string => {
  const email = parseEmail(raw);
  if (!email) throw invalidInput([{ field: 'email', message: 'is not an e-mail address' }]);
  return email;
};

/** @throws CONTACT_NOT_FOUND, INVALID_INPUT, EMAIL_LISTED */
export const createEmail = async (ctx: Ctx, contact_id: string, data: EmailData) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const email = readEmail(data.email);
    await requireNew(ctx, contact_id, email);
    await claimEmail(ctx, contact_id, email);
    const { id } = (await queries.findEmailByAddress(ctx, contact_id, email))!;
    if (data.label) await queries.updateEmail(ctx, id, { label: data.label });
    await preferOne(ctx, contact_id, 'email', data.is_preferred ? { prefer: id } : {});
  });

/** @throws CONTACT_NOT_FOUND, EMAIL_NOT_FOUND, INVALID_INPUT, EMAIL_LISTED */
export const updateEmail = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  data: { [Key in keyof EmailData]?: EmailData[Key] | undefined },
) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const before = await queries.findEmail(ctx, contact_id, id);
    if (!before) throw contactErrors.EMAIL_NOT_FOUND();
    const email = data.email === undefined ? before.email : readEmail(data.email);
    if (email !== before.email) {
      await requireNew(ctx, contact_id, email);
      await queries.freeEmailIdentity(ctx, contact_id, before.email);
      const key = { kind: 'identity', channel: 'email', external_id: email } as const;
      await claimKeys(ctx, [{ key, contact_id }]);
    }
    await queries.updateEmail(ctx, id, { email, label: data.label });
    await preferOne(ctx, contact_id, 'email', wishOf(id, data.is_preferred));
  });

const requireNew = async (ctx: Ctx, contact_id: string, email: string): Promise<void> => {
  if (await queries.findEmailByAddress(ctx, contact_id, email))
    throw contactErrors.EMAIL_LISTED({ email });
};

/** Also frees the address: what comes from it belongs to this contact no longer. @throws EMAIL_NOT_FOUND */
export const removeEmail = async (ctx: Ctx, contact_id: string, id: string) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const before = await queries.findEmail(ctx, contact_id, id);
    if (!before) throw contactErrors.EMAIL_NOT_FOUND();
    await queries.deleteEmail(ctx, id);
    await queries.freeEmailIdentity(ctx, contact_id, before.email);
    await preferOne(ctx, contact_id, 'email', {});
  });

/**
 * Takes an address back that enrichment added, for whoever holds the contact's row.
 * @returns false when it is gone, or somebody has named it meanwhile
 */
export const withdrawEmail = async (
  ctx: Ctx,
  contact_id: string,
  email: string,
): Promise<boolean> => {
  const address = email.toLowerCase();
  const { id } = (await queries.findEmailByAddress(ctx, contact_id, address)) ?? {};
  const found = id && (await queries.findEmail(ctx, contact_id, id));
  if (!found || found.label !== null) return false;
  await queries.deleteEmail(ctx, id);
  await queries.freeEmailIdentity(ctx, contact_id, address);
  await preferOne(ctx, contact_id, 'email', {});
  return true;
};
