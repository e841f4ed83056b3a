// An engine that says what a test tells it, in the place of a language model.
import type { Extraction, Turn } from '@rapport/domain/enrichment/fields';
import type { FilledField } from '@rapport/domain/enrichment/rules';
import type { Enricher } from '../../platform/llm/enricher.ts';

export type Said = Partial<Record<FilledField, string>> &
  Partial<Record<'interests' | 'next_steps', string[]>> & { ai_summary?: string };

/**
 * Each value is quoted from the first message that holds it, else from the beginning of the first message.
 * @param thinking is awaited before it answers, for what happens meanwhile
 */
export const engineSaying = (said: Said, thinking?: () => Promise<unknown>): Enricher => ({
  engine: 'llm',
  model: 'scripted',
  extract: async ({ turns }) => {
    await thinking?.();
    return extractionOf(said, turns);
  },
});

const extractionOf = (said: Said, turns: Turn[]): Extraction => {
  const { ai_summary = '', interests = [], next_steps = [], ...fields } = said;
  const sourced = (value: string) => {
    const turn = turns.find(({ body }) => body.includes(value)) ?? turns[0]!;
    const quote = turn.body.includes(value) ? value : turn.body.slice(0, 20);
    return { value, evidence: { turn_id: turn.id, quote } };
  };
  const values = Object.entries(fields).map(([field, value]) => [
    field,
    field === 'gender' ? { ...sourced(value), confidence: 'high' } : sourced(value),
  ]);
  return {
    ...(Object.fromEntries(values) as Partial<Extraction>),
    ai_summary,
    interests: interests.map(sourced),
    next_steps: next_steps.map(sourced),
    key_dates: [],
    pain_points: [],
    sentiment: 'neutral',
  };
};
