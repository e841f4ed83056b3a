// Reading what came as JSON without Zod: the browser has a few checks and no room for a library.

/** An object with names, and not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
