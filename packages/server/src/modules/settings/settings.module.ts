// Settings: how an organization reaches the outside, with its secrets sealed.
import { llmSettingsApi } from '@rapport/contract/llm-settings.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { llmHandlers } from './settings.routes.ts';

export const settingsModule: Module = {
  name: 'settings',
  mount: (app, door) => mountApi(app, llmSettingsApi, llmHandlers, door),
};
