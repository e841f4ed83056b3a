// For tests of the parsers: whole texts in, in any chunks.
import fc from 'fast-check';
import type { HistoryParser, HistoryRow, HistorySummary, Rejection } from './rows.ts';

export type Parsed = { rows: HistoryRow[]; rejections: Rejection[]; summary: HistorySummary };

/** Feeds the text in chunks whose sizes repeat. */
export function readAll(parser: HistoryParser, text: string, sizes = [text.length || 1]): Parsed {
  const rows: HistoryRow[] = [];
  const rejections: Rejection[] = [];
  for (const chunk of chunksOf(text, sizes)) {
    const parsed = parser.push(chunk);
    rows.push(...parsed.rows);
    rejections.push(...parsed.rejections);
  }
  const last = parser.end();
  return {
    rows: [...rows, ...last.rows],
    rejections: [...rejections, ...last.rejections],
    summary: last.summary,
  };
}

export function* chunksOf(text: string, sizes: number[]): Generator<string> {
  for (let at = 0, i = 0; at < text.length; i += 1) {
    const size = sizes[i % sizes.length]!;
    yield text.slice(at, at + size);
    at += size;
  }
}

/** Chunk sizes that cut everywhere: inside words, entities, surrogate pairs, line ends. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
