// The whole API in one value.
import { authApi } from './auth.api.ts';
import { contactsApi, notesApi, tagsApi } from './contacts.api.ts';
import { enrichmentApi } from './enrichment.api.ts';
import { messagingApi } from './messaging.api.ts';
import { transferApi } from './transfer.api.ts';

export const api = {
  ...authApi,
  ...contactsApi,
  ...tagsApi,
  ...notesApi,
  ...messagingApi,
  ...enrichmentApi,
  ...transferApi,
};
