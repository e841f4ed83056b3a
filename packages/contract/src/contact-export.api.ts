// Contacts into files: CSV and vCard.
import { z } from 'zod';
import { contactFilter } from './contacts.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { uuid } from './shared.ts';

export const CONTACT_FILE_FORMATS = ['csv', 'vcard'] as const;

export const contactExportApi = defineApi({
  exportContacts: endpoint({
    method: 'POST',
    path: '/api/contacts/export',
    access: { kind: 'person', permission: 'contact:read' },
    summary:
      'Contacts as CSV (or vCard 4.0): the given ones, or all that a list with the filter shows. Imports back to the same contacts. Notes that people wrote for others to read are in it, internal ones are not.',
    body: z
      .object({
        format: z.enum(CONTACT_FILE_FORMATS).default('csv'),
        contact_ids: z
          .array(uuid)
          .min(1, 'is empty')
          .max(10_000, 'has more than 10000 ids')
          .optional(),
        filter: z.object(contactFilter).optional(),
      })
      .refine(({ contact_ids, filter }) => (contact_ids === undefined) !== (filter === undefined), {
        path: ['contact_ids'],
        message: 'must be given, or else filter, but not both',
      }),
    response: z.string(),
    encoding: 'csv',
  }),
});
