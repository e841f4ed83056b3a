// Messaging: what was said with each contact, on every channel.
import { attachmentsApi } from '@rapport/contract/attachments.api';
import { cannedRepliesApi } from '@rapport/contract/canned-replies.api';
import { draftsApi } from '@rapport/contract/drafts.api';
import { inboxApi } from '@rapport/contract/inbox.api';
import { messagingApi } from '@rapport/contract/messaging.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { fetchMediaJob, sweepFilesJob } from './attachments.jobs.ts';
import { attachmentsHandlers } from './attachments.routes.ts';
import { inboxHandlers } from './inbox.routes.ts';
import { messagingHandlers } from './messaging.routes.ts';
import { cannedRepliesHandlers, draftsHandlers } from './writing.routes.ts';

export const messagingModule: Module = {
  name: 'messaging',
  mount: (app, door) => {
    mountApi(app, messagingApi, messagingHandlers, door);
    mountApi(app, inboxApi, inboxHandlers, door);
    mountApi(app, cannedRepliesApi, cannedRepliesHandlers, door);
    mountApi(app, draftsApi, draftsHandlers, door);
    mountApi(app, attachmentsApi, attachmentsHandlers, door);
  },
  jobs: [fetchMediaJob, sweepFilesJob],
};
