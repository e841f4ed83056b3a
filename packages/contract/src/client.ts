// The typed client: one function per endpoint, for the web app and for programs.
import type { Api, Endpoint, RequestOf, ResponseOf } from './endpoint.ts';
import { ApiError, type Problem, readProblem } from './problem.ts';

type Call<E> =
  {} extends RequestOf<E>
    ? (request?: RequestOf<E> & CallOptions) => Promise<ResponseOf<E>>
    : (request: RequestOf<E> & CallOptions) => Promise<ResponseOf<E>>;

/** `headers` of one request, such as `Idempotency-Key`. */
export type CallOptions = { signal?: AbortSignal; headers?: Record<string, string> };
export type Client<A extends Api> = { [Name in keyof A]: Call<A[Name]> };
export type ClientOptions = {
  /** Without a trailing slash; empty for the page's own origin. */
  base_url: string;
  /** `Authorization`, `x-gateway-key` and the like. */
  headers?: Record<string, string>;
  fetch?: typeof globalThis.fetch;
};

/**
 * A client for an API.
 * @throws ApiError from each call when the server answers with anything but a success
 * (`NETWORK` with status 0 when no answer came).
 */
export const createClient = <A extends Api>(api: A, options: ClientOptions): Client<A> =>
  Object.fromEntries(
    Object.entries(api).map(([name, definition]) => [
      name,
      (request: AnyRequest = {}) => send(definition, request, options),
    ]),
  ) as Client<A>;

type AnyRequest = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
  headers?: Record<string, string>;
};

/** The path and query of a request, as the endpoint spells them. */
export const urlOf = (definition: Endpoint, request: AnyRequest): string => {
  const path = definition.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(request.params?.[key] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value === undefined || value === null) continue;
    query.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};

const send = async (
  definition: Endpoint,
  request: AnyRequest,
  options: ClientOptions,
): Promise<unknown> => {
  const isForm = typeof FormData !== 'undefined' && request.body instanceof FormData;
  const hasBody = request.body !== undefined;
  const headers: Record<string, string> = { ...options.headers, ...request.headers };
  if (hasBody && !isForm) headers['content-type'] = 'application/json';
  const response = await (options.fetch ?? fetch)(options.base_url + urlOf(definition, request), {
    method: definition.method,
    headers,
    credentials: 'same-origin',
    body: hasBody ? (isForm ? (request.body as FormData) : JSON.stringify(request.body)) : null,
    signal: request.signal ?? null,
  }).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new ApiError(0, {
      error: {
        code: 'NETWORK',
        message: 'The server did not answer. Check your connection and try again.',
        details: {},
      },
    });
  });
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  if (definition.encoding === 'file') return response.blob();
  return definition.encoding === 'csv' ? response.text() : response.json();
};

const problemOf = async (response: Response): Promise<Problem> =>
  readProblem(await response.json().catch(() => null)) ?? {
    error: {
      code: 'UNREADABLE',
      message: `The server answered ${response.status} in a form this client does not know.`,
      details: {},
    },
  };
