import type { cannedRepliesApi } from '@rapport/contract/canned-replies.api';
import type { draftsApi } from '@rapport/contract/drafts.api';
import type { suggestionsApi } from '@rapport/contract/suggestions.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as canned from './canned-replies.service.ts';
import * as drafts from './drafts.service.ts';
import { getSuggestions, makeSuggestions } from './suggestions.service.ts';

export const cannedRepliesHandlers: Handlers<typeof cannedRepliesApi> = {
  listCannedReplies: async (ctx) => ({ canned_replies: await canned.listCannedReplies(ctx) }),
  createCannedReply: async (ctx, { body }) => canned.createCannedReply(ctx, body),
  updateCannedReply: async (ctx, { params, body }) =>
    canned.updateCannedReply(ctx, params.canned_reply_id, body),
  removeCannedReply: async (ctx, { params }) => {
    await canned.removeCannedReply(ctx, params.canned_reply_id);
    return { ok: true };
  },
  fillCannedReply: async (ctx, { params, query }) =>
    canned.fillCannedReply(ctx, params.canned_reply_id, query.contact_id),
};

export const draftsHandlers: Handlers<typeof draftsApi> = {
  listDrafts: async (ctx, { params }) => ({
    drafts: await drafts.listDrafts(ctx, params.contact_id),
  }),
  saveDraft: async (ctx, { params, body }) =>
    drafts.saveDraft(ctx, params.contact_id, params.channel, body),
  removeDraft: async (ctx, { params }) => {
    await drafts.clearDraft(ctx, params.contact_id, params.channel);
    return { ok: true };
  },
};

export const suggestionsHandlers: Handlers<typeof suggestionsApi> = {
  getSuggestions: async (ctx, { params }) => getSuggestions(ctx, params.message_id),
  makeSuggestions: async (ctx, { params }) => makeSuggestions(ctx, params.message_id),
};
