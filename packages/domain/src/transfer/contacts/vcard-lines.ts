// Content lines of vCards: unfolded, parted into name, parameters and value, and decoded.

export type ContentLine = {
  /** The line of the file that it begins on. */
  line: number;
  /** In upper case, without its group. */
  name: string;
  /** "item1" of "item1.TEL"; empty without one. */
  group: string;
  /** Names in upper case; the bare types of vCard 2.1 are TYPE. */
  params: Map<string, string[]>;
  /** With transfer encodings undone, escapes as they are. */
  value: string;
};

/** Text in pieces -> whole content lines. */
export type Unfolder = { push: (text: string) => void; end: () => void };

const PHOTO_LINE = 200_000;

/**
 * Joins what was folded: lines that begin with a blank, and lines of quoted-printable that end with "=".
 * @param onLine the unfolded line and the number of its first line; cut after 200,000 characters (pictures)
 */
export const unfolder = (onLine: (text: string, line: number) => void): Unfolder => {
  let rest = '';
  let number = 0;
  let held: { text: string; line: number } | null = null;
  const flush = (): void => {
    if (held && held.text.trim() !== '') onLine(held.text, held.line);
    held = null;
  };
  const take = (text: string): void => {
    number++;
    if (held && isSoft(held.text)) held.text = held.text.slice(0, -1) + text.replace(/^[ \t]/, '');
    else if (held && /^[ \t]/.test(text)) {
      if (held.text.length < PHOTO_LINE) held.text += text.slice(1);
    } else {
      flush();
      held = { text, line: number };
    }
  };
  return {
    push: (text) => {
      rest += text;
      let from = 0;
      for (let to = rest.indexOf('\n'); to >= 0; to = rest.indexOf('\n', from)) {
        take(rest.slice(from, to).replace(/\r$/, ''));
        from = to + 1;
      }
      rest = rest.slice(from);
    },
    end: () => {
      if (rest !== '') take(rest.replace(/\r$/, ''));
      rest = '';
      flush();
    },
  };
};

const isSoft = (text: string): boolean =>
  text.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(text);

/** @returns null for a line that is none */
export const readLine = (text: string, line: number): ContentLine | null => {
  const colon = colonOf(text);
  if (colon < 1) return null;
  const [head = '', ...rest] = partsOf(text.slice(0, colon), ';');
  const point = head.lastIndexOf('.');
  const params = paramsOf(rest);
  return {
    line,
    name: head
      .slice(point + 1)
      .trim()
      .toUpperCase(),
    group: point < 0 ? '' : head.slice(0, point).toLowerCase(),
    params,
    value: decoded(text.slice(colon + 1), params),
  };
};

/** The colon that ends the parameters: not one in quotes. */
const colonOf = (text: string): number => {
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === ':' && !isQuoted) return i;
  }
  return text.indexOf(':');
};

const partsOf = (text: string, by: string): string[] => {
  const parts: string[] = [];
  let isQuoted = false;
  let part = '';
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === by && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
};

/** RFC 6868: ^n, ^' and ^^ stand for what a parameter cannot hold. */
const parameterText = (text: string): string =>
  text
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/\^[n'^]/g, (escape) => (escape === '^n' ? '\n' : escape === "^'" ? '"' : '^'));

const paramsOf = (parts: string[]): Map<string, string[]> => {
  const params = new Map<string, string[]>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const bare = part.trim().toUpperCase();
    const name = equals < 0 ? (ENCODINGS.has(bare) ? 'ENCODING' : 'TYPE') : part.slice(0, equals);
    const values = partsOf(part.slice(equals + 1), ',').map(parameterText);
    const key = name.trim().toUpperCase();
    // TYPE="voice,home" (vCard 4.0) are two.
    const all = key === 'TYPE' ? values.flatMap((value) => value.split(',')) : values;
    params.set(key, [...(params.get(key) ?? []), ...all]);
  }
  return params;
};

const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT', 'B', 'Q']);

const decoded = (value: string, params: Map<string, string[]>): string => {
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase();
  if (encoding !== 'QUOTED-PRINTABLE' && encoding !== 'Q') return value;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [piece, hex] of value.matchAll(/=([0-9A-Fa-f]{2})|=|[^=]+/g)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else for (const byte of encoder.encode(piece)) bytes.push(byte);
  }
  return inCharset(new Uint8Array(bytes), params.get('CHARSET')?.[0]);
};

/** In the charset that the line names; without one UTF-8, and what is not UTF-8 is Windows-1252. */
const inCharset = (bytes: Uint8Array, charset: string | undefined): string => {
  for (const [label, fatal] of [
    [charset, false],
    ['utf-8', true],
  ] as const)
    try {
      if (label) return new TextDecoder(label, { fatal }).decode(bytes);
    } catch {
      // A charset that nobody knows, or bytes that are not UTF-8.
    }
  return new TextDecoder('windows-1252').decode(bytes);
};

/** "\\n", "\\," and the like as what they stand for. */
export const unescape = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );

/** Parts a structured value at unescaped separators. */
export const components = (value: string, by: ';' | ','): string[] => {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!;
    if (character === '\\') part += character + (value[++i] ?? '');
    else if (character === by) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
};
