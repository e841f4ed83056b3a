// Who sends a request: a person by cookie or JWT, or a program by gateway key.
import { ROLE_PERMISSIONS } from '@rapport/contract/permissions';
import type { FastifyRequest } from 'fastify';
import type { BaseCtx } from '../../platform/ctx.ts';
import type { Caller } from '../../platform/http/mount.ts';
import { authErrors } from './auth.errors.ts';
import { useGatewayKey } from './gateway-keys.queries.ts';
import {
  findMembership,
  findMembershipOfSession,
  hasOrganization,
  type Membership,
} from './members.queries.ts';
import { joinOrganization } from './membership.service.ts';
import { hashSecret, readSignedCookie } from './secrets.service.ts';
import type { SignIn } from './signin.service.ts';

/**
 * The caller behind a request, or null when nobody is signed in.
 * @throws NOT_A_MEMBER for a valid session of somebody who was removed
 */
export const identify = async (
  base: BaseCtx,
  signIn: SignIn,
  request: FastifyRequest,
): Promise<Caller | null> => {
  const key = request.headers['x-gateway-key'];
  if (typeof key === 'string') return identifyService(base, key);
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token) return identifyByToken(base, signIn, token);
  if (!request.headers.cookie) return null;
  const known = await recall(base, signIn, request.headers.cookie);
  if (known) return callerOf(known);
  const session = await signIn.api.getSession({
    headers: new Headers({ cookie: request.headers.cookie }),
  });
  return session ? identifyPerson(base, session.user) : null;
};

/**
 * Most requests come with a session that nothing has to be done about: its cookie is verified and its
 * member read at once, instead of in four round trips. What is left (no member yet, a session that is
 * due to be prolonged, or that ended) is better-auth's to settle.
 */
const recall = async (base: BaseCtx, signIn: SignIn, cookie: string) => {
  const { authCookies, secret, sessionConfig } = await signIn.$context;
  const token = readSignedCookie(cookie, authCookies.sessionToken.name, secret);
  if (!token) return null;
  const not_due = (sessionConfig.expiresIn - sessionConfig.updateAge) * 1000;
  return findMembershipOfSession(base.db, token, new Date(base.now().getTime() + not_due));
};

const identifyService = async (base: BaseCtx, key: string): Promise<Caller | null> => {
  const found = await useGatewayKey(base.db, hashSecret(key), base.now());
  if (!found) return null;
  return {
    organization_id: found.organization_id,
    actor: { kind: 'service', gateway_key_id: found.id },
  };
};

const identifyByToken = async (
  base: BaseCtx,
  signIn: SignIn,
  token: string,
): Promise<Caller | null> => {
  const { payload } = await signIn.api.verifyJWT({ body: { token } });
  if (!payload?.sub) return null;
  return identifyPerson(base, {
    id: payload.sub,
    name: String(payload.name ?? ''),
    email: String(payload.email ?? ''),
  });
};

const identifyPerson = async (
  base: BaseCtx,
  user: { id: string; name: string; email: string },
): Promise<Caller> => {
  const membership = (await findMembership(base.db, user.id)) ?? (await recoverFounder(base, user));
  if (!membership) throw authErrors.NOT_A_MEMBER();
  return callerOf(membership);
};

const callerOf = (membership: Membership): Caller => {
  const role = membership.super_admin ? 'owner' : (membership.role as 'owner' | 'admin' | 'member');
  return {
    organization_id: membership.organization_id,
    actor: {
      kind: 'person',
      user_id: membership.user_id,
      member_id: membership.member_id,
      role,
      permissions: new Set(ROLE_PERMISSIONS[role]),
      super_admin: membership.super_admin,
      restricted: membership.members_see_assigned_only && role === 'member',
    },
  };
};

/** A crash between the first account and its organization must not lock everybody out. */
const recoverFounder = async (base: BaseCtx, user: { id: string; name: string; email: string }) => {
  if (await hasOrganization(base.db)) return undefined;
  await joinOrganization(base, user, { organization_name: null, invitation_token: null });
  return findMembership(base.db, user.id);
};
