import type { tagsApi } from '@rapport/contract/tags.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as tags from './tags.service.ts';

export const tagsHandlers: Handlers<typeof tagsApi> = {
  listTags: async (ctx) => ({ tags: await tags.listTags(ctx) }),
  createTag: async (ctx, { body }) => tags.createTag(ctx, body),
  updateTag: async (ctx, { params, body }) => tags.updateTag(ctx, params.tag_id, body),
  removeTag: async (ctx, { params }) => {
    await tags.removeTag(ctx, params.tag_id);
    return { ok: true };
  },
  tagContact: async (ctx, { params }) => {
    await tags.tagContact(ctx, params.contact_id, params.tag_id);
    return { ok: true };
  },
  untagContact: async (ctx, { params }) => {
    await tags.untagContact(ctx, params.contact_id, params.tag_id);
    return { ok: true };
  },
};
