// Histories to measure with: invented, of any length, and the same on every machine.

export type HistoryFormat = 'json_lines' | 'sms_backup' | 'whatsapp';

/** One message of an invented history. */
type Said = { contact: number; inbound: boolean; at: Date; body: string };

const MESSAGES_PER_CONTACT = 40;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const WORDS =
  `the a to you I and it is of for in on me that we at be so can do not have with just will are see
   tomorrow today week order price meeting thanks great sure maybe later call back send photo address
   delivery table chairs oak Friday morning evening question invoice quick please would could about okay`.split(
    /\s+/,
  );

/**
 * Messages in order of time, spread over many people as they are on a phone (a WhatsApp export holds one).
 * Lengths are log-normal: half of the messages below 45 characters, one in twenty above 150.
 */
export function* history(messages: number, contacts = contactsOf(messages)): Generator<Said> {
  const random = generator(1);
  let at = FIRST_DAY;
  for (let i = 0; i < messages; i++) {
    at += Math.ceil(random() * 120_000);
    yield {
      // Some people write a lot.
      contact: Math.floor(random() ** 2 * contacts),
      inbound: random() < 0.55,
      at: new Date(at),
      body: textOf(random),
    };
  }
}

/** How many people a history of so many messages has. */
export const contactsOf = (messages: number): number =>
  Math.max(1, Math.round(messages / MESSAGES_PER_CONTACT));

/** The file of a history, in pieces. */
export function* historyFile(format: HistoryFormat, messages: number): Generator<string> {
  const contacts = format === 'whatsapp' ? 1 : contactsOf(messages);
  const { head, line, tail } = WRITERS[format];
  let piece = head(messages);
  for (const said of history(messages, contacts)) {
    piece += line(said);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece + tail;
}

export const phoneOf = (contact: number): string => `+1212${2_000_000 + contact}`;
const nameOf = (contact: number): string => `Person ${contact.toString(36)}`;

type Writer = { head: (messages: number) => string; line: (said: Said) => string; tail: string };

const WRITERS: Record<HistoryFormat, Writer> = {
  json_lines: {
    head: () => '',
    line: ({ contact, inbound, at, body }) =>
      `${JSON.stringify({
        contact: { phone: phoneOf(contact), name: nameOf(contact) },
        direction: inbound ? 'inbound' : 'outbound',
        channel: 'sms',
        body,
        sent_at: at.toISOString(),
      })}\n`,
    tail: '',
  },
  sms_backup: {
    head: (messages) =>
      `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${messages}">\n`,
    line: ({ contact, inbound, at, body }) =>
      `  <sms protocol="0" address="${phoneOf(contact)}" date="${at.getTime()}" type="${inbound ? 1 : 2}" subject="null" body="${body}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="${at.getTime()}" sub_id="1" readable_date="${at.toUTCString()}" contact_name="${nameOf(contact)}" />\n`,
    tail: '</smses>\n',
  },
  whatsapp: {
    head: () => '',
    line: ({ contact, inbound, at, body }) =>
      `[${whatsAppTime(at)}] ${inbound ? nameOf(contact) : 'Me Myself'}: ${body}\n`,
    tail: '',
  },
};

const whatsAppTime = (at: Date): string => {
  const [date, time] = at.toISOString().split('T') as [string, string];
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}, ${time.slice(0, 8)}`;
};

const textOf = (random: () => number): string => {
  // Box-Muller: a normal deviate out of two uniform ones.
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const length = Math.min(800, Math.exp(3.8 + 0.75 * normal));
  let text = pick(random);
  while (text.length < length) text += ` ${pick(random)}`;
  return text;
};

const pick = (random: () => number): string => WORDS[Math.floor(random() * WORDS.length)]!;

/** Uniform numbers in [0, 1): mulberry32. */
const generator = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
