// A message as the API shows it.
import type { message } from '@rapport/contract/messaging.api';
import type { z } from 'zod';
import type { MessageRow } from './messages.queries.ts';

export const presentMessage = (row: MessageRow): z.input<typeof message> => ({
  id: row.id,
  contact_id: row.contact_id,
  phone_number_id: row.phone_number_id,
  channel: row.channel as 'sms',
  direction: row.direction as 'inbound',
  body: row.body,
  from_address: row.from_address,
  to_address: row.to_address,
  status: row.status as 'received',
  source: row.source,
  ai_origin: row.ai_origin,
  subject: row.subject,
  external_id: row.external_id,
  attachments: row.attachments,
  created_at: row.created_at,
});
