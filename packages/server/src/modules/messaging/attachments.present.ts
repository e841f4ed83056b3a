// A file of a message as the API shows it.
import type { messageAttachment } from '@rapport/contract/messaging.api';
import type { z } from 'zod';
import type { AttachmentRow } from './attachments.queries.ts';

export const presentAttachment = (row: AttachmentRow): z.input<typeof messageAttachment> => ({
  id: row.id,
  content_type: row.content_type,
  file_name: row.file_name,
  file_size: row.file_size,
  omitted: row.omitted,
  status: row.status as 'ready',
  failure: row.failure,
  url: row.status !== 'ready' || row.storage_key === '' ? null : `/api/attachments/${row.id}`,
  thumbnail_url:
    row.status !== 'ready' || row.thumbnail_key === null
      ? null
      : `/api/attachments/${row.id}/thumbnail`,
  width: row.width,
  height: row.height,
});
