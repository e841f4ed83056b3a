// The port to a language model: one question with one answer in a given shape, or a clear failure.
import { setTimeout as sleep } from 'node:timers/promises';
import { createOpenAICompatible, type MetadataExtractor } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, NoObjectGeneratedError, Output } from 'ai';
import { z } from 'zod';
import { readJson } from './answer.ts';
import { apiBaseUrl } from './base-url.ts';
import { createBreaker } from './breaker.ts';

// The SDK prints what a server does not support; what comes of it is handled here.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Which model of which server. */
export type LlmTarget = { base_url: string; api_key: string | null; model: string };

export type LlmQuestion<T> = {
  /** What the model is to do. Ours: never a word of a message. */
  instructions: string;
  /** What it is to look at: data, fenced off by whoever writes it. */
  data: string;
  /** The shape of the answer. Fields that may lack are nullable, not optional: strict servers want all. */
  schema: z.ZodType<T>;
  signal?: AbortSignal | undefined;
};

export type LlmUsage = {
  input_tokens: number;
  output_tokens: number;
  /** What the server says it cost, in US dollars; null when it does not say. */
  cost_usd: number | null;
};

export type LlmAnswer<T> = { value: T; repaired: boolean; usage: LlmUsage };

export type LlmFailureKind = 'timeout' | 'rate_limited' | 'refused' | 'unavailable' | 'unreadable';

/** Why there is no answer, in a sentence for a person; never the text of a message. */
export class LlmFailure extends Error {
  readonly kind: LlmFailureKind;
  readonly usage: LlmUsage;

  constructor(kind: LlmFailureKind, message: string, usage: LlmUsage = NOTHING_USED) {
    super(message);
    this.kind = kind;
    this.usage = usage;
  }
}

const NOTHING_USED: LlmUsage = { input_tokens: 0, output_tokens: 0, cost_usd: null };

export type Llm = {
  /** @throws LlmFailure */
  ask: <T>(target: LlmTarget, question: LlmQuestion<T>) => Promise<LlmAnswer<T>>;
};

export type LlmOptions = {
  /** How long one request may take, in milliseconds. */
  timeout_ms: number;
  now?: () => number;
};

/** A busy or failing server is asked so often in all. */
const MOST_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 400;
/** A server that wants to be left alone for longer is not waited for. */
const LONGEST_PAUSE_MS = 20_000;

/** Any OpenAI-compatible server, through the AI SDK. */
export const createLlm = ({ timeout_ms, now = Date.now }: LlmOptions): Llm => {
  const breaker = createBreaker(now);
  // Servers that do not know `response_format: json_schema` are told the shape in words alone.
  const plain = new Set<string>();

  const send = async <T>(target: LlmTarget, question: LlmQuestion<T>, extra: string) => {
    const base_url = apiBaseUrl(target.base_url);
    const provider = createOpenAICompatible({
      name: 'llm',
      baseURL: base_url,
      ...(target.api_key ? { apiKey: target.api_key } : {}),
      supportsStructuredOutputs: !plain.has(base_url),
      metadataExtractor: costExtractor,
      // OpenRouter tells the cost when it is asked to; others ignore the field.
      transformRequestBody: (body) =>
        base_url.includes('openrouter.ai') ? { ...body, usage: { include: true } } : body,
    });
    const shape = JSON.stringify(z.toJSONSchema(question.schema));
    try {
      const result = await generateText({
        model: provider.chatModel(target.model),
        instructions: `${question.instructions}\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n${shape}`,
        prompt: `${question.data}${extra}`,
        output: Output.object({ schema: question.schema }),
        temperature: 0,
        maxRetries: 0,
        abortSignal: AbortSignal.any([
          AbortSignal.timeout(timeout_ms),
          ...(question.signal ? [question.signal] : []),
        ]),
      });
      return { text: result.text, usage: usageOf(result.usage, result.providerMetadata) };
    } catch (error) {
      // An answer that does not fit is an answer: what it says, and what it cost, is kept.
      if (NoObjectGeneratedError.isInstance(error))
        return { text: error.text ?? '', usage: usageOf(error.usage, undefined) };
      if (isUnknownFormat(error) && !plain.has(base_url)) {
        plain.add(base_url);
        return send(target, question, extra);
      }
      throw error;
    }
  };

  const request: typeof send = async (target, question, extra) => {
    const key = `${target.base_url} ${target.api_key}`;
    for (let attempt = 1; ; attempt++) {
      if (!breaker.mayTry(key))
        throw new LlmFailure(
          'unavailable',
          'The language model failed several times in a row and is left alone for a minute.',
        );
      try {
        const answer = await send(target, question, extra);
        breaker.succeeded(key);
        return answer;
      } catch (error) {
        const failure = failureOf(error, timeout_ms);
        // Being refused or told to wait is an answer too: the server is well.
        if (failure.kind === 'refused' || failure.kind === 'rate_limited') breaker.succeeded(key);
        else breaker.failed(key);
        const pause = pauseBefore(attempt, error, failure);
        if (pause === null || question.signal?.aborted) throw failure;
        await sleep(pause, undefined, { signal: question.signal }).catch(() => undefined);
      }
    }
  };

  return {
    ask: async (target, question) => {
      const first = await request(target, question, '');
      const read = readJson(first.text, question.schema);
      if ('value' in read) return { value: read.value, repaired: false, usage: first.usage };
      const second = await request(
        target,
        question,
        `\n\nYour last answer was not usable (${read.problem}). Answer again with the JSON object alone.`,
      );
      const usage = sum(first.usage, second.usage);
      const again = readJson(second.text, question.schema);
      if ('value' in again) return { value: again.value, repaired: true, usage };
      throw new LlmFailure(
        'unreadable',
        `The language model answered twice in a shape that cannot be used (${again.problem}).`,
        usage,
      );
    },
  };
};

