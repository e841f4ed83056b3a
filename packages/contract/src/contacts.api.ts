// Contacts: who they are and how they are reached.
import { CHANNELS } from '@rapport/domain/messaging/channels';
import { PIPELINE_STAGES } from '@rapport/domain/enrichment/fields';
import { z } from 'zod';
import { CONTACT_SORTS, CONTACT_STATUSES } from './contacts.words.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, list, pageQuery, pageReply, time, timeZone, uuid } from './shared.ts';

export const contactPhone = z.object({
  id: uuid,
  phone_number: z.string(),
  label: z.string().nullable(),
  is_preferred: z.boolean(),
});
export const contactEmail = z.object({
  id: uuid,
  email: z.string(),
  label: z.string().nullable(),
  is_preferred: z.boolean(),
});
export const contactAddress = z.object({
  id: uuid,
  label: z.string().nullable(),
  street: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
  country: z.string().nullable(),
  is_primary: z.boolean(),
});
export const contactTag = z.object({ id: uuid, name: z.string(), color: z.string() });
export const assignedUser = z.object({ member_id: uuid, user_id: z.string(), name: z.string() });
export const contactIdentity = z.object({ channel: z.enum(CHANNELS), external_id: z.string() });

export const contact = z.object({
  id: uuid,
  first_name: z.string(),
  last_name: z.string(),
  company: z.string().nullable(),
  job_title: z.string().nullable(),
  source: z.string().nullable(),
  status: z.enum(CONTACT_STATUSES),
  pipeline_stage: z.string().nullable(),
  external_id: z.string().nullable(),
  timezone: z.string().nullable(),
  preferred_language: z.string().nullable(),
  date_of_birth: z.string().nullable(),
  gender: z.string().nullable(),
  avatar_url: z.string().nullable(),
  ai_summary: z.string().nullable(),
  phones: z.array(contactPhone),
  emails: z.array(contactEmail),
  addresses: z.array(contactAddress),
  identities: z.array(contactIdentity),
  tags: z.array(contactTag),
  assigned_users: z.array(assignedUser),
  created_at: time,
  updated_at: time,
  last_contacted_at: time.nullable(),
  /** Counts up with each change; send it back to be told when somebody else was faster. */
  version: z.number().int(),
});
export type Contact = z.output<typeof contact>;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .transform((value) => (value === '' ? null : value))
    .nullable();
const day = z.iso.date('must be a date such as 1990-02-28').nullable();

export const contactData = z.object({
  first_name: z.string().trim().max(120, 'is longer than 120 characters').default(''),
  last_name: z.string().trim().max(120, 'is longer than 120 characters').default(''),
  company: text(200).optional(),
  job_title: text(200).optional(),
  source: text(80).optional(),
  status: z.enum(CONTACT_STATUSES).default('active'),
  timezone: text(64)
    .refine((zone) => zone === null || timeZone.safeParse(zone).success, {
      error: 'must be a time zone such as Europe/Berlin',
    })
    .optional(),
  preferred_language: text(35).optional(),
  date_of_birth: day.optional(),
  gender: text(40).optional(),
  pipeline_stage: z.enum(PIPELINE_STAGES).nullable().optional(),
  external_id: text(200).optional(),
  avatar_url: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .nullable()
    .optional(),
});
export type ContactData = z.output<typeof contactData>;

/** Every field may be left out; what is left out stays as it is. */
const contactChanges = contactData
  .extend({
    first_name: z.string().trim().max(120, 'is longer than 120 characters'),
    last_name: z.string().trim().max(120, 'is longer than 120 characters'),
    status: z.enum(CONTACT_STATUSES),
    version: z.number().int(),
  })
  .partial();

/** Which contacts a list shows; everything given must hold, of several values any. */
export const contactFilter = {
  search: z.string().trim().max(200).optional(),
  tag_ids: list(uuid),
  status: list(z.enum(CONTACT_STATUSES)),
  pipeline_stage: list(z.enum(PIPELINE_STAGES)),
  /** The id of a member, or `unassigned`. */
  assignee: z.union([uuid, z.literal('unassigned')], 'is not an id or unassigned').optional(),
};

export const contactsApi = defineApi({
  listContacts: endpoint({
    method: 'GET',
    path: '/api/contacts/list',
    access: { kind: 'person', permission: 'contact:read' },
    summary:
      'Contacts with search over name, phone, e-mail and company, filters, sorts and numbered pages.',
    query: z.object({
      ...contactFilter,
      sort: z.enum(CONTACT_SORTS).default('recently_added'),
      ...pageQuery,
    }),
    response: z.object({ contacts: z.array(contact), ...pageReply }),
  }),
  getContact: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'One contact with phones, e-mails, addresses, tags and assigned users.',
    params: contactParams,
    response: contact,
    contact_param: 'contact_id',
  }),
  createContact: endpoint({
    method: 'POST',
    path: '/api/contacts',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Create a contact by hand, with a first phone number and e-mail address if known.',
    body: contactData.extend({
      phone_number: z.string().trim().max(60).optional(),
      email: z.email('is not an e-mail address').max(254).optional(),
    }),
    response: contact,
    status: 201,
  }),
  updateContact: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      'Change fields; with `version`, answers 409 when somebody else changed the contact since.',
    params: contactParams,
    body: contactChanges,
    response: contact,
    contact_param: 'contact_id',
  }),
  removeContact: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}',
    access: { kind: 'person', permission: 'contact:delete' },
    summary: 'Delete a contact with all its messages, notes and evidence.',
    params: contactParams,
    response: done,
    contact_param: 'contact_id',
  }),
  resolveContact: endpoint({
    method: 'POST',
    path: '/contact-intel/contacts',
    access: { kind: 'service' },
    summary: 'The contact behind a channel identity: found (200) or created (201).',
    body: z.object({
      tenant_id: uuid,
      external_id: z.string().trim().min(1).max(200),
      channel: z.enum(CHANNELS),
      display_name: z.string().trim().max(240).optional(),
    }),
    response: z.object({
      id: uuid,
      tenant_id: uuid,
      external_id: z.string(),
      channel: z.enum(CHANNELS),
      display_name: z.string(),
      state: z.object({
        mood: z.string(),
        energy: z.string(),
        conversation_style: z.string(),
        relationship_stage: z.string(),
        active_streak: z.number().int(),
        total_messages: z.number().int(),
      }),
      created_at: time,
    }),
  }),
});
