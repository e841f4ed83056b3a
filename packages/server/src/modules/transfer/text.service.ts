// The text of a stored file, decoded as it streams.
import type { Readable } from 'node:stream';

const FIRST_BYTES = 64 * 1024;

/** UTF-16 when the file starts with its mark, else UTF-8; bytes that are neither become U+FFFD. */
const decoderFor = (start: Buffer): TextDecoder => {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
};

/** Pieces of text with the number of bytes read so far. @param encoding told by the file itself unless given */
export const readText = async function* (
  content: Readable,
  encoding?: string,
): AsyncGenerator<{ text: string; bytes: number }> {
  let decoder = encoding === undefined ? null : new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(chunk);
    bytes += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), bytes };
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield { text: rest, bytes };
};

/** The beginning of a file, enough to tell its format. */
export const firstText = async (content: Readable, encoding?: string): Promise<string> => {
  let start = '';
  for await (const { text, bytes } of readText(content, encoding)) {
    start += text;
    if (bytes >= FIRST_BYTES) break;
  }
  return start;
};
