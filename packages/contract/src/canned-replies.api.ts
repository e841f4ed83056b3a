// Canned replies: texts that the team sends again and again.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

export const cannedReply = z.object({
  id: uuid,
  /** What is typed after a slash: lower-case letters, digits, `-` and `_`. */
  shortcut: z.string(),
  title: z.string(),
  /** May hold variables such as `{{first_name}}` or `{{first_name|there}}`. */
  body: z.string(),
  created_at: time,
  updated_at: time,
});
export type CannedReply = z.output<typeof cannedReply>;

const shortcut = z
  .string()
  .trim()
  .transform((text) => text.replace(/^\//, '').toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]*$/, 'must have letters, digits, - and _ only, such as thanks')
      .max(40, 'is longer than 40 characters'),
  );
const cannedReplyData = z.object({
  shortcut,
  title: z.string().trim().min(1, 'is empty').max(120, 'is longer than 120 characters'),
  body: z
    .string()
    .max(10_000, 'is longer than 10000 characters')
    .refine((body) => body.trim() !== '', 'is empty'),
});
const params = z.object({ canned_reply_id: uuid });
const manage = { kind: 'person', permission: 'message:send' } as const;

export const cannedRepliesApi = defineApi({
  listCannedReplies: endpoint({
    method: 'GET',
    path: '/api/canned-replies',
    access: { kind: 'person', permission: 'message:read' },
    summary: 'The canned replies of the organization, by shortcut.',
    response: z.object({ canned_replies: z.array(cannedReply) }),
  }),
  createCannedReply: endpoint({
    method: 'POST',
    path: '/api/canned-replies',
    access: manage,
    summary: 'Write a canned reply; its shortcut is unique in the organization.',
    body: cannedReplyData,
    response: cannedReply,
    status: 201,
  }),
  updateCannedReply: endpoint({
    method: 'PUT',
    path: '/api/canned-replies/{canned_reply_id}',
    access: manage,
    summary: 'Change a canned reply; what is left out stays as it is.',
    params,
    body: cannedReplyData.partial(),
    response: cannedReply,
  }),
  removeCannedReply: endpoint({
    method: 'DELETE',
    path: '/api/canned-replies/{canned_reply_id}',
    access: manage,
    summary: 'Delete a canned reply.',
    params,
    response: done,
  }),
  fillCannedReply: endpoint({
    method: 'GET',
    path: '/api/canned-replies/{canned_reply_id}/filled',
    access: { kind: 'person', permission: 'message:read' },
    summary:
      'The text of a canned reply for one contact; a variable that is unknown or empty stays visible.',
    params,
    query: z.object({ contact_id: uuid }),
    response: z.object({
      text: z.string(),
      /** Variables that could not be filled, each once. */
      unfilled: z.array(z.string()),
    }),
    contact_param: 'contact_id',
  }),
});
