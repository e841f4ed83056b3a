// The language model of an organization: which one, asking it within its daily limit, and what it did.
import type { LlmFeature } from '@rapport/contract/llm-settings.api';
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import {
  LlmFailure,
  type LlmQuestion,
  type LlmTarget,
  type LlmUsage,
} from '../../platform/llm/llm.ts';
import { invalidInput } from '../../platform/errors.ts';
import * as queries from './llm-usage.queries.ts';
import {
  findProviderSettings,
  removeProviderSettings,
  saveProviderSettings,
} from './provider-settings.service.ts';

/** Knows many vendors behind one address; used when an organization gives a key and no address. */
const OPENROUTER = 'https://openrouter.ai/api/v1';
const DEFAULT_MODEL = 'google/gemini-3.1-flash-lite-preview';

const stored = z.object({
  engine: z.enum(['llm', 'local']),
  base_url: z.string().nullable(),
  model: z.string().nullable(),
  models: z.record(z.string(), z.string()),
  daily_limit_usd: z.number().nullable(),
  input_usd_per_million: z.number().nullable(),
  output_usd_per_million: z.number().nullable(),
});
type Stored = z.output<typeof stored>;

const NOTHING: Stored = {
  engine: 'llm',
  base_url: null,
  model: null,
  models: {},
  daily_limit_usd: null,
  input_usd_per_million: null,
  output_usd_per_million: null,
};

type Found = { settings: Stored; api_key: string | null };

const findSettings = async (ctx: Ctx): Promise<Found> => {
  const found = await findProviderSettings(ctx, 'llm');
  if (!found) return { settings: NOTHING, api_key: null };
  return { settings: stored.parse(found.settings), api_key: found.secrets['api_key'] ?? null };
};

/**
 * The model for a task; null when the built-in engine is to do it. The server's own key goes to the
 * server's own address alone, never to one that an organization has entered.
 */
const targetOf = (
  ctx: Ctx,
  { settings, api_key }: Found,
  feature: LlmFeature,
): LlmTarget | null => {
  const server = ctx.ports.llm_default;
  if (settings.engine === 'local') return null;
  const isOwn = settings.base_url !== null || api_key !== null;
  if (!isOwn && !server) return null;
  const model = settings.models[feature] ?? settings.model ?? server?.model ?? DEFAULT_MODEL;
  return isOwn
    ? { base_url: settings.base_url ?? OPENROUTER, api_key, model }
    : { ...server!, model };
};

export const getLlmSettings = async (ctx: Ctx) => {
  const found = await findSettings(ctx);
  const target = targetOf(ctx, found, 'enrichment');
  const server = ctx.ports.llm_default;
  return {
    ...found.settings,
    has_api_key: found.api_key !== null,
    active: {
      engine: target ? ('llm' as const) : ('local' as const),
      model: target?.model ?? null,
    },
    server_default: server && { base_url: server.base_url, model: server.model },
    spent_today_usd: await queries.readSpentToday(ctx),
  };
};

/** @throws INVALID_INPUT for a limit that could never be reached because nobody tells what an answer costs */
export const saveLlmSettings = async (
  ctx: Ctx,
  { api_key, ...settings }: Stored & { api_key?: string | undefined },
) => {
  const address = settings.base_url ?? ctx.ports.llm_default?.base_url ?? OPENROUTER;
  const hasPrices =
    settings.input_usd_per_million !== null && settings.output_usd_per_million !== null;
  if (settings.daily_limit_usd !== null && !hasPrices && !tellsCost(address))
    throw invalidInput([
      {
        field: 'daily_limit_usd',
        message:
          'needs both prices per million tokens, because this server does not tell what an answer costs',
      },
    ]);
  await saveProviderSettings(ctx, 'llm', { settings, secrets: { api_key } });
  return getLlmSettings(ctx);
};

const tellsCost = (base_url: string): boolean =>
  new URL(base_url).hostname.endsWith('openrouter.ai');

export const removeLlmSettings = async (ctx: Ctx): Promise<void> => {
  await removeProviderSettings(ctx, 'llm');
};

export const listLlmUsage = async (ctx: Ctx, days: number) => {
  const [totals, recent] = await Promise.all([
    queries.listUsageTotals(ctx, days),
    queries.listRecentUsage(ctx, 50),
  ]);
  return { totals, recent };
};

/** What became of a question. `cost_usd` is null when nobody knows. */
export type Asked<T> =
  | { status: 'answered'; value: T; model: string; cost_usd: number | null }
  /** The built-in engine is meant to do it. */
  | { status: 'local' }
  /** The built-in engine has to do it; `reason` is a sentence for a person. */
  | { status: 'failed'; reason: string };

/**
 * Asks the model of the organization, within its daily limit, and writes down what came of it.
 * Never inside a transaction: an answer takes seconds.
 */
export const askModel = async <T>(
  ctx: Ctx,
  feature: LlmFeature,
  question: LlmQuestion<T>,
): Promise<Asked<T>> => {
  const found = await findSettings(ctx);
  const target = targetOf(ctx, found, feature);
  if (!target) return { status: 'local' };
  const { settings } = found;
  const usage_id = await queries.admitUsage(ctx, {
    feature,
    model: target.model,
    estimated_usd: priceOf(settings, estimate(question)) ?? 0,
    limit_usd: settings.daily_limit_usd,
  });
  if (!usage_id)
    return {
      status: 'failed',
      reason: `The daily limit of $${settings.daily_limit_usd} for the language model is reached; it starts anew tomorrow.`,
    };
  const began = performance.now();
  const settle = async (outcome: queries.Outcome, usage: LlmUsage) => {
    const cost_usd = usage.cost_usd ?? priceOf(settings, usage);
    const latency_ms = Math.round(performance.now() - began);
    await queries.settleUsage(ctx, usage_id, { ...usage, outcome, cost_usd, latency_ms });
    return cost_usd;
  };
  try {
    const answer = await ctx.ports.llm.ask(target, question);
    const cost_usd = await settle(answer.repaired ? 'repaired' : 'answered', answer.usage);
    return { status: 'answered', value: answer.value, model: target.model, cost_usd };
  } catch (error) {
    if (!(error instanceof LlmFailure)) throw error;
    await settle(error.kind, error.usage);
    return { status: 'failed', reason: error.message };
  }
};

type Tokens = Pick<LlmUsage, 'input_tokens' | 'output_tokens'>;

const priceOf = (settings: Stored, { input_tokens, output_tokens }: Tokens): number | null => {
  const { input_usd_per_million: input, output_usd_per_million: output } = settings;
  if (input === null || output === null) return null;
  return (input_tokens * input + output_tokens * output) / 1_000_000;
};

/** About four characters are a token of English; an answer of ours is rarely longer than 800. */
const estimate = ({ instructions, data }: LlmQuestion<unknown>): Tokens => ({
  input_tokens: Math.ceil((instructions.length + data.length) / 4),
  output_tokens: 800,
});

/** One small question, to see whether the model works. */
export const testLlm = async (ctx: Ctx) => {
  const began = performance.now();
  const asked = await askModel(ctx, 'enrichment', {
    instructions: 'Extract the colour that the text names.',
    data: 'The sky is blue.',
    schema: z.object({ colour: z.string() }),
  });
  const latency_ms = Math.round(performance.now() - began);
  if (asked.status === 'local')
    return {
      ok: false,
      message: 'No language model is set up: enter an address or a key, and save.',
      latency_ms: null,
    };
  if (asked.status === 'failed') return { ok: false, message: asked.reason, latency_ms };
  return { ok: true, message: `${asked.model} answers.`, latency_ms };
};
