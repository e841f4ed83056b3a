// First pass over a WhatsApp export: what only the whole file tells.
import type { DateOrder } from './text-dates.ts';
import { isNotice } from './whatsapp-content.ts';
import type { Header, HeaderStyle } from './whatsapp-header.ts';
import { type RawMessage, messageReader, splitSender } from './whatsapp-lines.ts';

export type WhatsAppDateOrder = DateOrder | 'ymd';

/** Plain data: it can be stored between the passes, while a person answers who they are. */
export type WhatsAppScan = {
  /** Layout of most headers; null when the file has no message. */
  style: HeaderStyle | null;
  date_order: WhatsAppDateOrder;
  /** False when the dates themselves left the order open, so that it is the likelier one only. */
  date_order_certain: boolean;
  /** Who wrote, most active first. */
  participants: { name: string; messages: number }[];
  /** Names that hold ": " themselves. */
  colon_names: string[];
  /** Senders of nothing but notices of the app: the name of a group in iOS exports. */
  notice_senders: string[];
};

/** More senders are not counted; a WhatsApp group holds 1,024 people. */
const MAX_SENDERS = 5_000;
/** So many messages that all begin with the same words and a colon make these part of the name. */
const ENOUGH_FOR_COLON_NAME = 3;

type Sender = {
  messages: number;
  notices: number;
  /** The one continuation "X" of all messages "Name: X: ..."; null when they differ. */
  continuation: string | null;
};

/** What was found under the headers of one layout; quoted chats bring headers of another. */
type Layout = {
  style: HeaderStyle;
  messages: number;
  senders: Map<string, Sender>;
  order: ReturnType<typeof dateOrderVotes>;
};

/** Chunks of the file in, in order; at the end what the second pass needs. */
export function scanWhatsApp(): { push(chunk: string): void; end(): WhatsAppScan } {
  const layouts = new Map<HeaderStyle, Layout>();

  const reader = messageReader(
    null,
    (message) => {
      const { style } = message.header;
      let layout = layouts.get(style);
      if (layout === undefined) {
        layout = { style, messages: 0, senders: new Map(), order: dateOrderVotes() };
        layouts.set(style, layout);
      }
      add(layout, message);
    },
    () => {},
  );

  return {
    push: reader.push,
    end() {
      reader.end();
      const [most] = [...layouts.values()].sort((a, b) => b.messages - a.messages);
      const senders = most?.senders ?? new Map<string, Sender>();
      const order = most?.order ?? dateOrderVotes();
      return { style: most?.style ?? null, ...order.result(), ...namesOf(senders) };
    },
  };
}

function add(layout: Layout, { header, text }: RawMessage) {
  const { senders } = layout;
  layout.messages += 1;
  layout.order.add(header);
  const said = splitSender(text, []);
  if (said === null) return;
  const notices = isNotice(said.body) ? 1 : 0;
  const continuation = splitSender(said.body, [])?.name ?? null;
  const sender = senders.get(said.name);
  if (sender !== undefined) {
    sender.messages += 1;
    sender.notices += notices;
    if (sender.continuation !== continuation) sender.continuation = null;
  } else if (senders.size < MAX_SENDERS) {
    senders.set(said.name, { messages: 1, notices, continuation });
  }
}

function namesOf(senders: Map<string, Sender>) {
  const participants: WhatsAppScan['participants'] = [];
  const colon_names: string[] = [];
  const notice_senders: string[] = [];
  for (const [name, { messages, notices, continuation }] of senders) {
    const isColonName = continuation !== null && messages >= ENOUGH_FOR_COLON_NAME;
    const full = isColonName ? `${name}: ${continuation}` : name;
    if (isColonName) colon_names.push(full);
    if (notices === messages) notice_senders.push(full);
    else participants.push({ name: full, messages });
  }
  participants.sort((a, b) => b.messages - a.messages);
  return { participants, colon_names, notice_senders };
}

/**
 * Finds the order of day and month: a number above 12 decides; else the order in which the file
 * runs backwards less often (exports are sorted by time); else the layout: dots and dashes are
 * written day first, and slashes too unless beside AM/PM with a short year, as in the United States.
 */
function dateOrderVotes() {
  let messages = 0;
  let yearFirst = 0;
  let american = 0;
  const above12 = { dmy: 0, mdy: 0 };
  const backwards = { dmy: 0, mdy: 0 };
  const latest = { dmy: 0, mdy: 0 };

  function add({ numbers: [a, b, c], separator, isHalved }: Header) {
    messages += 1;
    if (a > 31) {
      yearFirst += 1;
      return;
    }
    if (a > 12 && b <= 12) above12.dmy += 1;
    if (b > 12 && a <= 12) above12.mdy += 1;
    if (separator === '/' && isHalved && c < 100) american += 1;
    for (const [order, day] of [
      ['dmy', (c * 100 + b) * 100 + a],
      ['mdy', (c * 100 + a) * 100 + b],
    ] as const) {
      if (day < latest[order]) backwards[order] += 1;
      latest[order] = day;
    }
  }

  function result(): Pick<WhatsAppScan, 'date_order' | 'date_order_certain'> {
    if (yearFirst * 2 > messages) return { date_order: 'ymd', date_order_certain: true };
    for (const [dmy, mdy] of [
      [above12.dmy, above12.mdy],
      [backwards.mdy, backwards.dmy],
    ] as const) {
      if (dmy !== mdy) return { date_order: dmy > mdy ? 'dmy' : 'mdy', date_order_certain: true };
    }
    const date_order = american * 2 > messages ? 'mdy' : 'dmy';
    return { date_order, date_order_certain: messages === 0 };
  }

  return { add, result };
}
