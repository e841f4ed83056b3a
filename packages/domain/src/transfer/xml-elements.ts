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

/** Longest attribute kept: a body of 100,000 UTF-16 units, each written as a numeric entity. */
const MAX_VALUE = 1_000_000;
/** Of the ignored attributes, only enough is kept to tell `null` from data. */
const KEPT_OF_IGNORED = 8;
/** Longest name, with the space around its equals sign. */
const MAX_NAME = 300;
const MAX_ATTRIBUTES = 100;

const NAME = /[^\s=/>"'<]+/y;
const ATTRIBUTE = /([^\s=/>"'<]+)\s*=\s*(["'])/y;
/** The beginning of an attribute whose rest is still to come. */
const ATTRIBUTE_START = /[^\s=/>"'<]+\s*=?\s*$/y;
const SPACE = /\s*/y;

/** @param ignored names of attributes whose values are dropped */
export function xmlReader(events: XmlEvents, ignored: ReadonlySet<string>): XmlReader {
  let buffer = '';
  let at = 0;
  /** Each step consumes one token and names its successor; null = more text is needed. */
  let step: () => boolean = content;
  let terminator = '';
  let element = '';
  let attributes: XmlAttributes = {};
  let attributeCount = 0;
  let cut = false;
  let key = '';
  let quote = '';
  let value = '';

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
    NAME.lastIndex = open + 1;
    const name = NAME.exec(buffer)?.[0] ?? '';
    if (name === '' || name.length > MAX_NAME) return broken(name, open);
    if (NAME.lastIndex === buffer.length) return wait(open);
    element = name;
    attributes = {};
    attributeCount = 0;
    cut = false;
    at = NAME.lastIndex;
    return go(insideTag);
  }

  function passOver(): boolean {
    const end = buffer.indexOf(terminator, at);
    if (end === -1) return wait(Math.max(at, buffer.length - terminator.length + 1));
    at = end + terminator.length;
    return go(content);
  }

  function insideTag(): boolean {
    SPACE.lastIndex = at;
    SPACE.exec(buffer);
    at = SPACE.lastIndex;
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(buffer);
    if (match !== null) {
      key = match[1]!;
      quote = match[2]!;
      value = '';
      at = ATTRIBUTE.lastIndex;
      return go(insideValue);
    }
    const next = buffer[at];
    if (next === undefined || (next === '/' && at + 1 === buffer.length)) return wait(at);
    if (next === '>' || buffer.startsWith('/>', at)) {
      at += next === '>' ? 1 : 2;
      events.open(element, attributes, cut);
      if (next === '/') events.close(element);
      return go(content);
    }
    ATTRIBUTE_START.lastIndex = at;
    const incomplete = ATTRIBUTE_START.test(buffer) && buffer.length - at <= MAX_NAME;
    return incomplete ? wait(at) : broken(element, at);
  }

  function insideValue(): boolean {
    const close = buffer.indexOf(quote, at);
    const end = close === -1 ? buffer.length : close;
    const limit = ignored.has(key) ? KEPT_OF_IGNORED : MAX_VALUE;
    const room = limit - value.length;
    if (end - at > room) cut ||= !ignored.has(key);
    value += buffer.slice(at, Math.min(end, at + room));
    if (close === -1) return wait(buffer.length);
    attributeCount += 1;
    if (attributeCount <= MAX_ATTRIBUTES) attributes[key] = decoded(value);
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
