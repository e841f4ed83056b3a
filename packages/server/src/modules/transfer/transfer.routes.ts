import type { transferApi } from '@rapport/contract/transfer.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as imports from './imports.service.ts';
import { loadSample, removeSample } from './sample.service.ts';
import { receiveUpload } from './uploads.service.ts';

export const transferHandlers: Handlers<typeof transferApi> = {
  createImport: async (ctx, _input, { request }) =>
    receiveUpload(ctx, request, async ({ file_name, stored, fields }) =>
      imports.createImport(ctx, stored, {
        file_name,
        options: imports.readOptions(fields),
        queue: true,
      }),
    ),
  listImports: async (ctx) => ({ imports: await imports.listImports(ctx) }),
  getImport: async (ctx, { params }) => imports.getImport(ctx, params.import_id),
  answerImport: async (ctx, { params, body }) =>
    imports.answerImport(ctx, params.import_id, body.own_names),
  cancelImport: async (ctx, { params }) => imports.cancelImport(ctx, params.import_id),
  listRejections: async (ctx, { params }) => imports.listRejections(ctx, params.import_id),
  exportRejections: async (ctx, { params }) => imports.exportRejections(ctx, params.import_id),
  loadSample: async (ctx) => loadSample(ctx),
  removeSample: async (ctx) => {
    await removeSample(ctx);
    return { ok: true };
  },
};
