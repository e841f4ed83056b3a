// Import of conversation histories, and the sample workspace.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, timeZone, uuid } from './shared.ts';

export const IMPORT_FORMATS = ['sms_backup', 'whatsapp', 'json_lines'] as const;
export const IMPORT_STATUSES = [
  'queued',
  'needs_answer',
  'running',
  'completed',
  'cancelled',
  'failed',
] as const;

export const historyImport = z.object({
  id: uuid,
  file_name: z.string(),
  format: z.enum(IMPORT_FORMATS).nullable(),
  status: z.enum(IMPORT_STATUSES),
  size_bytes: z.number(),
  bytes_done: z.number(),
  contacts_created: z.number().int(),
  messages_created: z.number().int(),
  /** Messages that were here already: a second import of the same file changes nothing. */
  messages_known: z.number().int(),
  rows_rejected: z.number().int(),
  /** Drafts, system lines and the like that are no messages. */
  rows_skipped: z.number().int(),
  /** One sentence, when it failed. */
  error: z.string().nullable(),
  /** `needs_answer`: which of these names is your own? */
  participants: z.array(z.string()),
  created_at: time,
  finished_at: time.nullable(),
});
export type HistoryImport = z.output<typeof historyImport>;

/** The fields of the form beside `file`, all optional. */
export const importOptions = z.object({
  format: z.enum(IMPORT_FORMATS).optional(),
  /** WhatsApp: your own name(s) in the chat, separated by newlines. */
  own_names: z.string().max(1000).optional(),
  /** WhatsApp: how 03/04 is read when the file does not tell. */
  date_order: z.enum(['dmy', 'mdy']).optional(),
  /** IANA zone of times without one; the organization's unless given. */
  timezone: timeZone.optional(),
  /** WhatsApp: the phone number of the contact, when the chat shows only a name. */
  contact_phone: z.string().max(60).optional(),
});

const params = z.object({ import_id: uuid });
const access = { kind: 'person', permission: 'import:run' } as const;

export const transferApi = defineApi({
  createImport: endpoint({
    method: 'POST',
    path: '/api/imports',
    access,
    summary:
      'Upload a history (multipart: `file` and the options): SMS Backup & Restore XML, WhatsApp chat export, or JSON Lines.',
    response: historyImport,
    status: 202,
    encoding: 'multipart',
  }),
  listImports: endpoint({
    method: 'GET',
    path: '/api/imports',
    access,
    summary: 'The imports of the organization, newest first.',
    response: z.object({ imports: z.array(historyImport) }),
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/api/imports/{import_id}',
    access,
    summary: 'Progress or result of one import.',
    params,
    response: historyImport,
  }),
  answerImport: endpoint({
    method: 'POST',
    path: '/api/imports/{import_id}/answer',
    access,
    summary: 'Say which participant is you, so that a waiting WhatsApp import can go on.',
    params,
    body: z.object({ own_names: z.array(z.string().min(1).max(200)).min(1).max(20) }),
    response: historyImport,
  }),
  cancelImport: endpoint({
    method: 'POST',
    path: '/api/imports/{import_id}/cancel',
    access,
    summary: 'Stop an import; what is in stays in, and importing the file again completes it.',
    params,
    response: historyImport,
  }),
  listRejections: endpoint({
    method: 'GET',
    path: '/api/imports/{import_id}/rejections',
    access,
    summary: 'The rows that could not be read, with line and reason (the first 1,000).',
    params,
    response: z.object({
      rejections: z.array(z.object({ line: z.number().int(), reason: z.string() })),
      total_count: z.number().int(),
    }),
  }),
  exportRejections: endpoint({
    method: 'GET',
    path: '/api/imports/{import_id}/rejections.csv',
    access,
    summary: 'All rejected rows as CSV.',
    params,
    response: z.string(),
    encoding: 'csv',
  }),
  loadSample: endpoint({
    method: 'POST',
    path: '/api/sample',
    access,
    summary: 'Load the sample workspace: invented people and conversations to look around with.',
    response: historyImport,
    status: 202,
  }),
  removeSample: endpoint({
    method: 'DELETE',
    path: '/api/sample',
    access,
    summary: 'Remove everything that the sample workspace brought.',
    response: done,
  }),
});
