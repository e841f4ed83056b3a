// Enrichment: contact fields filled from the conversation, each with its evidence.
import { enrichmentApi } from '@rapport/contract/enrichment.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { enrichCallJob, enrichMessagesJob } from './automatic.jobs.ts';
import { afterCall, afterMessage } from './automatic.service.ts';
import { bulkEnrichJob } from './bulk.jobs.ts';
import { enrichmentHandlers } from './enrichment.routes.ts';

export const enrichmentModule: Module = {
  name: 'enrichment',
  jobs: [bulkEnrichJob, enrichCallJob, enrichMessagesJob],
  mount: (app, door) => mountApi(app, enrichmentApi, enrichmentHandlers, door),
  onCallTranscribed: async (ctx, { call_id }) => afterCall(ctx, call_id),
  listens: {
    'messaging.message.new': async (ctx, { contact_id }) => afterMessage(ctx, contact_id),
  },
};
