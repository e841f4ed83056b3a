// Drafts: what a member has begun to write to a contact, kept on the server for all their browsers.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, time, uuid } from './shared.ts';

export const draft = z.object({
  contact_id: uuid,
  channel: z.enum(CHANNELS),
  body: z.string(),
  subject: z.string().nullable(),
  /** Which of the contact's numbers and addresses it is to go to; null for the preferred one. */
  contact_phone_id: uuid.nullable(),
  contact_email_id: uuid.nullable(),
  attachment_ids: z.array(uuid),
  /** Another one after each save: send it back, to be told when another tab was faster. */
  version: z.string(),
  updated_at: time,
});
export type Draft = z.output<typeof draft>;

const params = contactParams.extend({ channel: z.enum(CHANNELS) });
const write = { kind: 'person', permission: 'message:send' } as const;

export const draftsApi = defineApi({
  listDrafts: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/drafts',
    access: write,
    summary: "The caller's drafts to a contact, at most one a channel.",
    params: contactParams,
    response: z.object({ drafts: z.array(draft) }),
    contact_param: 'contact_id',
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}/drafts/{channel}',
    access: write,
    summary:
      'Save a draft; 409 with the stored one when it is not the `version` that the caller knows. An empty one is deleted.',
    params,
    body: z.object({
      body: z.string().max(100_000, 'is longer than 100000 characters'),
      subject: z.string().max(998, 'is longer than 998 characters').nullable().default(null),
      contact_phone_id: uuid.nullable().default(null),
      contact_email_id: uuid.nullable().default(null),
      attachment_ids: z.array(uuid).max(50).default([]),
      /** Of the draft that this one follows; null for the first. */
      version: z.string().max(60).nullable(),
    }),
    /** Null when it was empty and is gone. */
    response: z.object({ draft: draft.nullable() }),
    contact_param: 'contact_id',
  }),
  removeDraft: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/drafts/{channel}',
    access: write,
    summary: 'Throw a draft away; nothing happens when there is none.',
    params,
    response: done,
    contact_param: 'contact_id',
  }),
});
