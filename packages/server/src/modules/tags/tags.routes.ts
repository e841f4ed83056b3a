import type { tagsApi } from '@rapport/contract/contacts.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { listTags } from './tags.service.ts';

export const tagsHandlers: Handlers<typeof tagsApi> = {
  listTags: async (ctx) => ({ tags: await listTags(ctx) }),
};
