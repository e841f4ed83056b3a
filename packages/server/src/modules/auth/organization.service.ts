// The organization's settings, its members, invitations and gateway keys.
import type { Role } from '@rapport/contract/permissions';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { platformErrors } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { authErrors } from './auth.errors.ts';
import { insertGatewayKey, listGatewayKeys, revokeGatewayKey } from './gateway-keys.queries.ts';
import { deleteInvitation, insertInvitation, listInvitations } from './invitations.queries.ts';
import {
  deleteMember,
  findMember,
  findOrganization,
  findUser,
  listMembers,
  lockOwners,
  type MemberRow,
  updateOrganization,
  updateRole,
} from './members.queries.ts';
import { hashSecret, newSecret } from './secrets.service.ts';

export { findOrganization, listInvitations, listMembers, listGatewayKeys };

const INVITATION_DAYS = 14;

export const getMe = async (ctx: Ctx) => {
  if (ctx.actor.kind !== 'person') throw platformErrors.UNAUTHENTICATED();
  const { user_id, member_id, role, permissions } = ctx.actor;
  const [organization, { has_contacts, has_sample, ...user }] = await Promise.all([
    findOrganization(ctx),
    findUser(ctx, user_id),
  ]);
  return {
    user,
    organization,
    member: { id: member_id, role, permissions: [...permissions] },
    has_contacts: Boolean(has_contacts),
    has_sample: Boolean(has_sample),
  };
};

export const changeOrganization = async (
  ctx: Ctx,
  changes: Parameters<typeof updateOrganization>[1],
) =>
  inTx(ctx, async (ctx) => {
    await updateOrganization(ctx, changes);
    await emit(ctx, 'members.changed', {});
    return findOrganization(ctx);
  });

/** The name of a member, as others read it. */
export const findMemberName = async (ctx: Ctx, id: string): Promise<string | null> =>
  (await findMember(ctx, id))?.name ?? null;

/** @throws MEMBER_NOT_FOUND, OWNER_ONLY, LAST_OWNER */
export const changeRole = async (ctx: Ctx, id: string, role: Role): Promise<MemberRow> =>
  inTx(ctx, async (ctx) => {
    const member = await requireChangeable(ctx, id, role);
    await updateRole(ctx, id, role);
    await emit(ctx, 'members.changed', {});
    return { ...member, role };
  });

/** @throws MEMBER_NOT_FOUND, OWNER_ONLY, LAST_OWNER */
export const removeMember = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const member = await requireChangeable(ctx, id, null);
    await deleteMember(ctx, id, member.user_id);
    await emit(ctx, 'members.changed', {});
  });

/** For modules that name a member. @throws MEMBER_NOT_FOUND */
export const requireMember = async (ctx: Ctx, id: string): Promise<MemberRow> => {
  const member = await findMember(ctx, id);
  if (!member) throw authErrors.MEMBER_NOT_FOUND();
  return member;
};

const requireChangeable = async (ctx: Ctx, id: string, next: Role | null): Promise<MemberRow> => {
  const owners = await lockOwners(ctx);
  const member = await requireMember(ctx, id);
  const touchesOwner = member.role === 'owner' || next === 'owner';
  const isOwner = ctx.actor.kind === 'person' && ctx.actor.permissions.has('ownership:transfer');
  if (touchesOwner && !isOwner) throw authErrors.OWNER_ONLY();
  if (member.role === 'owner' && next !== 'owner' && owners.length === 1)
    throw authErrors.LAST_OWNER();
  return member;
};

/** @throws ALREADY_MEMBER, OWNER_ONLY */
export const invite = async (ctx: Ctx, email: string, role: Role) => {
  const isOwner = ctx.actor.kind === 'person' && ctx.actor.permissions.has('ownership:transfer');
  if (role === 'owner' && !isOwner) throw authErrors.OWNER_ONLY();
  const address = email.toLowerCase();
  if ((await listMembers(ctx)).some((member) => member.email === address))
    throw authErrors.ALREADY_MEMBER();
  const token = newSecret('inv');
  const invitation = await insertInvitation(ctx, {
    id: newId(),
    email: address,
    role,
    token_hash: hashSecret(token),
    invited_by: memberIdOf(ctx),
    expires_at: new Date(ctx.now().getTime() + INVITATION_DAYS * 86_400_000),
  });
  return { invitation, token, url: `${ctx.ports.public_url}/invite/${token}` };
};

/** @throws INVITATION_NOT_FOUND */
export const withdrawInvitation = async (ctx: Ctx, id: string): Promise<void> => {
  if (!(await deleteInvitation(ctx, id))) throw authErrors.INVITATION_NOT_FOUND();
};

export const createGatewayKey = async (ctx: Ctx, name: string) => {
  const key = newSecret('rk');
  const gateway_key = await insertGatewayKey(ctx, {
    id: newId(),
    name,
    prefix: key.slice(0, 9),
    key_hash: hashSecret(key),
  });
  return { gateway_key, key };
};

/** @throws GATEWAY_KEY_NOT_FOUND */
export const removeGatewayKey = async (ctx: Ctx, id: string): Promise<void> => {
  if (!(await revokeGatewayKey(ctx, id))) throw authErrors.GATEWAY_KEY_NOT_FOUND();
};
