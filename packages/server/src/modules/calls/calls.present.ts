// A call as the API shows it.
import type { call, callAnalysisGroup, callDetails } from '@rapport/contract/calls.api';
import type { todo } from '@rapport/contract/todos.api';
import { formatPhone } from '@rapport/domain/contacts/phones';
import type { z } from 'zod';
import type { AnalysisRow } from './analyses.queries.ts';
import type { CallRow } from './calls.queries.ts';

export const presentCall = (row: CallRow): z.input<typeof call> => ({
  id: row.id,
  contact_id: row.contact_id,
  contact: { first_name: row.first_name, last_name: row.last_name },
  sid: row.sid,
  provider: row.provider as 'twilio',
  direction: row.direction as 'inbound',
  status: row.status as 'completed',
  outcome: row.outcome as 'answered' | null,
  from_address: row.from_address,
  to_address: row.to_address,
  phone_number_id: row.phone_number_id,
  received_on: receivedOn(row),
  started_at: row.started_at,
  duration_seconds: row.duration_seconds,
  recording_url: row.recording_status === 'stored' ? `/api/calls/${row.id}/recording` : null,
  recording_status: row.recording_status as 'none',
  has_transcription: row.transcription !== null,
  created_at: row.created_at,
});

/** Our line as people know it: "Friendly (number)", or the number alone. */
const receivedOn = (row: CallRow): string => {
  const ours = row.direction === 'inbound' ? row.to_address : row.from_address;
  const number = formatPhone(row.line_number ?? ours, 'international');
  return row.line_name ? `${row.line_name} (${number})` : number;
};

export const presentDetails = (
  row: CallRow,
  analyses: AnalysisRow[],
  todos: z.input<typeof todo>[],
): z.input<typeof callDetails> => ({
  ...presentCall(row),
  transcription: row.transcription,
  segments: row.segments ?? [],
  analyses: groupRuns(analyses),
  todos,
});

/** One group an analyzer, in the order of their first answers; in each the newest run first. */
const groupRuns = (rows: AnalysisRow[]): z.input<typeof callAnalysisGroup>[] => {
  const groups = new Map<string, z.input<typeof callAnalysisGroup>>();
  for (const { analyzer_id, analyzer_name, status, ...run } of rows) {
    const key = analyzer_id ?? analyzer_name;
    const group = groups.get(key) ?? { analyzer_id, analyzer_name, runs: [] };
    groups.set(key, {
      // The name that the newest answer knew.
      ...group,
      analyzer_name,
      runs: [{ ...run, status: status as 'completed' }, ...group.runs],
    });
  }
  return [...groups.values()];
};
