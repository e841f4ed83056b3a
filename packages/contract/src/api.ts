// The whole API in one value.
import { authApi } from './auth.api.ts';
import { contactsApi } from './contacts.api.ts';
import { enrichmentApi } from './enrichment.api.ts';
import { messagingApi } from './messaging.api.ts';
import { notesApi } from './notes.api.ts';
import { tagsApi } from './tags.api.ts';
import { todosApi } from './todos.api.ts';
import { transferApi } from './transfer.api.ts';

export const api = {
  ...authApi,
  ...contactsApi,
  ...tagsApi,
  ...notesApi,
  ...todosApi,
  ...messagingApi,
  ...enrichmentApi,
  ...transferApi,
};
