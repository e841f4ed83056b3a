import type { contactMergesApi } from '@rapport/contract/contact-merges.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { listDuplicates } from './duplicates.service.ts';
import * as merges from './merges.service.ts';

export const contactMergesHandlers: Handlers<typeof contactMergesApi> = {
  listDuplicates: async (ctx, { params }) => ({
    duplicates: await listDuplicates(ctx, params.contact_id),
  }),
  previewMerge: async (ctx, { params, body }) => merges.previewMerge(ctx, params.contact_id, body),
  mergeContacts: async (ctx, { params, body }) =>
    merges.mergeContacts(ctx, params.contact_id, body),
  listMerges: async (ctx, { params }) => ({
    merges: await merges.listMerges(ctx, params.contact_id),
  }),
  undoMerge: async (ctx, { params }) => merges.undoMerge(ctx, params.merge_id),
};
