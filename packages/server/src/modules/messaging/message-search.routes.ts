import type { messageSearchApi } from '@rapport/contract/message-search.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { searchMessages } from './message-search.service.ts';

export const messageSearchHandlers: Handlers<typeof messageSearchApi> = {
  searchMessages: async (ctx, { query }) => searchMessages(ctx, query),
};
