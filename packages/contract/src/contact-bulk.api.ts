// Many contacts at once, and the filters that people keep.
import { z } from 'zod';
import { contactFilter } from './contacts.api.ts';
import { CONTACT_SORTS, CONTACT_STATUSES } from './contacts.words.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

export const BULK_ACTIONS = ['assign', 'unassign', 'tag', 'untag', 'status', 'delete'] as const;
export const MOST_BULK_IDS = 5000;

const which = {
  contact_ids: z
    .array(uuid)
    .min(1, 'is empty')
    .max(MOST_BULK_IDS, `has more than ${MOST_BULK_IDS} ids`)
    .optional(),
  /** Instead of ids: all contacts that a list with this filter shows. */
  filter: z.object(contactFilter).optional(),
  /** Chosen by the caller, to recognise the progress events of this request. */
  batch_id: uuid.optional(),
};

const bulkRequest = z
  .discriminatedUnion('action', [
    z.object({ ...which, action: z.enum(['assign', 'unassign']), member_id: uuid }),
    z.object({ ...which, action: z.enum(['tag', 'untag']), tag_id: uuid }),
    z.object({ ...which, action: z.literal('status'), status: z.enum(CONTACT_STATUSES) }),
    z.object({ ...which, action: z.literal('delete') }),
  ])
  .refine(({ contact_ids, filter }) => (contact_ids === undefined) !== (filter === undefined), {
    path: ['contact_ids'],
    message: 'must be given, or else filter, but not both',
  });
export type BulkRequest = z.output<typeof bulkRequest>;

const savedFilter = z.object({
  id: uuid,
  name: z.string(),
  /** Others of the organization see it too; only who made it changes it. */
  shared: z.boolean(),
  is_own: z.boolean(),
  filter: z.object({ ...contactFilter, sort: z.enum(CONTACT_SORTS) }),
  created_at: time,
});
const savedFilterData = z.object({
  name: z.string().trim().min(1, 'is empty').max(80, 'is longer than 80 characters'),
  shared: z.boolean().default(false),
  filter: z.object({ ...contactFilter, sort: z.enum(CONTACT_SORTS).default('recently_added') }),
});
const filterParams = z.object({ filter_id: uuid });
const read = { kind: 'person', permission: 'contact:read' } as const;

export const contactBulkApi = defineApi({
  bulkContacts: endpoint({
    method: 'POST',
    path: '/api/contacts/bulk',
    // Assigning and deleting need the permission of their own beside this one.
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      'Assign, unassign, tag, untag, set the status of or delete many contacts in one transaction; tells what could not be done and why.',
    body: bulkRequest,
    response: z.object({
      batch_id: uuid,
      action: z.enum(BULK_ACTIONS),
      /** Contacts that were found; of these, how many are different now. */
      matched: z.number().int(),
      changed: z.number().int(),
      failed: z.array(z.object({ contact_id: uuid, reason: z.string() })),
    }),
  }),
  listContactFilters: endpoint({
    method: 'GET',
    path: '/api/contact-filters',
    access: read,
    summary: "One's own saved filters, and those that others share, by name.",
    response: z.object({ filters: z.array(savedFilter) }),
  }),
  createContactFilter: endpoint({
    method: 'POST',
    path: '/api/contact-filters',
    access: read,
    summary: 'Save a filter of the contact list under a name.',
    body: savedFilterData,
    response: savedFilter,
    status: 201,
  }),
  updateContactFilter: endpoint({
    method: 'PUT',
    path: '/api/contact-filters/{filter_id}',
    access: read,
    summary: "Change a saved filter of one's own; what is left out stays as it is.",
    params: filterParams,
    body: z
      .object({
        name: savedFilterData.shape.name,
        shared: z.boolean(),
        filter: savedFilterData.shape.filter,
      })
      .partial(),
    response: savedFilter,
  }),
  removeContactFilter: endpoint({
    method: 'DELETE',
    path: '/api/contact-filters/{filter_id}',
    access: read,
    summary: "Delete a saved filter of one's own.",
    params: filterParams,
    response: done,
  }),
});
