// Files of messages: uploaded before they are sent, read by who sees the message, fetched by the carrier.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { messageAttachment } from './messaging.api.ts';
import { done, uuid } from './shared.ts';

const params = z.object({ attachment_id: uuid });
const file = z.unknown();

export const attachmentsApi = defineApi({
  uploadAttachments: endpoint({
    method: 'POST',
    path: '/api/messages/upload',
    access: { kind: 'person', permission: 'message:send' },
    summary:
      'Upload the files of a message to come (multipart: `file`, up to ten times, 25 MB each); their ids go into `attachment_ids` of the message within 24 hours. Pictures lose their location data.',
    response: z.object({ attachments: z.array(messageAttachment) }),
    status: 201,
    encoding: 'multipart',
  }),
  removeAttachment: endpoint({
    method: 'DELETE',
    path: '/api/attachments/{attachment_id}',
    access: { kind: 'person', permission: 'message:send' },
    summary: 'Take back an upload of your own that no message has.',
    params,
    response: done,
  }),
  getAttachment: endpoint({
    method: 'GET',
    path: '/api/attachments/{attachment_id}',
    access: { kind: 'person', permission: 'message:read' },
    summary: 'The bytes of a file; `Range` is answered.',
    params,
    query: z.object({
      /** `1`: to be saved, even if the browser could show it. */
      download: z.enum(['1']).optional(),
    }),
    response: file,
    encoding: 'file',
  }),
  getThumbnail: endpoint({
    method: 'GET',
    path: '/api/attachments/{attachment_id}/thumbnail',
    access: { kind: 'person', permission: 'message:read' },
    summary: 'A picture small enough for a list: WebP, at most 480 pixels wide and high.',
    params,
    response: file,
    encoding: 'file',
  }),
  openFileLink: endpoint({
    method: 'GET',
    path: '/files/{token}',
    access: { kind: 'public' },
    summary:
      'A file by an address that was signed for it and expires: what a carrier fetches (GET and HEAD).',
    params: z.object({ token: z.string().max(1000) }),
    response: file,
    encoding: 'file',
  }),
});
