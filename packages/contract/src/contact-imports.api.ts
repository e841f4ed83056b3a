// Contacts from files: CSV and vCard.
import { TARGETS } from '@rapport/domain/transfer/contacts/targets';
import { z } from 'zod';
import { CONTACT_FILE_FORMATS } from './contact-export.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { time, uuid } from './shared.ts';

export const FILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const CONTACT_IMPORT_STATUSES = [
  'waiting',
  'queued',
  'running',
  'completed',
  'cancelled',
  'failed',
] as const;
/** What becomes of a value when the contact has another one already. */
export const UPDATE_RULES = ['fill_empty', 'overwrite'] as const;
export const DATE_ORDERS = ['dmy', 'mdy'] as const;

const columnMapping = z.object({
  column: z.number().int().min(0).max(999),
  target: z.enum(TARGETS),
  group: z.number().int().min(0).max(999).optional(),
  label: z.string().trim().max(60).optional(),
});

const counts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});

export const contactImport = z.object({
  id: uuid,
  file_name: z.string(),
  format: z.enum(CONTACT_FILE_FORMATS),
  encoding: z.enum(FILE_ENCODINGS),
  /** Of a CSV: comma, semicolon, tab or bar. */
  delimiter: z.string().nullable(),
  has_header: z.boolean(),
  /** The columns of a CSV with the first values of each; empty for vCard. */
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** The mapping as it was last sent; before that, the guess. */
  mapping: z.array(
    columnMapping.extend({ confidence: z.enum(['sure', 'likely', 'unsure']).optional() }),
  ),
  update: z.enum(UPDATE_RULES),
  /** How 03/04/1990 is read. */
  date_order: z.enum(DATE_ORDERS),
  /** ISO 3166 country of numbers without a country code. */
  country: z.string(),
  status: z.enum(CONTACT_IMPORT_STATUSES),
  /** Whether the pass under way, or the last one, was a dry run. */
  dry_run: z.boolean(),
  size_bytes: z.number(),
  bytes_done: z.number(),
  /** Of the pass under way, or the last one. */
  ...counts.shape,
  /** What the last dry run with these settings found; null before one. */
  checked: counts.nullable(),
  /** The tag that all contacts of the file get. */
  tag_name: z.string().nullable(),
  /** One sentence, when it failed. */
  error: z.string().nullable(),
  created_at: time,
  finished_at: time.nullable(),
});
export type ContactImport = z.output<typeof contactImport>;

const importSettings = z.object({
  mapping: z.array(columnMapping).max(1000).optional(),
  update: z.enum(UPDATE_RULES).optional(),
  date_order: z.enum(DATE_ORDERS).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code such as DE')
    .optional(),
  tag_name: z
    .string()
    .trim()
    .max(60, 'is longer than 60 characters')
    .transform((name) => (name === '' ? null : name))
    .nullable()
    .optional(),
});
export type ContactImportSettings = z.input<typeof importSettings>;

const reading = z.object({
  encoding: z.enum(FILE_ENCODINGS).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  has_header: z.boolean().optional(),
});

const params = z.object({ contact_import_id: uuid });
const access = { kind: 'person', permission: 'import:run' } as const;

export const contactImportsApi = defineApi({
  createContactImport: endpoint({
    method: 'POST',
    path: '/api/contact-imports',
    access,
    summary:
      'Upload a CSV or vCard file of contacts (multipart: `file`); answers with its columns and a guessed mapping. Nothing is written yet.',
    response: contactImport,
    status: 201,
    encoding: 'multipart',
  }),
  listContactImports: endpoint({
    method: 'GET',
    path: '/api/contact-imports',
    access,
    summary: 'The contact imports of the organization, newest first.',
    response: z.object({ contact_imports: z.array(contactImport) }),
  }),
  getContactImport: endpoint({
    method: 'GET',
    path: '/api/contact-imports/{contact_import_id}',
    access,
    summary: 'Columns, mapping, progress and result of one contact import.',
    params,
    response: contactImport,
  }),
  readContactImport: endpoint({
    method: 'PUT',
    path: '/api/contact-imports/{contact_import_id}/reading',
    access,
    summary: 'Read the file anew, with another encoding, delimiter, or without a header.',
    params,
    body: reading,
    response: contactImport,
  }),
  checkContactImport: endpoint({
    method: 'POST',
    path: '/api/contact-imports/{contact_import_id}/check',
    access,
    summary:
      'Dry run: how many contacts would be created, updated, left as they are or rejected. Writes no contact.',
    params,
    body: importSettings,
    response: contactImport,
    status: 202,
  }),
  runContactImport: endpoint({
    method: 'POST',
    path: '/api/contact-imports/{contact_import_id}/run',
    access,
    summary:
      'Import the file: each row creates a contact, or updates the one with its external id, phone or e-mail.',
    params,
    body: importSettings,
    response: contactImport,
    status: 202,
  }),
  cancelContactImport: endpoint({
    method: 'POST',
    path: '/api/contact-imports/{contact_import_id}/cancel',
    access,
    summary: 'Stop an import; what is in stays in, and importing the file again completes it.',
    params,
    response: contactImport,
  }),
  listContactRejections: endpoint({
    method: 'GET',
    path: '/api/contact-imports/{contact_import_id}/rejections',
    access,
    summary: 'The rows that cannot be imported, with line and reason (the first 100).',
    params,
    response: z.object({
      rejections: z.array(
        z.object({ line: z.number().int(), reason: z.string(), cells: z.array(z.string()) }),
      ),
      total_count: z.number().int(),
    }),
  }),
  exportContactRejections: endpoint({
    method: 'GET',
    path: '/api/contact-imports/{contact_import_id}/rejections.csv',
    access,
    summary: 'All rejected rows as CSV, as they came with the reason: mend and import them again.',
    params,
    response: z.string(),
    encoding: 'csv',
  }),
});
