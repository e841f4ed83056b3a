import type { authApi } from '@rapport/contract/auth.api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@rapport/contract/problem';
import { platformErrors, type Refusal } from '../../platform/errors.ts';
import type { Handlers } from '../../platform/http/mount.ts';
import { authErrors } from './auth.errors.ts';
import { findOpenInvitation } from './invitations.queries.ts';
import { signUpMode } from './membership.service.ts';
import { listOrganizations } from './operator.service.ts';
import * as organization from './organization.service.ts';
import { hashSecret } from './secrets.service.ts';
import { CLIENT_ADDRESS, type SignIn } from './signin.service.ts';

const ok = { ok: true } as const;

export const authHandlers: Handlers<typeof authApi> = {
  getSetup: async (ctx) => ({ sign_up: await signUpMode(ctx) }),
  getMe: organization.getMe,
  updateOrganization: async (ctx, { body }) => organization.changeOrganization(ctx, body),
  listMembers: async (ctx) => ({ members: await organization.listMembers(ctx) }),
  updateMember: async (ctx, { params, body }) =>
    organization.changeRole(ctx, params.member_id, body.role),
  removeMember: async (ctx, { params }) => {
    await organization.removeMember(ctx, params.member_id);
    return ok;
  },
  listInvitations: async (ctx) => ({ invitations: await organization.listInvitations(ctx) }),
  createInvitation: async (ctx, { body }) => organization.invite(ctx, body.email, body.role),
  removeInvitation: async (ctx, { params }) => {
    await organization.withdrawInvitation(ctx, params.invitation_id);
    return ok;
  },
  getInvitation: async (ctx, { params }) => {
    const found = await findOpenInvitation(ctx.db, hashSecret(params.token), ctx.now());
    if (!found) throw authErrors.INVITATION_NOT_FOUND();
    return found;
  },
  listGatewayKeys: async (ctx) => ({ gateway_keys: await organization.listGatewayKeys(ctx) }),
  createGatewayKey: async (ctx, { body }) => organization.createGatewayKey(ctx, body.name),
  removeGatewayKey: async (ctx, { params }) => {
    await organization.removeGatewayKey(ctx, params.gateway_key_id);
    return ok;
  },
  listOrganizations: async (ctx) => ({ organizations: (await listOrganizations(ctx)) as never }),
};

/** Hands `/api/auth/*` to better-auth as a web request. */
export const mountSignIn = (app: FastifyInstance, signIn: SignIn): void => {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => answer(reply, await signIn.handler(asWebRequest(request))),
  });
};

const asWebRequest = (request: FastifyRequest): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  headers.set(CLIENT_ADDRESS, request.ip);
  headers.delete('content-length');
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  const hasBody = request.method !== 'GET';
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });
};

const answer = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const text = await response.text();
  if (response.status < 400) return reply.send(text);
  return reply.type('application/json').send(problemOf(response.status, text));
};

/** better-auth's `{code, message}` in the one error body of the API. */
const problemOf = (status: number, text: string): Problem => {
  const { code, message } = readError(text);
  if (status === 429) return bodyOf(platformErrors.RATE_LIMITED());
  if (status >= 500) return bodyOf(platformErrors.INTERNAL());
  return {
    error: {
      code: code ?? (status === 401 ? 'UNAUTHENTICATED' : 'INVALID_INPUT'),
      message: message ? sentence(message) : 'The request could not be read.',
      details: {},
    },
  };
};

const readError = (text: string): { code?: string; message?: string } => {
  try {
    return JSON.parse(text) as { code?: string; message?: string };
  } catch {
    return {};
  }
};

const bodyOf = ({ code, message, details }: Refusal): Problem => ({
  error: { code, message, details },
});

/** Its messages are titles ("Invalid email or password"); ours are sentences. */
const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
