// Streaming reader of XML that keeps everything in attributes, as phone backups do.
//
// Not a general XML parser, on purpose. Backups hold what a strict parser refuses (emoji as two
// numeric entities of a surrogate pair, control characters) and what it would buffer (megabytes of
// base64 in one attribute). This reader repairs the first and drops the second while it streams by;
// text content, comments and declarations are passed over, so no entity is ever expanded.

export type XmlAttributes = Record<string, string>;

export type XmlEvents = {
  /** `cut`: an attribute was longer than the limit and lost its end. */
  open(name: string, attributes: XmlAttributes, cut: boolean): void;
  /** Also right after the `open` of a self-closing element. */
  close(name: string): void;
  /** A tag that cannot be read; it is passed over up to its `>`. */
  malformed(name: string): void;
};

export type XmlReader = {
  push(chunk: string): void;
  /** Whether the text ended inside a tag. */
  end(): { insideTag: boolean };
};

/** Which attributes are wanted; the values of all others are passed over. */
export type WantedAttributes = {
  whole: ReadonlySet<string>;
  /** Only the first characters, enough to tell `null` from megabytes of data. */
  glimpse: ReadonlySet<string>;
};

/** Longest attribute kept: a body of 100,000 UTF-16 units, each written as a numeric entity. */
const MAX_VALUE = 1_000_000;
const MAX_GLIMPSE = 8;
/** Longest name, with the space around its equals sign. */
const MAX_NAME = 300;

export function xmlReader(events: XmlEvents, wanted: WantedAttributes): XmlReader {
  let buffer = '';
  let at = 0;
  /** Consumes one token and sets its successor; false = more text is needed. */
  let step: () => boolean = content;
  let terminator = '';
  let element = '';
  let attributes: XmlAttributes = {};
  let cut = false;
  let key = '';
  let quote = '';
  let value = '';
  let limit = 0;

  function content(): boolean {
    const open = buffer.indexOf('<', at);
    if (open === -1) return wait(buffer.length);
    // The longest opening that must be told apart is "<![CDATA[".
    const head = buffer.slice(open, open + 9);
    if (head.length < 2 || (head[1] === '!' && head.length < 9)) return wait(open);
    if (head[1] === '!' || head[1] === '?') {
      if (head.startsWith('<!--')) terminator = '-->';
      else if (head === '<![CDATA[') terminator = ']]>';
      else terminator = head[1] === '?' ? '?>' : '>';
      at = open + 2;
      return go(passOver);
    }
    if (head[1] === '/') {
      const end = buffer.indexOf('>', open);
      if (end === -1) return buffer.length - open > MAX_NAME ? broken('', open) : wait(open);
      at = end + 1;
      events.close(buffer.slice(open + 2, end).trim());
      return true;
    }
    const end = nameEnd(buffer, open + 1);
    if (end === open + 1 || end - open > MAX_NAME) return broken('', open);
    if (end === buffer.length) return wait(open);
    element = buffer.slice(open + 1, end);
    attributes = {};
    cut = false;
    at = end;
    return go(insideTag);
  }

  function passOver(): boolean {
    const end = buffer.indexOf(terminator, at);
    if (end === -1) return wait(Math.max(at, buffer.length - terminator.length + 1));
    at = end + terminator.length;
    return go(content);
  }

  function insideTag(): boolean {
    at = spaceEnd(buffer, at);
    const next = buffer[at];
    if (next === undefined || (next === '/' && at + 1 === buffer.length)) return wait(at);
    if (next === '>' || (next === '/' && buffer[at + 1] === '>')) {
      at += next === '>' ? 1 : 2;
      events.open(element, attributes, cut);
      if (next === '/') events.close(element);
      return go(content);
    }
    const end = nameEnd(buffer, at);
    const equals = spaceEnd(buffer, end);
    const open = buffer[equals] === '=' ? spaceEnd(buffer, equals + 1) : equals;
    if (open === buffer.length && open - at <= MAX_NAME) return wait(at);
    if (end === at || open === equals || (buffer[open] !== '"' && buffer[open] !== "'")) {
      return broken(element, at);
    }
    key = buffer.slice(at, end);
    quote = buffer[open]!;
    value = '';
    limit = wanted.whole.has(key) ? MAX_VALUE : wanted.glimpse.has(key) ? MAX_GLIMPSE : 0;
    at = open + 1;
    return go(insideValue);
  }

  function insideValue(): boolean {
    const close = buffer.indexOf(quote, at);
    const end = close === -1 ? buffer.length : close;
    const room = limit - value.length;
    if (end - at > room) cut ||= limit === MAX_VALUE;
    if (room > 0) value += buffer.slice(at, Math.min(end, at + room));
    if (close === -1) return wait(buffer.length);
    if (limit > 0) attributes[key] = decoded(value);
    at = close + 1;
    return go(insideTag);
  }

  /** Passes over a tag that cannot be read. */
  function broken(name: string, from: number): boolean {
    events.malformed(name);
    terminator = '>';
    at = from + 1;
    return go(passOver);
  }

  function wait(from: number): boolean {
    at = from;
    return false;
  }

  function go(next: () => boolean): boolean {
    step = next;
    return true;
  }

  return {
    push(chunk) {
      buffer = at === buffer.length ? chunk : buffer.slice(at) + chunk;
      at = 0;
      while (step());
    },
    end: () => ({ insideTag: step !== content || buffer.length > at }),
  };
}

/** Where the name that starts at `from` ends. */
function nameEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from <= MAX_NAME) {
    if (endsName(text.charCodeAt(at))) break;
    at += 1;
  }
  return at;
}

/** Space and " ' / < = > */
function endsName(code: number): boolean {
  return code <= 0x22 || code === 0x27 || code === 0x2f || (code >= 0x3c && code <= 0x3e);
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the entities of XML; two numeric entities of a surrogate pair become one character. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, character);
}

function character(whole: string, decimal?: string, hex?: string, named?: string): string {
  if (named !== undefined) return NAMED[named]!;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  if (code <= 0xffff) return String.fromCharCode(code);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
