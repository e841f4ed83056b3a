// Assignments: which members look after which contacts.
import { z } from 'zod';
import { assignedUser, contactTag } from './contacts.api.ts';
import { CONTACT_SORTS } from './contacts.words.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, list, pageQuery, pageReply, time, uuid } from './shared.ts';

export const contactAssignment = z.object({
  id: uuid,
  first_name: z.string(),
  last_name: z.string(),
  primary_phone: z.string().nullable(),
  assigned_users: z.array(assignedUser),
  tags: z.array(contactTag),
  created_at: time,
  last_contacted_at: time.nullable(),
});
export type ContactAssignment = z.output<typeof contactAssignment>;

const assignmentParams = contactParams.extend({ member_id: uuid });

export const assignmentsApi = defineApi({
  listAssignments: endpoint({
    method: 'GET',
    path: '/api/contacts/assignments',
    access: { kind: 'person', permission: 'contact:assign' },
    summary: 'Contacts with the members they are assigned to, and how many are assigned at all.',
    query: z.object({
      search: z.string().trim().max(200).optional(),
      sort: z.enum(CONTACT_SORTS).default('name_asc'),
      tag_ids: list(uuid),
      /** `all`, `unassigned`, or the id of a member. */
      member_filter: z.union([z.enum(['all', 'unassigned']), uuid]).default('all'),
      ...pageQuery,
    }),
    response: z.object({
      contacts: z.array(contactAssignment),
      /** Contacts of the whole organization that are assigned to anybody. */
      assigned_count: z.number().int(),
      ...pageReply,
    }),
  }),
  assignMember: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/members/{member_id}',
    access: { kind: 'person', permission: 'contact:assign' },
    summary: 'Assign a member to a contact; nothing happens when they are already.',
    params: assignmentParams,
    response: done,
    contact_param: 'contact_id',
  }),
  unassignMember: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/members/{member_id}',
    access: { kind: 'person', permission: 'contact:assign' },
    summary: 'Remove a member from a contact; nothing happens when they are not assigned.',
    params: assignmentParams,
    response: done,
    contact_param: 'contact_id',
  }),
});
