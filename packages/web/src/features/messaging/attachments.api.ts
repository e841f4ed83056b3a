// Files on their way to a message.
import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { ApiError, readProblem } from '@rapport/contract/problem';
import { client } from '../../lib/api.ts';

const failure = (status: number, message: string) =>
  new ApiError(status, { error: { code: 'UPLOAD', message, details: {} } });

/** Uploads one file, which a message may carry within a day. @throws ApiError with one sentence */
export const uploadAttachment = async (
  file: File,
  signal: AbortSignal,
): Promise<MessageAttachment> => {
  const form = new FormData();
  form.set('file', file, file.name);
  const response = await fetch('/api/messages/upload', {
    method: 'POST',
    body: form,
    credentials: 'same-origin',
    signal,
  }).catch(() => null);
  if (response === null)
    throw failure(0, 'The connection broke while uploading. Attach the file again.');
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const refused = readProblem(body);
    throw refused
      ? new ApiError(response.status, refused)
      : failure(response.status, 'The file could not be uploaded. Attach it again.');
  }
  const [attachment] = (body as { attachments: MessageAttachment[] }).attachments;
  if (!attachment) throw failure(response.status, 'The file could not be uploaded.');
  return attachment;
};

/** Takes back an upload; the server forgets it anyway after a day. */
export const discardAttachment = (attachment_id: string): void =>
  void client.removeAttachment({ params: { attachment_id } }).catch(() => {});
