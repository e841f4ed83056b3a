// Which encoding a file has: its byte order mark says it, else its bytes do.

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const LOOKED_AT = 4096;

/** UTF-16 without a mark: text of Latin letters has a zero in every other byte. */
const withoutMark = (start: Uint8Array): FileEncoding | null => {
  let even = 0;
  let odd = 0;
  const end = Math.min(start.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    if (start[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const many = end / 8;
  if (odd > many && odd > even * 4) return 'utf-16le';
  if (even > many && even > odd * 4) return 'utf-16be';
  return null;
};

const marked = ([a, b, c]: Uint8Array): FileEncoding | null => {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null;
};

export type EncodingDetector = {
  push: (bytes: Uint8Array) => void;
  end: () => FileEncoding;
};

/**
 * Reads a whole file, as the one letter that is not UTF-8 may be its last: what is not UTF-8 to the end is
 * Windows-1252, in which old spreadsheets write.
 */
export const encodingDetector = (): EncodingDetector => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let told: FileEncoding | null = null;
  let started = false;
  const read = (bytes: Uint8Array, stream: boolean): void => {
    try {
      decoder.decode(bytes, { stream });
    } catch {
      told = 'windows-1252';
    }
  };
  return {
    push: (bytes) => {
      if (!started) told = marked(bytes) ?? withoutMark(bytes);
      started = true;
      if (told === null) read(bytes, true);
    },
    end: () => {
      if (told === null) read(new Uint8Array(), false);
      return told ?? 'utf-8';
    },
  };
};
