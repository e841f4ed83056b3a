// Errors that a caller sees: one line each in the table of the module that raises them.
import type { FieldProblem } from '@rapport/contract/problem';

/** Code -> HTTP status and the sentence for a person. `{name}` in the sentence is filled from `details`. */
export type ErrorTable = Record<string, { status: number; message: string }>;

/** A refusal that is answered as the API's error body. Everything else thrown is a fault of ours (500). */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(code: string, status: number, message: string, details: Record<string, unknown>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Turns a module's table into functions that make its refusals: `throw errors.CONTACT_NOT_FOUND()`. */
export const defineErrors = <T extends ErrorTable>(
  table: T,
): { [Code in keyof T]: (details?: Record<string, unknown>) => Refusal } =>
  Object.fromEntries(
    Object.entries(table).map(([code, { status, message }]) => [
      code,
      (details: Record<string, unknown> = {}) =>
        new Refusal(code, status, fill(message, details), details),
    ]),
  ) as { [Code in keyof T]: (details?: Record<string, unknown>) => Refusal };

const fill = (sentence: string, details: Record<string, unknown>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? name));

export const platformErrors = defineErrors({
  UNAUTHENTICATED: { status: 401, message: 'Sign in, or send a valid token or gateway key.' },
  PERMISSION_DENIED: { status: 403, message: 'Your role does not allow this.' },
  TENANT_MISMATCH: {
    status: 403,
    message: 'tenant_id is not the organization that this gateway key belongs to.',
  },
  ORIGIN_DENIED: { status: 403, message: 'This request comes from another site.' },
  NOT_FOUND: { status: 404, message: 'There is nothing at this address.' },
  UNSTORABLE: {
    status: 400,
    message:
      'The request holds a value that cannot be stored: a NUL character, or a number or date that is out of range.',
  },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Wait a moment and try again.' },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong on our side; nothing was changed. Try again in a moment.',
  },
});

/** 400 that lists each bad field. */
export const invalidInput = (fields: FieldProblem[]): Refusal =>
  new Refusal(
    'INVALID_INPUT',
    400,
    fields.map(({ field, message }) => `${field} ${message}`).join('; ') + '.',
    { fields },
  );
