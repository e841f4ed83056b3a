import type { attachmentsApi } from '@rapport/contract/attachments.api';
import { platformErrors } from '../../platform/errors.ts';
import type { Handlers } from '../../platform/http/mount.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { attachmentErrors } from './attachments.errors.ts';
import { EMAIL_BYTES, MOST_FILES } from './attachments.service.ts';
import * as uploads from './uploads.service.ts';

const limits = { fileSize: EMAIL_BYTES, files: MOST_FILES + 1 };
const tooMany = () => attachmentErrors.TOO_MANY_FILES({ most: MOST_FILES });

export const attachmentsHandlers: Handlers<typeof attachmentsApi> = {
  uploadAttachments: async (ctx, _input, { request }) => {
    if (!request.isMultipart()) throw attachmentErrors.NO_FILES();
    const attachments: Awaited<ReturnType<typeof uploads.createUpload>>[] = [];
    try {
      for await (const part of request.files({ limits })) {
        if (attachments.length === MOST_FILES) throw tooMany();
        const file_name = part.filename || 'file';
        const bytes = await part.toBuffer().catch((error: { code?: string }) => {
          if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
          throw attachmentErrors.FILE_TOO_LARGE({ file_name, most: '25 MB' });
        });
        attachments.push(await uploads.createUpload(ctx, file_name, bytes));
      }
      if (attachments.length === 0) throw attachmentErrors.NO_FILES();
    } catch (error) {
      // All or nothing: the answer names none of them.
      for (const { id } of attachments) await uploads.removeUpload(ctx, id);
      if ((error as { code?: string }).code === 'FST_FILES_LIMIT') throw tooMany();
      throw error;
    }
    return { attachments };
  },
  removeAttachment: async (ctx, { params }) => {
    await uploads.removeUpload(ctx, params.attachment_id);
    return { ok: true };
  },
  getAttachment: async (ctx, { params, query }, http) => {
    const file = await uploads.getFile(ctx, params.attachment_id);
    return sendFile(ctx, http, file, query.download === '1');
  },
  getThumbnail: async (ctx, { params }, http) =>
    sendFile(ctx, http, await uploads.getThumbnail(ctx, params.attachment_id)),
  openFileLink: async (ctx, { params }, http) => {
    const file = ctx.ports.file_links.read(params.token, ctx.now());
    if (!file) throw platformErrors.NOT_FOUND();
    // The frame that shows a mail is of no origin, and its pictures are asked for from there.
    http.reply.header('cross-origin-resource-policy', 'cross-origin');
    return sendFile(ctx, http, file);
  },
};
