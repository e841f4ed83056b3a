// An import as the API shows it.
import type { historyImport } from '@rapport/contract/transfer.api';
import type { z } from 'zod';
import type { ImportRow } from './imports.queries.ts';

export const presentImport = (row: ImportRow): z.input<typeof historyImport> => ({
  id: row.id,
  file_name: row.file_name,
  format: row.format as 'sms_backup',
  status: row.status as 'queued',
  size_bytes: row.size_bytes,
  bytes_done: row.bytes_done,
  contacts_created: row.contacts_created,
  messages_created: row.messages_created,
  messages_known: row.messages_known,
  rows_rejected: row.rows_rejected,
  rows_skipped: row.rows_skipped,
  error: row.error,
  participants: row.participants as string[],
  created_at: row.created_at,
  finished_at: row.finished_at,
});
