// Files of contacts: what they are, how they begin, and their rows as contacts.
import type { Readable } from 'node:stream';
import {
  type Delimiter,
  guessDelimiter,
  readCsv,
  rowsOf,
} from '@rapport/domain/transfer/contacts/csv-rows';
import { encodingDetector, type FileEncoding } from '@rapport/domain/transfer/contacts/encoding';
import { guessMapping, isHeader } from '@rapport/domain/transfer/contacts/guess-mapping';
import { mapRow, textOf } from '@rapport/domain/transfer/contacts/map-row';
import type { RawContact } from '@rapport/domain/transfer/contacts/raw-contact';
import type { ColumnMapping, GuessedMapping } from '@rapport/domain/transfer/contacts/targets';
import { type Card, vcardReader } from '@rapport/domain/transfer/contacts/vcard';
import { storable } from '@rapport/domain/transfer/rows';
import { firstText, readText } from './text.service.ts';

/** Opens the file anew. */
type Open = () => Readable;

export type FileStart = {
  format: 'csv' | 'vcard';
  encoding: FileEncoding;
  delimiter: Delimiter | null;
  has_header: boolean;
  columns: { name: string; samples: string[] }[];
  mapping: GuessedMapping[];
};

const SAMPLES = 5;
const LONGEST_SAMPLE = 200;
const MOST_COLUMNS = 1000;

/** How a file is to be read, where it is not to be guessed. */
export type ReadingWish = {
  encoding?: FileEncoding | undefined;
  delimiter?: Delimiter | undefined;
  has_header?: boolean | undefined;
};

/**
 * Looks at a file.
 * @param country ISO 3166, of numbers without a country code
 * @returns null when it holds no contacts
 */
export const lookAtFile = async (
  open: Open,
  country: string,
  wish: ReadingWish = {},
): Promise<FileStart | null> => {
  const encoding = wish.encoding ?? (await encodingOf(open()));
  const start = await firstText(open(), encoding);
  if (/^\s*BEGIN:VCARD/i.test(start)) return vcardStart(start, encoding);
  // Workbooks and pictures have bytes that are no text; XML and JSON are no table.
  const isTable = !/^PK|^\s*[<{[]/.test(start) && !start.slice(0, 4096).includes('\0');
  return isTable ? csvStart(start, encoding, country, wish) : null;
};

const encodingOf = async (content: Readable): Promise<FileEncoding> => {
  const detector = encodingDetector();
  for await (const bytes of content as AsyncIterable<Uint8Array>) detector.push(bytes);
  return detector.end();
};

const csvStart = (
  start: string,
  encoding: FileEncoding,
  country: string,
  wish: ReadingWish,
): FileStart | null => {
  const delimiter = wish.delimiter ?? guessDelimiter(start);
  const rows = rowsOf(start, delimiter).map((cells) => cells.map((cell) => storable(textOf(cell))));
  const [first] = rows;
  if (!first) return null;
  const has_header = wish.has_header ?? isHeader(first, country);
  const below = has_header ? rows.slice(1) : rows;
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, i) => ({
    name: ((has_header && first[i]) || `Column ${i + 1}`).slice(0, LONGEST_SAMPLE),
    samples: below.flatMap((row) => row[i]?.slice(0, LONGEST_SAMPLE) || []).slice(0, SAMPLES),
  }));
  const names = columns.map(({ name }) => (has_header ? name : ''));
  const samples = columns.map((column) => column.samples);
  return {
    format: 'csv',
    encoding,
    delimiter,
    has_header,
    columns,
    mapping: guessMapping(names, samples, country),
  };
};

const vcardStart = (start: string, encoding: FileEncoding): FileStart => {
  const reader = vcardReader();
  const cards = [...reader.push(start), ...reader.end()].slice(0, SAMPLES);
  const column = (name: string, read: (raw: RawContact) => string | undefined) => ({
    name,
    samples: cards.flatMap(({ raw }) => read(raw) || []),
  });
  return {
    format: 'vcard',
    encoding,
    delimiter: null,
    has_header: false,
    mapping: [],
    columns: [
      column('Name', ({ fields }) => [fields.first_name, fields.last_name].join(' ').trim()),
      column('Company', ({ fields }) => fields.company),
      column('Phone', ({ phones }) => phones.map(({ value }) => value).join(', ')),
      column('E-mail', ({ emails }) => emails.map(({ value }) => value).join(', ')),
    ],
  };
};

/** One contact of a file. `cells` are the row as it came, for whoever has to mend it. */
export type FileRow = { line: number; raw: RawContact; cells: string[] };

export type FileFormat = {
  format: string;
  encoding: string;
  delimiter: string | null;
  has_header: boolean;
  mapping: readonly ColumnMapping[];
};

/**
 * The contacts of a file in its order, with how many bytes are read.
 * @throws CsvFault with a sentence when the rest of a CSV cannot be read
 */
export const readFileRows = async function* (
  content: Readable,
  file: FileFormat,
): AsyncGenerator<{ row: FileRow; bytes: number }> {
  const progress = { bytes: 0 };
  const rows =
    file.format === 'vcard' ? cardsOf(content, file, progress) : csvRowsOf(content, file, progress);
  for await (const row of rows) yield { row, bytes: progress.bytes };
};

type Progress = { bytes: number };

const textOnly = async function* (content: Readable, encoding: string, progress: Progress) {
  for await (const { text, bytes } of readText(content, encoding)) {
    progress.bytes = bytes;
    yield text;
  }
};

const csvRowsOf = async function* (
  content: Readable,
  { encoding, delimiter, has_header, mapping }: FileFormat,
  progress: Progress,
): AsyncGenerator<FileRow> {
  const text = textOnly(content, encoding, progress);
  let isHeaderDue = has_header;
  for await (const { line, cells } of readCsv(text, delimiter as Delimiter)) {
    if (!isHeaderDue)
      yield {
        line,
        raw: mapRow(cells, mapping),
        cells: cells.map((cell) => storable(textOf(cell))),
      };
    isHeaderDue = false;
  }
};

const cardsOf = async function* (
  content: Readable,
  { encoding }: FileFormat,
  progress: Progress,
): AsyncGenerator<FileRow> {
  const reader = vcardReader();
  const rowOf = ({ line, raw, text }: Card): FileRow => ({ line, raw, cells: [storable(text)] });
  for await (const text of textOnly(content, encoding, progress))
    yield* reader.push(text).map(rowOf);
  yield* reader.end().map(rowOf);
};
