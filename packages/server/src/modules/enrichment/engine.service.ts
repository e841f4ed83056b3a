// Who reads a conversation: the organization's language model, or the built-in engine in its place.
import type { LlmFeature } from '@rapport/contract/llm-settings.api';
import type { Extraction, Sourced, Turn } from '@rapport/domain/enrichment/fields';
import { writeTranscript } from '@rapport/domain/enrichment/transcript';
import type { Ctx } from '../../platform/ctx.ts';
import type { EnricherInput } from '../../platform/llm/enricher.ts';
import { askModel } from '../settings/llm.service.ts';
import {
  type ConversationContactInfo,
  conversationContactInfo,
  READING_INSTRUCTIONS,
  readingData,
} from './enrichment.prompts.ts';

/** Characters of a conversation that a model gets to read: about 15,000 tokens. */
const TRANSCRIPT_BUDGET = 60_000;

/** What an engine understood, and how it came about. */
export type Reading = {
  extraction: Extraction;
  engine: 'local' | 'llm';
  model: string | null;
  cost_usd: number | null;
  /** Why the built-in engine worked although a model is set up; a sentence for a person. */
  fallback_reason: string | null;
  /** Older messages that were not read. */
  omitted_count: number;
};

/** Reads a conversation. What a model says is not checked here: `sift` trusts no engine. */
export const readConversation = async (
  ctx: Ctx,
  feature: LlmFeature,
  input: EnricherInput,
): Promise<Reading> => {
  const transcript = writeTranscript(input.turns, TRANSCRIPT_BUDGET);
  const asked = await askModel(ctx, feature, {
    instructions: READING_INSTRUCTIONS,
    data: readingData(transcript.text, transcript.omitted, input.home_names),
    schema: conversationContactInfo,
  });
  if (asked.status === 'answered')
    return {
      extraction: extractionOf(asked.value, transcript.turns),
      engine: 'llm',
      model: asked.model,
      cost_usd: asked.cost_usd,
      fallback_reason: null,
      omitted_count: transcript.omitted,
    };
  const { enricher } = ctx.ports;
  return {
    extraction: await enricher.extract(input),
    engine: enricher.engine,
    model: enricher.model,
    cost_usd: null,
    fallback_reason: asked.status === 'failed' ? asked.reason : null,
    omitted_count: 0,
  };
};

type Said = { value: string; line: number; quote: string };

/** The answer with messages in place of line numbers; what names a line that is not there is left out. */
const extractionOf = (info: ConversationContactInfo, turns: Turn[]): Extraction => {
  const sourced = <T extends string>(
    said: { value: T; line: number; quote: string } | null,
  ): Sourced<T> | undefined => {
    const turn = said && turns[said.line - 1];
    if (!turn) return undefined;
    return { value: said.value, evidence: { turn_id: turn.id, quote: quoteIn(turn, said.quote) } };
  };
  const all = (items: Said[]) => items.flatMap((item) => sourced(item) ?? []);
  const gender = sourced(info.gender);
  const fields = {
    first_name: sourced(info.first_name),
    last_name: sourced(info.last_name),
    email: sourced(info.email),
    company: sourced(info.company),
    job_title: sourced(info.job_title),
    preferred_language: sourced(info.preferred_language),
    timezone: sourced(info.timezone),
    gender: gender && { ...gender, confidence: info.gender!.confidence },
    pipeline_stage: sourced(info.pipeline_stage),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Partial<Extraction>),
    ai_summary: info.ai_summary.trim(),
    interests: all(info.interests),
    next_steps: all(info.next_steps),
    key_dates: all(info.key_dates),
    pain_points: all(info.pain_points),
    sentiment: info.sentiment,
  };
};

/**
 * The words of the message that a model quotes. It saw the message on one line, so blanks may differ; a
 * quote that is not there at all stays as it is, and is refused later.
 */
const quoteIn = ({ body }: Turn, quote: string): string => {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'i').exec(body)?.[0].slice(0, 200) ?? quote;
};
