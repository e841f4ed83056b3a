// Contacts that are the same person: hints, making them one, and parting them again for 30 days.
import { z } from 'zod';
import { contact } from './contacts.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, time, uuid } from './shared.ts';

/** What a merge decides field by field; first and last name go together. */
export const MERGE_FIELDS = [
  'name',
  'company',
  'job_title',
  'source',
  'status',
  'pipeline_stage',
  'external_id',
  'timezone',
  'preferred_language',
  'date_of_birth',
  'gender',
  'avatar_url',
  'ai_summary',
] as const;

export const DUPLICATE_REASONS = ['email', 'phone', 'name_and_company'] as const;

const merging = z.object({
  /** Who goes into the contact. */
  other_id: uuid,
  /** Fields whose value comes from the other although the contact has one. */
  take: z.array(z.enum(MERGE_FIELDS)).default([]),
});

const contactMerge = z.object({
  id: uuid,
  other_name: z.string(),
  merged_at: time,
  undo_until: time,
  undone_at: time.nullable(),
});

export const contactMergesApi = defineApi({
  listDuplicates: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/duplicates',
    access: { kind: 'person', permission: 'contact:read' },
    summary:
      'Contacts that may be the same person: same e-mail address, a form of the same number, or a very similar name at the same company.',
    params: contactParams,
    response: z.object({
      duplicates: z.array(z.object({ contact, reasons: z.array(z.enum(DUPLICATE_REASONS)) })),
    }),
    contact_param: 'contact_id',
  }),
  previewMerge: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/merge-preview',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Which value of each field would win if the other contact went into this one.',
    params: contactParams,
    body: merging,
    response: z.object({
      fields: z.array(
        z.object({
          field: z.enum(MERGE_FIELDS),
          value: z.string().nullable(),
          other_value: z.string().nullable(),
          winner: z.enum(['contact', 'other']),
        }),
      ),
    }),
    contact_param: 'contact_id',
  }),
  mergeContacts: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/merge',
    access: { kind: 'person', permission: 'contact:delete' },
    summary:
      'Let another contact, with all that belongs to it, go into this one; undoable 30 days.',
    params: contactParams,
    body: merging,
    response: z.object({ merge: contactMerge, contact }),
    contact_param: 'contact_id',
  }),
  listMerges: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/merges',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'Who went into this contact, newest first.',
    params: contactParams,
    response: z.object({ merges: z.array(contactMerge) }),
    contact_param: 'contact_id',
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/api/contact-merges/{merge_id}/undo',
    access: { kind: 'person', permission: 'contact:delete' },
    summary: 'Part two contacts again, each with what it had; 409 says what makes it impossible.',
    params: z.object({ merge_id: uuid }),
    response: z.object({ contact, other: contact }),
  }),
});
