// The text of a WhatsApp chat export -> its messages: where each begins, and who said it.
import { lineReader } from './lines.ts';
import { MAX_BODY, storable } from './rows.ts';
import { type Header, type HeaderStyle, MARKS, headerOf } from './whatsapp-header.ts';

export type RawMessage = {
  /** 1-based line of the header. */
  line: number;
  header: Header;
  /** `header.rest` with the lines that follow it. */
  text: string;
  /** The text was longer than a body may be; its end was dropped. */
  cut: boolean;
};

/** Room for a header and a name before a body of the longest length. */
const MAX_TEXT = MAX_BODY + 500;

/**
 * Splits a chat into messages, chunk by chunk.
 * @param style headers of other styles are text; null takes all
 * @param onStray lines before the first message
 */
export function messageReader(
  style: HeaderStyle | null,
  onMessage: (message: RawMessage) => void,
  onStray: (line: number) => void,
) {
  let pending: RawMessage | null = null;

  function flush() {
    if (pending !== null) onMessage({ ...pending, text: storable(pending.text).trimEnd() });
    pending = null;
  }

  const reader = lineReader(MAX_TEXT, (text, line, cut) => {
    const header = headerOf(text);
    if (header !== null && (style === null || header.style === style)) {
      flush();
      pending = { line, header, text: header.rest, cut };
    } else if (pending === null) {
      if (text.trim() !== '') onStray(line);
    } else if (pending.text.length + text.length < MAX_TEXT) {
      pending.text += `\n${text}`;
      pending.cut ||= cut;
    } else {
      pending.cut = true;
    }
  });

  return {
    push: (chunk: string) => reader.push(chunk),
    end() {
      reader.end();
      flush();
    },
  };
}

/** Longest name of a sender that is taken for one. */
const MAX_NAME = 100;

/**
 * Sender and body of a message's text; null for a system line, which has no sender.
 * @param colonNames names known to hold ": " themselves
 */
export function splitSender(
  text: string,
  colonNames: readonly string[],
): { name: string; body: string } | null {
  const known = colonNames.find((name) => text.startsWith(`${name}: `));
  const colon = known?.length ?? text.search(/ ?:(?:\s|$)/);
  if (colon < 1 || colon > MAX_NAME) return null;
  const sender = text.slice(0, colon);
  // The colon stands inside a quotation: 'Anna created group "Rome: 2024"'.
  if ((sender.match(/["“”„«»「」]/g)?.length ?? 0) % 2 === 1 || sender.includes('\n')) return null;
  const name = nameOf(sender);
  return name === '' ? null : { name, body: text.slice(colon).replace(/^ ?:\s?/, '') };
}

/** A display name without marks, and without the "~" of people who are not in the address book. */
export function nameOf(sender: string): string {
  return sender
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .replace(/^\s*~\s?/, '')
    .trim();
}
