import type { contactImportsApi } from '@rapport/contract/contact-imports.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as imports from './contact-imports.service.ts';
import { receiveUpload } from './uploads.service.ts';

export const contactImportsHandlers: Handlers<typeof contactImportsApi> = {
  createContactImport: async (ctx, _input, { request }) =>
    receiveUpload(ctx, request, async ({ file_name, stored }) =>
      imports.createContactImport(ctx, stored, file_name),
    ),
  listContactImports: async (ctx) => ({ contact_imports: await imports.listContactImports(ctx) }),
  getContactImport: async (ctx, { params }) =>
    imports.getContactImport(ctx, params.contact_import_id),
  readContactImport: async (ctx, { params, body }) =>
    imports.readAgain(ctx, params.contact_import_id, body),
  checkContactImport: async (ctx, { params, body }) =>
    imports.startPass(ctx, params.contact_import_id, body, true),
  runContactImport: async (ctx, { params, body }) =>
    imports.startPass(ctx, params.contact_import_id, body, false),
  cancelContactImport: async (ctx, { params }) =>
    imports.cancelContactImport(ctx, params.contact_import_id),
  listContactRejections: async (ctx, { params }) =>
    imports.listRejections(ctx, params.contact_import_id),
  // Streamed as it is read; the contract says text.
  exportContactRejections: async (ctx, { params }) =>
    (await imports.exportRejections(ctx, params.contact_import_id)) as unknown as string,
};
