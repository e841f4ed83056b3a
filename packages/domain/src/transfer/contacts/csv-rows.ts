// The rows of a CSV as it streams in, and what parts its cells.
import { parse, type CsvError } from 'csv-parse/stream';
import { parse as parseAtOnce } from 'csv-parse/sync';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One row: its cells, and the line of the file that it ends on. */
export type CsvRow = { line: number; cells: string[] };

/** A row longer than this is a quote that is never closed. */
const LONGEST_ROW = 1_000_000;
const SNIFFED_ROWS = 30;

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: LONGEST_ROW,
};

/** What a spreadsheet writes first to say what parts the cells. */
const SEPARATOR_LINE = /^\ufeff?sep=(.)\r?\n/i;
const MARK_AND_SEPARATOR = 16;

/**
 * What parts the cells of a file: what it says itself, else what parts most rows into as many cells each.
 * @param start the beginning of the text
 */
export const guessDelimiter = (start: string): Delimiter => {
  const said = SEPARATOR_LINE.exec(start)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === said);
  if (known) return known;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
};

/** As many rows as have the usual number of cells, times that number. */
const scoreOf = (start: string, delimiter: Delimiter): number => {
  const widths = rowsOf(start, delimiter).map((row) => row.length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
  const same = widths.filter((width) => width === usual).length;
  return usual === 1 ? 0 : (same / widths.length) * Math.log2(usual + 1);
};

/** The first rows of a text that may end in the middle of one. */
export const rowsOf = (start: string, delimiter: Delimiter, most = SNIFFED_ROWS): string[][] => {
  const text = start.replace(SEPARATOR_LINE, '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  try {
    return parseAtOnce(whole, { ...OPTIONS, delimiter, to: most });
  } catch {
    // A quote opened in what was cut off, or text that this delimiter makes no sense of.
    return whole
      .split(/\r?\n/, most)
      .filter((line) => line.trim() !== '')
      .map((line) => line.split(delimiter));
  }
};

/**
 * The rows of a text in pieces of any size. A row may have more or fewer cells than the header.
 * @throws CsvFault with a sentence for a quote that is never closed
 */
export const readCsv = async function* (
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<CsvRow> {
  const rows = streamOf(encoded(text)).pipeThrough(
    parse({ ...OPTIONS, delimiter, info: true, skip_records_with_error: false }),
  ) as unknown as AsyncIterable<{ record: string[]; info: { lines: number } }>;
  try {
    for await (const { record, info } of rows) yield { line: info.lines, cells: record };
  } catch (error) {
    throw faultOf(error) ?? error;
  }
};

const streamOf = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });

/** The parser takes bytes; the line that only names the delimiter is none of the rows. */
const encoded = async function* (text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let start: string | null = '';
  for await (const piece of withLineFeeds(text)) {
    if (start === null) yield encoder.encode(piece);
    else if ((start += piece).length > MARK_AND_SEPARATOR) {
      // A line break in its place keeps the numbers of the lines.
      yield encoder.encode(start.replace(SEPARATOR_LINE, '\n'));
      start = null;
    }
  }
  if (start) yield encoder.encode(start.replace(SEPARATOR_LINE, '\n'));
};

/** Every line break as LF, so that a line is counted once, in quotes too. */
const withLineFeeds = async function* (text: AsyncIterable<string>): AsyncGenerator<string> {
  let isOpen = false;
  for await (const piece of text) {
    if (piece === '') continue;
    const whole: string = isOpen ? `\r${piece}` : piece;
    // Whether the last CR is followed by an LF, the next piece tells.
    isOpen = whole.endsWith('\r');
    yield (isOpen ? whole.slice(0, -1) : whole).replaceAll(/\r\n?/g, '\n');
  }
  if (isOpen) yield '\n';
};

/** A file that cannot be read any further, in one sentence. */
export class CsvFault extends Error {}

const faultOf = (error: unknown): CsvFault | null => {
  const { code, lines } = error as CsvError & { lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new CsvFault(
      `A quote (") that opens before line ${lines ?? 'the last one'} is never closed. Close it, or double it if it belongs to the text.`,
    );
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new CsvFault(
      `The row at line ${lines ?? '?'} is longer than a million characters: a quote (") before it is probably never closed.`,
    );
  return typeof code === 'string' && code.startsWith('CSV_')
    ? new CsvFault(`The file cannot be read as CSV at line ${lines ?? '?'}.`)
    : null;
};
