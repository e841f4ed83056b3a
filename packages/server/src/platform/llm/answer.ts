// What a model wrote, as the value that was asked for.
import type { z } from 'zod';

export type Read<T> = { value: T } | { problem: string };

/**
 * Reads an answer. Models wrap JSON in fences and talk around it: the outermost object counts.
 * @returns the value, or what is wrong in words that a model can act upon
 */
export const readJson = <T>(text: string, schema: z.ZodType<T>): Read<T> => {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return { problem: 'it holds no JSON object' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.slice(from, to + 1));
  } catch {
    return { problem: 'its JSON is broken or cut off' };
  }
  const result = schema.safeParse(parsed);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `${issue!.path.join('.') || 'the object'}: ${issue!.message}` };
};
