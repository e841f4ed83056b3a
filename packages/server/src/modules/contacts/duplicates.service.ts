// Hints that two contacts are one person.
import { phoneVariants } from '@rapport/domain/contacts/phones';
import type { Ctx } from '../../platform/ctx.ts';
import { contactErrors } from './contacts.errors.ts';
import { presentContact } from './contacts.present.ts';
import { findContact } from './contacts.queries.ts';
import { findHints, type Hint } from './duplicates.queries.ts';

const MOST = 20;

/** Contacts that the caller may see and that may be this one, the best founded first. @throws CONTACT_NOT_FOUND */
export const listDuplicates = async (ctx: Ctx, contact_id: string) => {
  const contact = await findContact(ctx, contact_id);
  if (!contact) throw contactErrors.CONTACT_NOT_FOUND();
  const numbers = contact.phones.flatMap(({ phone_number }) => phoneVariants(phone_number));
  const reasons = new Map<string, Set<Hint['reason']>>();
  for (const { contact_id: id, reason } of await findHints(ctx, contact, numbers, MOST))
    reasons.set(id, (reasons.get(id) ?? new Set()).add(reason));
  const best = [...reasons].toSorted((a, b) => b[1].size - a[1].size).slice(0, MOST);
  const found = await Promise.all(
    best.map(async ([id, why]) => ({ row: await findContact(ctx, id), reasons: [...why] })),
  );
  return found.flatMap(({ row, reasons }) =>
    row ? [{ contact: presentContact(row), reasons }] : [],
  );
};
