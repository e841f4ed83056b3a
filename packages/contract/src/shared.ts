// Schemas that several modules use.
import { z } from 'zod';
import type { Problem } from './problem.ts';

export const uuid = z.uuid('is not an id');

/** ISO 8601 in UTC. Handlers may return a Date. */
export const time = z
  .union([z.date(), z.string()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString()));

/** IANA name of a time zone. */
export const timeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'must be a time zone such as Europe/Berlin');

export const contactParams = z.object({ contact_id: uuid });

/** `?tag_ids=a,b` and `?tag_ids=a&tag_ids=b` both become a list. */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [value].flat().flatMap((text) => (text === '' ? [] : text.split(','))))
    .pipe(z.array(item as z.ZodType<z.output<T>, string>).max(100));

/** Pages of the lists that the specification numbers from 0. */
export const pageQuery = {
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
  page_size: z.coerce.number().int().min(1).max(50).default(25),
};

export const pageReply = {
  total_count: z.number().int(),
  page: z.number().int(),
  page_size: z.number().int(),
  total_pages: z.number().int(),
};

export const done = z.object({ ok: z.literal(true) });

/** The error body, as the API's documentation prints it. */
export const problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
}) satisfies z.ZodType<Problem>;
