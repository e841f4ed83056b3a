// The one error body of the API, and how the client throws it. Without Zod: every page of the web app needs it.
import { isRecord } from './json.ts';

export type Problem = {
  error: {
    code: string;
    /** One sentence for a person: what is wrong and what to do. */
    message: string;
    details: Record<string, unknown>;
  };
};

/** One bad field of a request, listed in `details.fields` of `INVALID_INPUT`. */
export type FieldProblem = { field: string; message: string };

/** @returns the body as the API's error, or null when it is something else */
export const readProblem = (body: unknown): Problem | null => {
  const error = isRecord(body) ? body['error'] : undefined;
  if (!isRecord(error)) return null;
  const { code, message, details } = error;
  if (typeof code !== 'string' || typeof message !== 'string' || !isRecord(details)) return null;
  return { error: { code, message, details } };
};

/** An answer of the API that is not a success, as the client throws it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  constructor(status: number, body: Problem) {
    super(body.error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = body.error.code;
    this.details = body.error.details;
  }
}
