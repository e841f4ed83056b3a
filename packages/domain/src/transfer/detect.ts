// Which history format a file has, from its first text and its name.
import { headerOf } from './whatsapp-header.ts';
import { contactNameFromFileName } from './whatsapp-people.ts';

export type HistoryFormat = 'sms_backup' | 'whatsapp' | 'json_lines';

/** Lines of a chat that are looked at; the first may be continuations of a cut message. */
const MAX_LINES = 50;

/**
 * The format of the file, or null when it is none that we read. The content decides; the name is
 * asked only when the content is too short to tell.
 * @param firstChunk the first kilobytes as text
 */
export function detectFormat(firstChunk: string, fileName: string): HistoryFormat | null {
  const text = firstChunk.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('<')) {
    return /<(?:smses|sms|mms|calls)[\s>/]/.test(text) ? 'sms_backup' : null;
  }
  if (text.startsWith('{')) return isJsonLine(text) ? 'json_lines' : null;
  const lines = firstChunk.split('\n', MAX_LINES);
  if (lines.some((line) => headerOf(line.trimEnd()) !== null)) return 'whatsapp';
  if (text !== '') return null;
  if (/\.(?:jsonl|ndjson)$/i.test(fileName)) return 'json_lines';
  if (/_chat\.txt$/i.test(fileName) || contactNameFromFileName(fileName) !== null)
    return 'whatsapp';
  return /^sms-.*\.xml$/i.test(fileName) ? 'sms_backup' : null;
}

/** A whole object on the first line; or the beginning of a line that is longer than the text. */
function isJsonLine(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1 && !text.trimEnd().endsWith('}')) return /^\{\s*"/.test(text);
  try {
    JSON.parse(end === -1 ? text : text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
