// Canned replies: texts of the team, with variables that are filled for the contact they go to.
import { fillVariables, type Variables } from '@rapport/domain/messaging/canned';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { findMemberName, findOrganization } from '../auth/organization.service.ts';
import { getContact } from '../contacts/contacts.service.ts';
import * as queries from './canned-replies.queries.ts';
import { inboxErrors } from './inbox.errors.ts';

export { listCannedReplies } from './canned-replies.queries.ts';

/** @throws SHORTCUT_TAKEN */
export const createCannedReply = async (
  ctx: Ctx,
  values: queries.CannedReplyValues,
): Promise<queries.CannedReplyRow> =>
  inTx(ctx, async (ctx) => {
    const made = await queries.insertCannedReply(ctx, values);
    if (!made) throw inboxErrors.SHORTCUT_TAKEN({ shortcut: values.shortcut });
    await emit(ctx, 'messaging.canned.changed', {});
    return made;
  });

/** @throws CANNED_REPLY_NOT_FOUND, SHORTCUT_TAKEN */
export const updateCannedReply = async (
  ctx: Ctx,
  id: string,
  changes: { [Key in keyof queries.CannedReplyValues]?: string | undefined },
): Promise<queries.CannedReplyRow> =>
  inTx(ctx, async (ctx) => {
    const { shortcut } = changes;
    const taken = () => inboxErrors.SHORTCUT_TAKEN({ shortcut });
    if (shortcut !== undefined && (await queries.isShortcutTaken(ctx, shortcut, id))) throw taken();
    const changed = await queries.updateCannedReply(ctx, id, changes).catch((error: unknown) => {
      // Somebody else took it at the same moment.
      throw (error as { code?: string }).code === '23505' ? taken() : error;
    });
    if (!changed) throw inboxErrors.CANNED_REPLY_NOT_FOUND();
    await emit(ctx, 'messaging.canned.changed', {});
    return changed;
  });

/** @throws CANNED_REPLY_NOT_FOUND */
export const removeCannedReply = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.deleteCannedReply(ctx, id))) throw inboxErrors.CANNED_REPLY_NOT_FOUND();
    await emit(ctx, 'messaging.canned.changed', {});
  });

/** The text of a canned reply for one contact. @throws CANNED_REPLY_NOT_FOUND, CONTACT_NOT_FOUND */
export const fillCannedReply = async (ctx: Ctx, id: string, contact_id: string) => {
  const reply = await queries.findCannedReply(ctx, id);
  if (!reply) throw inboxErrors.CANNED_REPLY_NOT_FOUND();
  return fillVariables(reply.body, await variablesFor(ctx, contact_id));
};

/** What the variables of a text stand for when it goes to a contact from whoever acts. */
export const variablesFor = async (ctx: Ctx, contact_id: string): Promise<Variables> => {
  const [contact, organization, my_name] = await Promise.all([
    getContact(ctx, contact_id),
    findOrganization(ctx),
    ctx.actor.kind === 'person' ? findMemberName(ctx, ctx.actor.member_id) : '',
  ]);
  const { first_name, last_name, company, job_title, phones, emails } = contact;
  return {
    first_name,
    last_name,
    company,
    job_title,
    phone: phones[0]?.phone_number,
    email: emails[0]?.email,
    my_name,
    organization_name: organization.name,
  };
};
