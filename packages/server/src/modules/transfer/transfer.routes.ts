import type { transferApi } from '@rapport/contract/transfer.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as imports from './imports.service.ts';
import { loadSample, removeSample } from './sample.service.ts';
import { transferErrors } from './transfer.errors.ts';

export const transferHandlers: Handlers<typeof transferApi> = {
  createImport: async (ctx, _input, { request }) => {
    if (!request.isMultipart()) throw transferErrors.NO_FILE();
    const fields: Record<string, unknown> = {};
    let file: { name: string; stored: Awaited<ReturnType<typeof imports.storeFile>> } | null = null;
    try {
      for await (const part of request.parts()) {
        if (part.type === 'field') fields[part.fieldname] = part.value;
        else if (part.fieldname === 'file' && !file)
          file = {
            name: part.filename || 'history',
            stored: await imports.storeFile(ctx, part.file),
          };
        else part.file.resume();
      }
      if (!file) throw transferErrors.NO_FILE();
      const options = imports.readOptions(fields);
      const { name: file_name, stored } = file;
      return await imports.createImport(ctx, stored, { file_name, options, queue: true });
    } catch (error) {
      // The rest of the form came after the file, and may be wrong.
      if (file) await imports.discardFile(ctx, file.stored);
      throw error;
    }
  },
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
