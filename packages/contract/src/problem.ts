// The one error body of the API, and the codes that every module shares.
import { z } from 'zod';

export const problem = z.object({
  error: z.object({
    code: z.string(),
    /** One sentence for a person: what is wrong and what to do. */
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});
export type Problem = z.infer<typeof problem>;

/** One bad field of a request, listed in `details.fields` of `INVALID_INPUT`. */
export type FieldProblem = { field: string; message: string };

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
