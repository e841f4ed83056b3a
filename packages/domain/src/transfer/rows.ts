// What every history parser gives: messages in file order, and a reason for each record it could not read.
import type { Channel } from '../messaging/channels.ts';

/** Longer bodies are refused, as the message table refuses them. UTF-16 units. */
export const MAX_BODY = 100_000;

export type HistoryContact = {
  name?: string;
  /** As the source has it; the importer reads it with the organization's country. */
  phone?: string;
  email?: string;
  /** Id of the contact on `channel`: for sources that know neither phone nor e-mail. */
  external_id?: string;
  channel?: Channel;
};

export type HistoryAttachment = {
  name: string | null;
  content_type: string;
  /** The source itself left the file out; else it is beside or inside the source. Bytes are never read. */
  omitted: boolean;
};

export type HistoryRow = {
  /** 1-based line (text formats) or message element number (XML) in the file. */
  line: number;
  contact: HistoryContact;
  direction: 'inbound' | 'outbound';
  channel: Channel;
  /** null when there are only attachments. */
  body: string | null;
  subject?: string;
  /** ISO 8601 UTC with Z. */
  sent_at: string;
  /** Stable id in the source, if it has one. */
  external_id?: string;
  attachments: HistoryAttachment[];
  group?: { name: string | null; participants: string[] };
};

/** A record that cannot be imported, with one clear sentence. */
export type Rejection = { line: number; reason: string };

export type ParsedChunk = { rows: HistoryRow[]; rejections: Rejection[] };

export type HistorySummary = {
  /** Records that are no messages (drafts, system lines ...), counted by kind. */
  skipped: Record<string, number>;
  /** Nothing was imported: the source does not say which participant is us. */
  needs?: 'own_name';
  /** With `needs`: the names to choose from, most active first. */
  participants?: string[];
};

/** Text chunks of any size in, messages out; a chunk border never changes the result. Used once. */
export type HistoryParser = {
  push(chunk: string): ParsedChunk;
  end(): ParsedChunk & { summary: HistorySummary };
};

/** Counts what was skipped, by kind. */
export function count(skipped: Record<string, number>, kind: string): void {
  skipped[kind] = (skipped[kind] ?? 0) + 1;
}

/** Without what a database cannot store: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, '');
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed;
}
