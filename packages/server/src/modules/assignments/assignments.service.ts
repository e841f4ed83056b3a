// Assignments: which members look after which contacts.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { requireMember } from '../auth/organization.service.ts';
import { recordChanges } from '../contacts/changes.service.ts';
import { listContacts } from '../contacts/contacts.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import * as queries from './assignments.queries.ts';

type Filter = Omit<Parameters<typeof listContacts>[1], 'assigned_to'> & {
  /** `all`, `unassigned`, or the id of a member. */
  member_filter: string;
};

/** A page of contacts by whom they are assigned to, and how many of all contacts are assigned. */
export const listAssignments = async (ctx: Ctx, { member_filter, ...filter }: Filter) => {
  const assigned_to = member_filter === 'all' ? undefined : member_filter;
  const [page, assigned_count] = await Promise.all([
    listContacts(ctx, { ...filter, assigned_to }),
    queries.countAssigned(ctx),
  ]);
  return { ...page, assigned_count };
};

/** Assigns a member; done twice is done once. @throws CONTACT_NOT_FOUND, MEMBER_NOT_FOUND */
export const assignMember = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await holdContact(ctx, contact_id);
    const { name } = await requireMember(ctx, member_id);
    if (await queries.insertAssignment(ctx, contact_id, member_id))
      await writeDown(ctx, contact_id, member_id, { before: null, after: name });
  });

/** Removes a member from a contact; done twice is done once. @throws CONTACT_NOT_FOUND, MEMBER_NOT_FOUND */
export const unassignMember = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await holdContact(ctx, contact_id);
    const { name } = await requireMember(ctx, member_id);
    if (await queries.deleteAssignment(ctx, contact_id, member_id))
      await writeDown(ctx, contact_id, member_id, { before: name, after: null });
  });

/** A restricted member who lost the contact hears nothing of it any more, but of their own list they do. */
const writeDown = async (
  ctx: Ctx,
  contact_id: string,
  member_id: string,
  change: { before: string | null; after: string | null },
): Promise<void> => {
  await recordChanges(ctx, contact_id, [{ field: 'assigned_user', ...change }]);
  await emit(ctx, 'contact.updated', { contact_id });
  await emit(ctx, 'assignments.changed', { member_id });
};
