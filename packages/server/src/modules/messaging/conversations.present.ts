// A row of the inbox as the API shows it.
import type { conversation } from '@rapport/contract/inbox.api';
import type { z } from 'zod';
import type { ConversationRow } from './conversations.queries.ts';

const PREVIEW = 160;

/** The beginning of a text in one line. */
const previewOf = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= PREVIEW
    ? characters.join('')
    : `${characters
        .slice(0, PREVIEW - 1)
        .join('')
        .trimEnd()}…`;
};

export const presentConversation = (row: ConversationRow): z.input<typeof conversation> => ({
  contact: {
    id: row.id,
    first_name: row.first_name,
    last_name: row.last_name,
    company: row.company,
    avatar_url: row.avatar_url,
    status: row.status as 'active',
    phone_number: row.phone_number,
    email: row.email,
  },
  last_contacted_at: row.last_contacted_at,
  last_message:
    row.message_id === null
      ? null
      : {
          id: row.message_id,
          channel: row.channel as 'sms',
          direction: row.direction as 'inbound',
          status: row.message_status as 'received',
          subject: row.subject,
          preview: previewOf(row.beginning),
          attachment_count: row.attachment_count,
          created_at: row.message_at,
        },
  unread_count: row.unread_count,
  is_unread: row.unread_count > 0 || row.marked_unread,
  needs_reply: row.needs_reply,
  needs_follow_up: row.needs_follow_up,
  waiting_since: row.needs_reply
    ? row.last_inbound_at
    : row.needs_follow_up
      ? row.last_outbound_at
      : null,
  has_draft: row.has_draft,
});
