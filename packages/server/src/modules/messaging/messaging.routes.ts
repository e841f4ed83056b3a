import type { messagingApi } from '@rapport/contract/messaging.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { listMessages, receiveMessage } from './messages.service.ts';

export const messagingHandlers: Handlers<typeof messagingApi> = {
  listMessages: async (ctx, { query }) =>
    listMessages(ctx, query.contact_id, query.limit ?? null, query.before),
  receiveMessage: async (ctx, { body }) => receiveMessage(ctx, body),
};
