// An import of contacts as the API shows it.
import type { contactImport } from '@rapport/contract/contact-imports.api';
import type { z } from 'zod';
import type { ContactImportRow } from './contact-imports.queries.ts';

type Shown = z.input<typeof contactImport>;

export const presentContactImport = (row: ContactImportRow): Shown => ({
  id: row.id,
  file_name: row.file_name,
  format: row.format as 'csv',
  encoding: row.encoding as 'utf-8',
  delimiter: row.delimiter,
  has_header: row.has_header,
  columns: row.columns as Shown['columns'],
  mapping: row.mapping as Shown['mapping'],
  update: row.update_rule as 'fill_empty',
  date_order: row.date_order as 'dmy',
  country: row.country,
  status: row.status as 'waiting',
  dry_run: row.dry_run,
  size_bytes: row.size_bytes,
  bytes_done: row.bytes_done,
  rows: row.rows,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejected: row.rejected,
  checked: row.checked as Shown['checked'],
  tag_name: row.tag_name,
  error: row.error,
  created_at: row.created_at,
  finished_at: row.finished_at,
});
