import type { inboxApi } from '@rapport/contract/inbox.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as conversations from './conversations.service.ts';
import * as unanswered from './unanswered.service.ts';
import * as unread from './unread.service.ts';

export const inboxHandlers: Handlers<typeof inboxApi> = {
  listConversations: async (ctx, { query }) => conversations.listConversations(ctx, query),
  getConversation: async (ctx, { params }) => conversations.getConversation(ctx, params.contact_id),
  countInbox: async (ctx) => conversations.countInbox(ctx),
  markRead: async (ctx, { params, body }) => {
    await unread.markRead(ctx, params.contact_id, body.message_id);
    return conversations.getConversation(ctx, params.contact_id);
  },
  markUnread: async (ctx, { params, body }) => {
    await unread.markUnread(ctx, params.contact_id, body.message_id);
    return conversations.getConversation(ctx, params.contact_id);
  },
  markAllRead: async (ctx) => {
    await unread.markAllRead(ctx);
    return { ok: true };
  },
  dismissUnanswered: async (ctx, { params }) => {
    await unanswered.dismissUnanswered(ctx, params.contact_id, true);
    return conversations.getConversation(ctx, params.contact_id);
  },
  restoreUnanswered: async (ctx, { params }) => {
    await unanswered.dismissUnanswered(ctx, params.contact_id, false);
    return conversations.getConversation(ctx, params.contact_id);
  },
  getInboxSettings: async (ctx) => unanswered.getInboxSettings(ctx),
  updateInboxSettings: async (ctx, { body }) => unanswered.changeInboxSettings(ctx, body),
};
