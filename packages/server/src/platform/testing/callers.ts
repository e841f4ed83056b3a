// Everybody who may or may not call: each kind of caller once, with what the access rules know of them.
import type { Permission } from '@rapport/contract/permissions';
import { ROLE_PERMISSIONS } from '@rapport/contract/permissions';
import { removeGatewayKey, removeMember } from '../../modules/auth/organization.service.ts';
import {
  buildGatewayKey,
  buildMember,
  buildOrganization,
  callerOf,
  type Person,
  type TestCaller,
  type TestCtx,
} from './builders.ts';
import type { TestServer } from './test-server.ts';

/** Who a caller is to the server; `nobody` covers every kind of credential that opens nothing. */
export type Standing =
  | { kind: 'nobody' }
  | { kind: 'former_member' }
  | { kind: 'person'; permissions: readonly Permission[]; super_admin: boolean }
  | { kind: 'service' };

export type KnownCaller = TestCaller & {
  standing: Standing;
  /** The organization that the caller belongs to, to build in; null when there is none. */
  home: TestCtx | null;
  /** Sees only contacts that are assigned to this person. */
  restricted_to: Person | null;
};

/** Builds three organizations: one open to its members, one restricted, and a foreign one. */
export const buildCallers = async (server: TestServer) => {
  const { ctx: home, owner } = await buildOrganization(server);
  const { ctx: strict } = await buildOrganization(server, { members_see_assigned_only: true });
  const { ctx: abroad, owner: stranger } = await buildOrganization(server);
  const admin = await buildMember(home, 'admin');
  const member = await buildMember(home, 'member');
  const restricted = await buildMember(strict, 'member');
  const operator = await buildMember(home, 'member');
  await makeSuperAdmin(home, operator);
  const removed = await buildMember(home, 'member');
  const removedToken = await tokenOf(removed);
  await removeMember(home, removed.member_id);
  const revokedKey = await buildGatewayKey(home);
  await removeGatewayKey(home, revokedKey.id);

  const known = (
    caller: TestCaller,
    standing: Standing,
    home: TestCtx | null = null,
    restricted_to: Person | null = null,
  ): KnownCaller => ({ ...caller, standing, home, restricted_to });
  const nobody = (headers: Record<string, string>) =>
    known(callerOf(server, headers), { kind: 'nobody' });
  const person = (role: 'owner' | 'admin' | 'member', super_admin = false): Standing => ({
    kind: 'person',
    permissions: ROLE_PERMISSIONS[super_admin ? 'owner' : role],
    super_admin,
  });
  const bearer = (token: string) => callerOf(server, { authorization: `Bearer ${token}` });
  const service: Standing = { kind: 'service' };

  const callers = {
    anonymous: nobody({}),
    'bad cookie': nobody({ cookie: 'rapport.session_token=guessed.guessed' }),
    'bad token': nobody({ authorization: 'Bearer guessed' }),
    'token signed by nobody': nobody({ authorization: `Bearer ${unsigned(removedToken)}` }),
    'bad gateway key': nobody({ 'x-gateway-key': 'rk_guessed' }),
    'revoked gateway key': known(revokedKey, { kind: 'nobody' }),
    'removed member': known(removed, { kind: 'nobody' }),
    'token of a removed member': known(bearer(removedToken), { kind: 'former_member' }),
    owner: known(owner, person('owner'), home),
    admin: known(admin, person('admin'), home),
    member: known(member, person('member'), home),
    'restricted member': known(restricted, person('member'), strict, restricted),
    'super admin': known(operator, person('member', true), home),
    'token of the owner': known(bearer(await tokenOf(owner)), person('owner'), home),
    'token of a member': known(bearer(await tokenOf(member)), person('member'), home),
    "other organization's owner": known(stranger, person('owner'), abroad),
    'gateway key': known(await buildGatewayKey(home), service, home),
    "other organization's gateway key": known(await buildGatewayKey(abroad), service, abroad),
  };
  return { home, strict, abroad, callers };
};

export type CallerName = keyof Awaited<ReturnType<typeof buildCallers>>['callers'];

/** A token for programs that act for a person. */
export const tokenOf = async ({ fetch }: Person): Promise<string> => {
  const { token } = (await (await fetch('/api/auth/token')).json()) as { token: string };
  return token;
};

/** Only the command line makes somebody the operator of an installation. */
const makeSuperAdmin = async ({ db }: TestCtx, { user_id }: Person): Promise<void> => {
  await db.updateTable('user').set({ super_admin: true }).where('id', '=', user_id).execute();
};

/** The same claims under `alg: none`. */
const unsigned = (token: string): string => {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
};
