// A message as the API shows it.
import { formatPhone } from '@rapport/domain/contacts/phones';
import { emailErrorWords } from '@rapport/domain/messaging/email-error-words';
import { errorWords, UNKNOWN_OUTCOME } from '@rapport/domain/messaging/error-words';
import type { message } from '@rapport/contract/messaging.api';
import type { z } from 'zod';
import { presentAttachment } from './attachments.present.ts';
import type { MessageRow } from './messages.queries.ts';

const wordsOf = ({ channel, is_outcome_unknown, error_code, error_message }: MessageRow) => {
  if (channel === 'email') return emailErrorWords(is_outcome_unknown, error_code, error_message);
  return is_outcome_unknown ? UNKNOWN_OUTCOME : errorWords(error_code);
};

const isE164 = (address: string): boolean => /^\+\d{7,15}$/.test(address);

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
  attachments: row.attachments.map(presentAttachment),
  error_code: row.error_code,
  error_words: wordsOf(row),
  is_outcome_unknown: row.is_outcome_unknown,
  segments: row.segments,
  read_at: row.read_at,
  scheduled_at: row.scheduled_at,
  is_cancellable: row.delivery_state === 'pending',
  sent_by_member_id: row.sent_by_member_id,
  opt_out: row.opt_out as 'stop' | null,
  phone_line_label: row.phone_line_label || null,
  receiver_number_display: isE164(row.to_address)
    ? formatPhone(row.to_address, 'international')
    : null,
  created_at: row.created_at,
});
