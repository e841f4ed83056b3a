// What a conversation is about: summary, interests, next steps, dates, pain points, sentiment.
import type { Extraction, Sourced, Turn } from '../../enrichment/fields.ts';
import { findDates } from './dates.ts';
import { findInterests } from './interests.ts';
import { findNextSteps } from './next-steps.ts';
import { findPains } from './pain-points.ts';
import { readSentences } from './sentences.ts';
import { readSentiment } from './sentiment.ts';
import { writeSummary } from './summary.ts';
import { writtenLanguage } from './written-language.ts';

/** What was read of the contact before, for the summary and the cue tables. */
export type Known = Pick<
  Extraction,
  'first_name' | 'last_name' | 'company' | 'job_title' | 'pipeline_stage' | 'preferred_language'
>;

export type Gist = Pick<
  Extraction,
  'ai_summary' | 'interests' | 'next_steps' | 'key_dates' | 'pain_points' | 'sentiment'
>;

/**
 * Reads what the conversation is about. Pure: the same turns give the same answer.
 * @param turns oldest first; message text is data and never obeyed
 * @param now ISO 8601 UTC; decides what lies ahead. The time of the last turn when it is no date.
 */
export const readGist = (turns: Turn[], known: Known, now: string): Gist => {
  const sentences = readSentences(turns);
  const language = known.preferred_language?.value ?? writtenLanguage(sentences);
  const present = momentOf(now, turns);
  const dates = findDates(sentences, present, language);
  const facts = {
    interests: findInterests(sentences, language),
    next_steps: findNextSteps(turns, sentences, dates, present),
    pain_points: findPains(sentences),
    sentiment: readSentiment(sentences),
  };
  return {
    ai_summary: writeSummary(turns, sentences, known, facts, language),
    interests: facts.interests.map(bare),
    next_steps: facts.next_steps.map(bare),
    key_dates: dates.map(bare),
    pain_points: facts.pain_points.map(bare),
    sentiment: facts.sentiment,
  };
};

const bare = ({ value, evidence }: Sourced<string>): Sourced<string> => ({ value, evidence });

const momentOf = (now: string, turns: Turn[]): number => {
  const moments = [Date.parse(now), Date.parse(turns.at(-1)?.sent_at ?? ''), 0];
  return moments.find((moment) => !Number.isNaN(moment)) ?? 0;
};
