// Enrichment: contact fields filled from the conversation, each with its evidence.
import { enrichmentApi } from '@rapport/contract/enrichment.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { enrichmentHandlers } from './enrichment.routes.ts';

export const enrichmentModule: Module = {
  name: 'enrichment',
  mount: (app, door) => mountApi(app, enrichmentApi, enrichmentHandlers, door),
};
