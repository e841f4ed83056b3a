// Contacts as people use them: list, read, create, change, delete.
import { parseEmail } from '@rapport/domain/contacts/emails';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { eraseChanges } from './changes.queries.ts';
import { changesBetween, recordChanges, recordRemoval, trackChanges } from './changes.service.ts';
import { contactErrors } from './contacts.errors.ts';
import { presentContact } from './contacts.present.ts';
import * as queries from './contacts.queries.ts';
import { listMergedIds } from './merges.queries.ts';
import { phoneTaken, readPhone } from './phones.service.ts';
import { claimEmail, claimPhone } from './resolve.queries.ts';

export { updateContact as updateFields } from './contacts.queries.ts';
export { listContacts } from './list.service.ts';

/** @throws CONTACT_NOT_FOUND also for a contact of another organization, or one the member may not see */
export const requireVisibleContact = async (ctx: Ctx, id: string): Promise<void> => {
  if (!(await queries.hasVisibleContact(ctx, id))) throw contactErrors.CONTACT_NOT_FOUND();
};

/** @throws CONTACT_NOT_FOUND unless the caller sees each of them */
export const requireVisibleContacts = async (ctx: Ctx, ids: string[]): Promise<void> => {
  const visible = new Set(await queries.listVisibleIds(ctx, ids));
  if (!ids.every((id) => visible.has(id))) throw contactErrors.CONTACT_NOT_FOUND();
};

/** For modules that find out themselves that a contact is gone. @throws CONTACT_NOT_FOUND */
export const refuseMissing = (): never => {
  throw contactErrors.CONTACT_NOT_FOUND();
};

/** @throws CONTACT_NOT_FOUND */
export const getContact = async (ctx: Ctx, id: string) => {
  const row = await queries.findContact(ctx, id);
  if (!row) throw contactErrors.CONTACT_NOT_FOUND();
  return presentContact(row);
};

/**
 * A member who sees only assigned contacts is assigned to the one they make.
 * @throws INVALID_INPUT for a number that cannot exist, PHONE_TAKEN naming the contact that has it
 */
export const createContact = async (
  ctx: Ctx,
  {
    phone_number,
    email,
    ...values
  }: queries.ContactValues & { phone_number?: string; email?: string },
) =>
  inTx(ctx, async (ctx) => {
    const id = newId();
    const phone = phone_number ? await readPhone(ctx, phone_number) : null;
    await queries.insertContact(ctx, id, { source: 'manual', ...values });
    if (ctx.actor.kind === 'person' && ctx.actor.restricted)
      await queries.assignContact(ctx, id, ctx.actor.member_id);
    if (phone) {
      const owner = await claimPhone(ctx, id, phone);
      if (owner !== id) throw await phoneTaken(ctx, phone.phone_number, owner);
    }
    const address = email ? parseEmail(email) : null;
    if (address) await claimEmail(ctx, id, address);
    await emit(ctx, 'contact.created', { contact_id: id });
    const created = (await queries.findContact(ctx, id))!;
    await recordChanges(ctx, id, changesBetween(null, created));
    return presentContact(created);
  });

/** @throws CONTACT_NOT_FOUND, CONTACT_CHANGED with the current contact in `details` */
export const updateContact = async (
  ctx: Ctx,
  id: string,
  { version, ...values }: queries.ContactValues & { version?: number | undefined },
) =>
  inTx(ctx, async (ctx) => {
    const { contact } = await trackChanges(ctx, id, async (ctx, before) => {
      if (version !== undefined && version !== before.version)
        throw contactErrors.CONTACT_CHANGED({ contact: presentContact(before) });
      await queries.updateContact(ctx, id, values);
    });
    await emit(ctx, 'contact.updated', { contact_id: id });
    return presentContact(contact);
  });

/** @throws CONTACT_NOT_FOUND */
export const removeContact = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    // The log of whoever went into this contact tells of the same person.
    const merged = await listMergedIds(ctx, [id]);
    if (!(await queries.deleteContact(ctx, id))) throw contactErrors.CONTACT_NOT_FOUND();
    await eraseChanges(ctx, merged);
    await recordRemoval(ctx, [id]);
    await emit(ctx, 'contact.removed', { contact_id: id });
  });

/** Lists an e-mail address with a contact; a first one becomes the preferred one. */
export const addEmail = async (ctx: Ctx, id: string, email: string): Promise<void> =>
  claimEmail(ctx, id, email);

/** Takes the sample people away again, with all that was written down of them. @returns how many there were */
export const removeSampleContacts = async (ctx: Ctx): Promise<number> =>
  inTx(ctx, async (ctx) => {
    const ids = await queries.deleteSampleContacts(ctx);
    await eraseChanges(ctx, ids);
    return ids.length;
  });