const costExtractor: MetadataExtractor = {
  extractMetadata: async ({ parsedBody }) => {
    const { cost } = (parsedBody as { usage?: { cost?: unknown } } | null)?.usage ?? {};
    return typeof cost === 'number' ? { llm: { cost } } : undefined;
  },
  createStreamExtractor: () => ({
    processChunk: () => undefined,
    buildMetadata: () => undefined,
  }),
};

const usageOf = (
  usage: { inputTokens?: number | undefined; outputTokens?: number | undefined } | undefined,
  metadata: Record<string, unknown> | undefined,
): LlmUsage => {
  const { cost } = (metadata?.['llm'] as { cost?: number } | undefined) ?? {};
  return {
    input_tokens: usage?.inputTokens ?? 0,
    output_tokens: usage?.outputTokens ?? 0,
    cost_usd: cost ?? null,
  };
};

const sum = (one: LlmUsage, other: LlmUsage): LlmUsage => ({
  input_tokens: one.input_tokens + other.input_tokens,
  output_tokens: one.output_tokens + other.output_tokens,
  cost_usd:
    one.cost_usd === null && other.cost_usd === null
      ? null
      : (one.cost_usd ?? 0) + (other.cost_usd ?? 0),
});

const isUnknownFormat = (error: unknown): boolean =>
  APICallError.isInstance(error) &&
  error.statusCode === 400 &&
  /response_format|json_schema/i.test(`${error.responseBody} ${error.message}`);

const failureOf = (error: unknown, timeout_ms: number): LlmFailure => {
  if (APICallError.isInstance(error) && error.statusCode !== undefined) {
    const { statusCode } = error;
    if (statusCode === 429)
      return new LlmFailure('rate_limited', 'The language model is asked too often (429).');
    if (statusCode === 401 || statusCode === 403)
      return new LlmFailure('refused', `The language model refused the key (${statusCode}).`);
    if (statusCode === 404)
      return new LlmFailure('refused', 'There is no such model, or no such address (404).');
    if (statusCode >= 400 && statusCode < 500)
      return new LlmFailure('refused', `The language model refused the request (${statusCode}).`);
    return new LlmFailure('unavailable', `The language model answered ${statusCode}.`);
  }
  const name = (error as Error | null)?.name;
  if (name === 'TimeoutError' || name === 'AbortError')
    return new LlmFailure(
      'timeout',
      `The language model did not answer within ${Math.round(timeout_ms / 1000)} seconds.`,
    );
  return new LlmFailure('unavailable', 'The language model cannot be reached.');
};

/** Milliseconds to wait before the next attempt, with jitter; null when there is to be none. */
const pauseBefore = (attempt: number, error: unknown, { kind }: LlmFailure): number | null => {
  if (attempt >= MOST_ATTEMPTS || (kind !== 'rate_limited' && kind !== 'unavailable')) return null;
  const wish = APICallError.isInstance(error)
    ? Number(error.responseHeaders?.['retry-after'] ?? Number.NaN) * 1000
    : Number.NaN;
  if (Number.isFinite(wish))
    return wish <= LONGEST_PAUSE_MS ? wish * (1 + Math.random() / 4) : null;
  return FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
};
