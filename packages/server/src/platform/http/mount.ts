// Mounts the endpoints of a contract: validates what comes in, checks access, drops what the reply does not name.
import type { Access, Api, Endpoint, ReplyOf, ValidatedOf } from '@rapport/contract/endpoint';
import type { FieldProblem } from '@rapport/contract/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor, BaseCtx, Ctx } from '../ctx.ts';
import { invalidInput, platformErrors } from '../errors.ts';

/** Who sent a request, before it is known whether they may. */
export type Caller = {
  actor: Extract<Actor, { kind: 'person' | 'service' }>;
  organization_id: string;
};

/** The request itself, for the few handlers that stream or answer with another status. */
export type Http = { request: FastifyRequest; reply: FastifyReply };

type PublicKind = 'public' | 'super_admin';
type CtxOf<E> = E extends { access: infer A extends Access }
  ? A['kind'] extends PublicKind
    ? BaseCtx
    : Ctx
  : never;

/**
 * One function per endpoint. It gets a context whose type follows the endpoint's access: a public one has
 * no organization in it. What it returns goes through the response schema.
 */
export type Handlers<A extends Api> = {
  [Name in keyof A]: (
    ctx: CtxOf<A[Name]> & Ctx,
    input: ValidatedOf<A[Name]>,
    http: Http,
  ) => Promise<ReplyOf<A[Name]>>;
};

/** What mounting needs from the modules, handed in so that the platform imports none of them. */
export type Door = {
  base: BaseCtx;
  identify: (request: FastifyRequest) => Promise<Caller | null>;
  /** @throws the same 404 as for a contact that does not exist */
  requireVisibleContact: (ctx: Ctx, contact_id: string) => Promise<void>;
};

export const mountApi = <A extends Api>(
  app: FastifyInstance,
  api: A,
  handlers: Handlers<A>,
  door: Door,
): void => {
  for (const [name, definition] of Object.entries(api) as [keyof A & string, Endpoint][])
    app.route({
      method: definition.method,
      url: definition.path.replace(/\{(\w+)\}/g, ':$1'),
      // Identity first: whoever may not call learns nothing about the shape of the body.
      handler: async (request, reply) => {
        const ctx = await admit(definition, request, door);
        const input = {
          params: read(definition.params, request.params),
          query: read(definition.query, request.query),
          body:
            definition.encoding === 'multipart' ? undefined : read(definition.body, request.body),
        };
        requireSameTenant(ctx, input.body);
        await requireContact(definition, ctx, input, door);
        reply.code(definition.status ?? 200);
        const result = await handlers[name]!(ctx as never, input as never, { request, reply });
        if (reply.sent) return reply;
        if (definition.encoding === 'csv') {
          // A handler that streams another kind of text has said so.
          if (!reply.hasHeader('content-type')) reply.type('text/csv; charset=utf-8');
          return reply.send(result);
        }
        if (definition.encoding === 'file') return reply.send(result);
        return definition.response.parse(result);
      },
    });
};

const admit = async (
  { access }: Endpoint,
  request: FastifyRequest,
  door: Door,
): Promise<BaseCtx | Ctx> => {
  if (access.kind === 'public') return door.base;
  const caller = await door.identify(request);
  if (!caller) throw platformErrors.UNAUTHENTICATED();
  const { actor } = caller;
  if (access.kind === 'service') {
    if (actor.kind !== 'service') throw platformErrors.UNAUTHENTICATED();
  } else {
    if (actor.kind !== 'person') throw platformErrors.UNAUTHENTICATED();
    if (access.kind === 'super_admin' && !actor.super_admin)
      throw platformErrors.PERMISSION_DENIED();
    if (access.kind === 'person' && access.permission && !actor.permissions.has(access.permission))
      throw platformErrors.PERMISSION_DENIED({ permission: access.permission });
  }
  return { ...door.base, organization_id: caller.organization_id, actor };
};

const read = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw invalidInput(problemsOf(result.error));
};

/** Each bad field with what is wrong with it, in words that follow its name. */
export const problemsOf = ({ issues }: z.ZodError): FieldProblem[] =>
  issues.map((issue) => ({
    field: issue.path.join('.') || 'the request',
    message: plain(issue),
  }));

/** The contract's own sentences start with a verb and follow the field's name; Zod's are put that way. */
const plain = (issue: z.core.$ZodIssue): string => {
  if (/^(is|must|has)\b/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type')
    return issue.message.includes('received undefined')
      ? 'is missing'
      : `must be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  const isText = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'too_big')
    return isText
      ? `is longer than ${issue.maximum} characters`
      : `is larger than ${issue.maximum}`;
  if (issue.code === 'too_small')
    return isText && issue.minimum === 1 ? 'is empty' : `is smaller than ${issue.minimum}`;
  if (issue.code === 'unrecognized_keys') return `has unknown fields: ${issue.keys.join(', ')}`;
  return `is not valid: ${issue.message}`;
};

/** A `tenant_id` in a body of the service API must be the organization of the key. */
const requireSameTenant = (ctx: BaseCtx | Ctx, body: unknown): void => {
  if (!('actor' in ctx) || ctx.actor.kind !== 'service') return;
  const tenant = (body as { tenant_id?: string } | undefined)?.tenant_id;
  if (tenant !== undefined && tenant !== ctx.organization_id)
    throw platformErrors.TENANT_MISMATCH();
};

const requireContact = async (
  { contact_param }: Endpoint,
  ctx: BaseCtx | Ctx,
  input: { params: unknown; query: unknown; body: unknown },
  door: Door,
): Promise<void> => {
  if (!contact_param || !('actor' in ctx)) return;
  for (const part of [input.params, input.query, input.body]) {
    const id = (part as Record<string, unknown> | undefined)?.[contact_param];
    if (typeof id === 'string') await door.requireVisibleContact(ctx, id);
  }
};
