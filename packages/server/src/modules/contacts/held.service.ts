// For modules that add something to a contact.
import type { Ctx } from '../../platform/ctx.ts';
import { contactErrors } from './contacts.errors.ts';
import * as queries from './held.queries.ts';

/**
 * Keeps a contact from being deleted or merged into another until the transaction of `ctx` ends, so that
 * nothing is added to one that is just going away.
 * @throws CONTACT_NOT_FOUND when it has gone
 */
export const holdContact = async (ctx: Ctx, id: string): Promise<void> => {
  if (!(await queries.holdContact(ctx, id))) throw contactErrors.CONTACT_NOT_FOUND();
};
