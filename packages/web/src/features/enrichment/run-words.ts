// A run of enrichment in words.
import type { EnrichedField, EnrichmentRun } from '@rapport/contract/enrichment.api';
import { countOf } from '../../lib/format.ts';
import { readSentence } from './evidence.ts';

export const FIELD_LABELS: Record<EnrichedField, string> = {
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  company: 'Company',
  job_title: 'Title',
  preferred_language: 'Language',
  timezone: 'Time zone',
  gender: 'Gender',
  pipeline_stage: 'Stage',
  ai_summary: 'Summary',
};

/** "Read 42 messages", "Read the newest 120 of 900 messages", "Read a call". */
export const sourceSentence = (
  run: Pick<EnrichmentRun, 'source' | 'message_count' | 'omitted_count'>,
): string => {
  if (run.source === 'call') return 'Read a call';
  if (run.omitted_count === 0) return readSentence(run);
  return `Read the newest ${run.message_count} of ${countOf(run.message_count + run.omitted_count, 'message')}`;
};

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 2,
});

/** "$0.0012"; nothing when nobody knows. */
export const costWords = ({ cost_usd }: Pick<EnrichmentRun, 'cost_usd'>): string | null =>
  cost_usd === null ? null : dollars.format(cost_usd);

/** "Company and memory were changed since, and stay". */
export const keptSentence = (kept: readonly string[]): string => {
  const words = kept.map((one) =>
    one === 'memory' ? 'memory' : FIELD_LABELS[one as EnrichedField].toLowerCase(),
  );
  const last = words.pop()!;
  const list = words.length === 0 ? last : `${words.join(', ')} and ${last}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${kept.length === 1 ? 'was changed since, and stays' : 'were changed since, and stay'}`;
};
