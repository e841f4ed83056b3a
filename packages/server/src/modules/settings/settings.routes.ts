import type { llmSettingsApi } from '@rapport/contract/llm-settings.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as llm from './llm.service.ts';

export const llmHandlers: Handlers<typeof llmSettingsApi> = {
  getLlmSettings: async (ctx) => llm.getLlmSettings(ctx),
  saveLlmSettings: async (ctx, { body }) => llm.saveLlmSettings(ctx, body),
  removeLlmSettings: async (ctx) => {
    await llm.removeLlmSettings(ctx);
    return { ok: true };
  },
  testLlmSettings: async (ctx) => llm.testLlm(ctx),
  listLlmUsage: async (ctx, { query }) => llm.listLlmUsage(ctx, query.days),
};
