// A run as the API shows it.
import type { EnrichedField, enrichmentRun } from '@rapport/contract/enrichment.api';
import type { Accepted, Refused } from '@rapport/domain/enrichment/rules';
import type { z } from 'zod';
import type { RunRow } from './enrichment.queries.ts';

export const presentRun = (row: RunRow): z.input<typeof enrichmentRun> => ({
  ...row,
  source: row.source as 'messages',
  filled: row.filled as EnrichedField[],
  reverted: row.reverted as EnrichedField[],
  refused: row.refused as unknown as Refused[],
  suggested: (row.suggested as unknown as Accepted[]).map(({ field, value, evidence }) => ({
    field,
    value,
    quote: evidence.quote,
  })),
});
