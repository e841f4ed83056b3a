// How a person comes to belong to an organization: as the founder of one, or by invitation.
import { type BaseCtx, type Ctx, inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import { authErrors } from './auth.errors.ts';
import { acceptInvitation, findOpenInvitation } from './invitations.queries.ts';
import {
  deleteUser,
  findMembership,
  hasOrganization,
  insertMember,
  insertOrganization,
  lockFounding,
} from './members.queries.ts';
import { hashSecret } from './secrets.service.ts';

/** What a sign-up asks for beside the account. */
export type SignUpWish = { organization_name: string | null; invitation_token: string | null };

/** How somebody may sign up at this moment. */
export const signUpMode = async (ctx: BaseCtx): Promise<'first_owner' | 'invitation' | 'open'> =>
  (await hasOrganization(ctx.db)) ? ctx.ports.sign_up : 'first_owner';

/** @throws SIGN_UP_CLOSED, INVITATION_INVALID */
export const requireMayJoin = async (
  ctx: BaseCtx,
  email: string,
  wish: SignUpWish,
): Promise<void> => {
  if (wish.invitation_token !== null) await requireInvitation(ctx, email, wish.invitation_token);
  else if ((await signUpMode(ctx)) === 'invitation') throw authErrors.SIGN_UP_CLOSED();
};

/**
 * Gives a new user a place: the invited one, else an organization of their own. Two first sign-ups at
 * once are settled by a lock; the one that may not join after all is removed again.
 */
export const joinOrganization = async (
  ctx: BaseCtx,
  user: { id: string; name: string; email: string },
  wish: SignUpWish,
): Promise<void> => {
  try {
    await inTx(ctx, async (ctx) => {
      if (wish.invitation_token !== null) return acceptInto(ctx, user, wish.invitation_token);
      await lockFounding(ctx.db);
      if (await findMembership(ctx.db, user.id)) return;
      if ((await signUpMode(ctx)) === 'invitation') throw authErrors.SIGN_UP_CLOSED();
      await foundOrganization(ctx, user, wish.organization_name);
    });
  } catch (error) {
    await deleteUser(ctx.db, user.id);
    throw error;
  }
};

const foundOrganization = async (
  ctx: BaseCtx,
  user: { id: string; name: string },
  name: string | null,
): Promise<void> => {
  const organization_id = newId();
  await insertOrganization(
    ctx.db,
    organization_id,
    name ?? `${user.name.trim() || 'My'} organization`,
  );
  await insertMember(ctx.db, organization_id, user.id, 'owner');
  const inside: Ctx = systemCtx(ctx, organization_id, 'organization founded');
  await ctx.ports.onFounded(inside);
};

const acceptInto = async (
  ctx: BaseCtx,
  user: { id: string; email: string },
  token: string,
): Promise<void> => {
  const invitation = await requireInvitation(ctx, user.email, token);
  const { organization_id, id, role } = invitation;
  if (!(await acceptInvitation(ctx.db, organization_id, id, ctx.now())))
    throw authErrors.INVITATION_INVALID();
  await insertMember(ctx.db, organization_id, user.id, role);
};

const requireInvitation = async (ctx: BaseCtx, email: string, token: string) => {
  const invitation = await findOpenInvitation(ctx.db, hashSecret(token), ctx.now());
  if (!invitation || invitation.email.toLowerCase() !== email.toLowerCase())
    throw authErrors.INVITATION_INVALID();
  return invitation;
};
