// What somebody has begun to write to one person on one channel, and when that becomes a request.
import type { SendRequest } from './outgoing.ts';

export type ComposeChannel = 'sms' | 'email';

/** `uploading` until the server has it; then its id. */
export type ComposeAttachment = {
  /** Of this page, before and after the server has given its own. */
  key: string;
  file_name: string;
  content_type: string;
  file_size: number;
  preview_url: string | null;
  state: { kind: 'uploading' } | { kind: 'ready'; id: string } | { kind: 'failed'; error: unknown };
};

export type ComposeDraft = {
  body: string;
  subject: string;
  /** Null for the preferred one. */
  recipient_id: string | null;
  attachments: ComposeAttachment[];
  ai_origin: 'suggestion' | null;
  /** SMS: plain quotes and dashes in place of those that make a message longer. */
  smart_encoding: boolean;
};

export const EMPTY_DRAFT: ComposeDraft = {
  body: '',
  subject: '',
  recipient_id: null,
  attachments: [],
  ai_origin: null,
  smart_encoding: false,
};

export const isEmptyDraft = ({ body, subject, attachments }: ComposeDraft): boolean =>
  body.trim() === '' && subject.trim() === '' && attachments.length === 0;

/** The sentence that says what is missing; null when it can be sent. */
export const missingIn = (draft: ComposeDraft, channel: ComposeChannel): string | null => {
  const { attachments, body, subject } = draft;
  if (attachments.some(({ state }) => state.kind === 'uploading'))
    return 'An attachment is still being uploaded.';
  if (attachments.some(({ state }) => state.kind === 'failed'))
    return 'Remove the attachment that could not be uploaded.';
  if (body.trim() === '' && attachments.length === 0) return 'Write something first.';
  if (channel === 'email' && subject.trim() === '') return 'An e-mail needs a subject.';
  return null;
};

type Way = {
  contact_id: string;
  channel: ComposeChannel;
  /** The number or address of the organization. */
  sender_id: string;
  send_at: Date | null;
  /** E-mail: what it answers. */
  in_reply_to_message_id: string | null;
};

/** What is asked of the server. */
export const requestOf = (draft: ComposeDraft, way: Way): SendRequest => {
  const { contact_id, channel, sender_id, send_at, in_reply_to_message_id } = way;
  const attachment_ids = draft.attachments.flatMap(({ state }) =>
    state.kind === 'ready' ? [state.id] : [],
  );
  return {
    contact_id,
    channel,
    body: draft.body.trim(),
    ...(attachment_ids.length > 0 && { attachment_ids }),
    ...(draft.ai_origin && { ai_origin: draft.ai_origin }),
    ...(send_at && { send_at: send_at.toISOString() }),
    ...(channel === 'sms'
      ? {
          phone_number_id: sender_id,
          contact_phone_id: draft.recipient_id,
          smart_encoding: draft.smart_encoding,
        }
      : {
          email_address_id: sender_id,
          contact_email_id: draft.recipient_id,
          subject: draft.subject.trim(),
          in_reply_to_message_id,
        }),
  };
};
