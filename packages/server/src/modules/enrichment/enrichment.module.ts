// Enrichment: contact fields filled from the conversation, each with its evidence.
import { enrichmentApi } from '@rapport/contract/enrichment.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { bulkEnrichJob } from './bulk.jobs.ts';
import { enrichmentHandlers } from './enrichment.routes.ts';

export const enrichmentModule: Module = {
  name: 'enrichment',
  jobs: [bulkEnrichJob],
  mount: (app, door) => mountApi(app, enrichmentApi, enrichmentHandlers, door),
};
