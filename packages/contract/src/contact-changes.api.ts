// The audit log of a contact: who changed which field from what to what, when, and by which way.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, time, uuid } from './shared.ts';

export const CHANGE_WAYS = ['person', 'import', 'enrichment', 'merge', 'program'] as const;

const contactChange = z.object({
  id: uuid,
  /** Null when no person did it; the name is null also when the person has left. */
  member_id: uuid.nullable(),
  member_name: z.string().nullable(),
  way: z.enum(CHANGE_WAYS),
  /** A field of the contact, a part (`phone`, `preferred_phone`, ...), or `contact` for the whole. */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  created_at: time,
});

export const contactChangesApi = defineApi({
  listChanges: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/changes',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'Who changed which field from what to what, when and by which way, newest first.',
    params: contactParams,
    query: z.object({
      /** The `next_cursor` of the page before. */
      cursor: uuid.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ changes: z.array(contactChange), next_cursor: uuid.nullable() }),
    contact_param: 'contact_id',
  }),
});
