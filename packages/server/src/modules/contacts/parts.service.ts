// Phones, e-mails and addresses, one at a time: the row held, the change written down, counted and told.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { trackChanges } from './changes.service.ts';
import { presentContact } from './contacts.present.ts';
import { findContact } from './contacts.queries.ts';
import { bumpContact } from './parts.queries.ts';

/**
 * Runs a change of a contact's parts; what changes nothing leaves no trace.
 * @throws CONTACT_NOT_FOUND, and what `work` throws
 */
export const changeParts = async (
  ctx: Ctx,
  contact_id: string,
  work: (ctx: Ctx) => Promise<void>,
) =>
  inTx(ctx, async (ctx) => {
    const { changed, contact } = await trackChanges(ctx, contact_id, work);
    if (!changed) return presentContact(contact);
    await bumpContact(ctx, contact_id);
    await emit(ctx, 'contact.updated', { contact_id });
    return presentContact((await findContact(ctx, contact_id))!);
  });

/** What to prefer after a write that said so, or said no. */
export const wishOf = (id: string, is_first: boolean | undefined) =>
  is_first === undefined ? {} : is_first ? { prefer: id } : { avoid: id };
