// The language model of an organization: which one, what it may cost, what it did.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

/** What a model is asked for; each may have a model of its own. */
export const LLM_FEATURES = [
  'enrichment',
  'call_enrichment',
  'call_analysis',
  'suggestions',
] as const;
export type LlmFeature = (typeof LLM_FEATURES)[number];

const model = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const dollars = z.number().min(0, 'must not be negative').max(1_000_000, 'is too large');

const llmData = z.object({
  /** `local`: the built-in engine does everything, even when the server has a key. */
  engine: z.enum(['llm', 'local']),
  /** Of any OpenAI-compatible server, with or without `/v1`; null for the server's own setting. */
  base_url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).nullable(),
  model: model.nullable(),
  /** Another model for one task. */
  models: z.partialRecord(z.enum(LLM_FEATURES), model).default({}),
  /** What a day may cost, in US dollars; null for no limit. */
  daily_limit_usd: dollars.nullable(),
  /** For servers that do not tell what an answer cost: US dollars per million tokens. */
  input_usd_per_million: dollars.nullable(),
  output_usd_per_million: dollars.nullable(),
});

export const llmSettings = llmData.extend({
  has_api_key: z.boolean(),
  /** Which engine works now, and with which model. */
  active: z.object({ engine: z.enum(['llm', 'local']), model: z.string().nullable() }),
  /** What the server's environment offers to organizations without settings of their own. */
  server_default: z.object({ base_url: z.string(), model: z.string() }).nullable(),
  spent_today_usd: z.number(),
});
export type LlmSettings = z.output<typeof llmSettings>;

export const llmUsage = z.object({
  id: uuid,
  feature: z.enum(LLM_FEATURES),
  model: z.string(),
  outcome: z.string(),
  input_tokens: z.number().int().nullable(),
  output_tokens: z.number().int().nullable(),
  cost_usd: z.number().nullable(),
  latency_ms: z.number().int().nullable(),
  created_at: time,
});

const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const llmSettingsApi = defineApi({
  getLlmSettings: endpoint({
    method: 'GET',
    path: '/api/settings/llm',
    access: manage,
    summary: 'Which language model the organization uses, without its key.',
    response: llmSettings,
  }),
  saveLlmSettings: endpoint({
    method: 'PUT',
    path: '/api/settings/llm',
    access: manage,
    summary: 'Choose the engine and the model; the key is kept encrypted.',
    body: llmData.extend({
      /** Left out, it keeps its value; empty, it is forgotten. */
      api_key: z.string().trim().max(500, 'is longer than 500 characters').optional(),
    }),
    response: llmSettings,
  }),
  removeLlmSettings: endpoint({
    method: 'DELETE',
    path: '/api/settings/llm',
    access: manage,
    summary: 'Forget the model and its key; the server decides again.',
    response: done,
  }),
  testLlmSettings: endpoint({
    method: 'POST',
    path: '/api/settings/llm/test',
    access: manage,
    summary: 'Ask the model that is set up one small question.',
    response: z.object({
      ok: z.boolean(),
      /** One sentence: what came back and what to do. */
      message: z.string(),
      latency_ms: z.number().int().nullable(),
    }),
  }),
  listLlmUsage: endpoint({
    method: 'GET',
    path: '/api/settings/llm/usage',
    access: manage,
    summary: 'What was asked of models: totals of the last days by task, and the newest requests.',
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
    response: z.object({
      totals: z.array(
        z.object({
          feature: z.enum(LLM_FEATURES),
          model: z.string(),
          requests: z.number().int(),
          failed: z.number().int(),
          input_tokens: z.number().int(),
          output_tokens: z.number().int(),
          cost_usd: z.number(),
        }),
      ),
      recent: z.array(llmUsage),
    }),
  }),
});
