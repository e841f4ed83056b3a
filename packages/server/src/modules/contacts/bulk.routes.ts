import type { contactBulkApi } from '@rapport/contract/contact-bulk.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { changeContacts } from './bulk.service.ts';
import * as filters from './filters.service.ts';

export const contactBulkHandlers: Handlers<typeof contactBulkApi> = {
  bulkContacts: async (ctx, { body }) => changeContacts(ctx, body),
  listContactFilters: async (ctx) => ({ filters: await filters.listFilters(ctx) }),
  createContactFilter: async (ctx, { body }) => filters.createFilter(ctx, body),
  updateContactFilter: async (ctx, { params, body }) =>
    filters.updateFilter(ctx, params.filter_id, body),
  removeContactFilter: async (ctx, { params }) => {
    await filters.removeFilter(ctx, params.filter_id);
    return { ok: true };
  },
};
