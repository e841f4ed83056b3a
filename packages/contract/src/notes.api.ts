// Notes: what is written down about a contact, by people and by the product.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, list, time, uuid } from './shared.ts';

export const NOTE_VISIBILITIES = ['user_visible', 'internal'] as const;
export const NOTE_ORIGINS = ['manual', 'agent', 'workflow', 'system'] as const;
export const NOTE_AREAS = [
  'general',
  'memory',
  'call_annotation',
  'sms_annotation',
  'ai_enrichment',
  'alert',
] as const;
/** The areas that a person writes in; the others are written by the product. */
export const MANUAL_NOTE_AREAS = ['general', 'call_annotation', 'sms_annotation', 'alert'] as const;
export const NOTE_SORTS = ['newest', 'oldest', 'recently_edited'] as const;

export const contactNote = z.object({
  id: uuid,
  contact_id: uuid,
  /** Markdown. */
  body: z.string(),
  /** Everybody who sees the contact reads `internal` notes too, but no export holds them. */
  visibility: z.enum(NOTE_VISIBILITIES),
  origin: z.enum(NOTE_ORIGINS),
  area: z.enum(NOTE_AREAS),
  /** "Contact Memory", "AI Enrichment", or the name of the person who wrote it. */
  author_label: z.string(),
  author_member_id: uuid.nullable(),
  pinned: z.boolean(),
  /** What the caller may do with it: only its author edits a note of a person. */
  can_edit: z.boolean(),
  can_delete: z.boolean(),
  created_at: time,
  /** When the text or its kind changed last; pinning does not count. */
  updated_at: time,
});
export type ContactNote = z.output<typeof contactNote>;

const noteParams = contactParams.extend({ note_id: uuid });

const noteData = z.object({
  body: z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters'),
  area: z.enum(MANUAL_NOTE_AREAS).default('general'),
  visibility: z.enum(NOTE_VISIBILITIES).default('user_visible'),
});

/** What is left out stays as it is. */
const noteChanges = z
  .object({
    body: noteData.shape.body,
    area: z.enum(MANUAL_NOTE_AREAS),
    visibility: z.enum(NOTE_VISIBILITIES),
  })
  .partial();

export const notesApi = defineApi({
  listNotes: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/notes',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'The notes on a contact: memory first, then pinned ones, then in the order asked for.',
    params: contactParams,
    query: z.object({
      /** Any of these; all when left out. */
      area: list(z.enum(NOTE_AREAS)),
      origin: z.enum(NOTE_ORIGINS).optional(),
      /** Text that the note holds, whatever the case. */
      q: z.string().trim().max(200).optional(),
      sort: z.enum(NOTE_SORTS).default('newest'),
    }),
    response: z.object({ notes: z.array(contactNote) }),
    contact_param: 'contact_id',
  }),
  createNote: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/notes',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Write a note on a contact; its origin is `manual` and its author the caller.',
    params: contactParams,
    body: noteData,
    response: contactNote,
    status: 201,
    contact_param: 'contact_id',
  }),
  updateNote: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}/notes/{note_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Change a note; only its author may, and nobody may change what the product wrote.',
    params: noteParams,
    body: noteChanges,
    response: contactNote,
    contact_param: 'contact_id',
  }),
  removeNote: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/notes/{note_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      "Delete a note: one's own, as an admin anybody's, or what the product wrote, but not the memory.",
    params: noteParams,
    response: done,
    contact_param: 'contact_id',
  }),
  pinNote: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/notes/{note_id}/pin',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Keep a note above the others; the memory is there by itself.',
    params: noteParams,
    response: contactNote,
    contact_param: 'contact_id',
  }),
  unpinNote: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/notes/{note_id}/pin',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Let a note take its place among the others again.',
    params: noteParams,
    response: contactNote,
    contact_param: 'contact_id',
  }),
  forgetMemory: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/memory/forget',
    access: { kind: 'person', permission: 'memory:delete' },
    summary:
      'Forget one line of what is remembered of a contact, or with `null` all of it. This cannot be undone.',
    params: contactParams,
    body: z.object({
      /** Exactly as it stands in the memory note. */
      line: z.string().min(1, 'is empty').max(20_000).nullable(),
    }),
    response: done,
    contact_param: 'contact_id',
  }),
});
