// What an endpoint is: one value that the server mounts, the client calls, OpenAPI prints and the access matrix attacks.
import type { z } from 'zod';
import type { Permission } from './permissions.ts';

/**
 * Who may call an endpoint.
 * `public`: anybody. `person`: a signed-in member (cookie or JWT), with the permission when one is named.
 * `service`: a program with a gateway key. `super_admin`: the operator of the installation.
 */
export type Access =
  | { kind: 'public' }
  | { kind: 'person'; permission: Permission | null }
  | { kind: 'service' }
  | { kind: 'super_admin' };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** `/api/contacts/{contact_id}`: every name in braces is a key of `params`. */
  path: string;
  access: Access;
  /** One sentence for people who read the API documentation. */
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  /** Status of success; 200 unless given. */
  status?: 200 | 201 | 202;
  /**
   * `json` unless given. `multipart` bodies are read by the handler; `csv` responses are streamed text;
   * `file` responses are bytes whose headers the handler sets.
   */
  encoding?: 'json' | 'multipart' | 'csv' | 'file';
  /** The parameter that names a contact: a restricted member gets 404 for one that is not assigned to them. */
  contact_param?: string;
};

/** A named set of endpoints: one per module. */
export type Api = Record<string, Endpoint<any, any, any, any>>;

/** Keeps the literal types of an endpoint. */
export const endpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  definition: Endpoint<Params, Query, Body, Response>,
): Endpoint<Params, Query, Body, Response> => definition;

/** Keeps the literal types of a module's endpoints. */
export const defineApi = <A extends Api>(api: A): A => api;

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;
type Known<T, K extends string> = unknown extends T ? {} : { [Key in K]: T };

/** What a caller gives. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, any>
    ? Known<Input<P>, 'params'> &
        (unknown extends Input<Q>
          ? {}
          : {} extends Input<Q>
            ? { query?: Input<Q> }
            : { query: Input<Q> }) &
        Known<Input<B>, 'body'>
    : never;

/** What a handler gets, after validation. */
export type ValidatedOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, any>
    ? { params: Output<P>; query: Output<Q>; body: Output<B> }
    : never;

/** What a caller gets. */
export type ResponseOf<E> = E extends Endpoint<any, any, any, infer R> ? z.output<R> : never;

/** What a handler returns: before the response schema drops what it does not name. */
export type ReplyOf<E> = E extends Endpoint<any, any, any, infer R> ? z.input<R> : never;
