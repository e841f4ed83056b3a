// What the server says in real time: which thing of which organization changed. Truth stays in the API.
// Without Zod: every page of the web app listens.
import { isRecord } from './json.ts';

/** What each event says. One that names a contact is sent only to who may see that contact. */
export const EVENTS = {
  'contact.created': { contact_id: 'id' },
  'contact.updated': { contact_id: 'id' },
  'contact.removed': { contact_id: 'id' },
  'contact.enriched': { contact_id: 'id', run_id: 'id' },
  /** One contact of a batch was read. */
  'contact.enrich.progress': {
    batch_id: 'id',
    contact_id: 'id',
    succeeded: 'flag',
    completed: 'count',
    total: 'count',
  },
  'messaging.message.new': { contact_id: 'id', message_id: 'id' },
  /** A message of ours went on: sent, delivered, failed, cancelled, or unknown. */
  'messaging.message.status': { contact_id: 'id', message_id: 'id' },
  /** The organization's own numbers changed. */
  'messaging.numbers.changed': {},
  /** The organization's own e-mail addresses changed. */
  'messaging.addresses.changed': {},
  /** Somebody said stop or start, or a person of ours suppressed an address or lifted it. */
  'messaging.suppressions.changed': {},
  /** Of a conversation: how far this member has read it. */
  'messaging.read.changed': { contact_id: 'id', member_id: 'listener' },
  /** This member has read everything. */
  'messaging.read.all': { member_id: 'listener' },
  'messaging.draft.changed': { contact_id: 'id', member_id: 'listener' },
  /** Whether a conversation waits for somebody was decided anew. */
  'messaging.conversation.changed': { contact_id: 'id' },
  'messaging.suggestions.ready': { contact_id: 'id', message_id: 'id' },
  'messaging.canned.changed': {},
  /** After how many days a follow-up is due was changed. */
  'messaging.inbox.changed': {},
  /** A call came in, went on, was written down or read. */
  'call.changed': { contact_id: 'id', call_id: 'id' },
  /** The questions to transcripts, or how our numbers answer. */
  'calls.settings.changed': {},
  'notes.changed': { contact_id: 'id' },
  'todos.changed': { contact_id: 'id' },
  /** A tag of the organization was made, changed or deleted; it may be on any contact. */
  'tags.changed': {},
  /** What is assigned to this member changed; told to all, because who lost a contact no longer hears of it. */
  'assignments.changed': { member_id: 'id' },
  /** Somebody joined, left or got another role, or what members may see was changed. */
  'members.changed': {},
  'import.progress': { import_id: 'id' },
  /** How far an action on many contacts is. */
  'contacts.bulk': { batch_id: 'id', done: 'count', total: 'count' },
  /** Many things changed at once (import, sample): refetch rather than patch. */
  'contacts.changed': {},
} as const satisfies Record<string, Record<string, Kind>>;

/** `listener` is the id of the only member who hears it. */
type Kind = 'id' | 'count' | 'flag' | 'listener';
export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = {
  [Name in keyof (typeof EVENTS)[T]]: (typeof EVENTS)[T][Name] extends 'count'
    ? number
    : (typeof EVENTS)[T][Name] extends 'flag'
      ? boolean
      : string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isId = (value: unknown) => typeof value === 'string' && UUID.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const IS_KIND: Record<Kind, (value: unknown) => boolean> = {
  id: isId,
  count: isCount,
  flag: (value) => typeof value === 'boolean',
  listener: isId,
};

/** @returns what the event says and nothing else; null when something is missing or of another kind */
export const readPayload = <T extends EventType>(
  type: T,
  payload: unknown,
): EventPayload<T> | null => {
  const given = isRecord(payload) ? payload : {};
  const kinds = Object.entries<Kind>(EVENTS[type]);
  if (!kinds.every(([name, kind]) => IS_KIND[kind](given[name]))) return null;
  return Object.fromEntries(kinds.map(([name]) => [name, given[name]])) as EventPayload<T>;
};

/** The member who alone hears an event; null when whoever may see its contact does. */
export const listenerOf = <T extends EventType>(
  type: T,
  payload: EventPayload<T>,
): string | null => {
  const [name] = Object.entries<Kind>(EVENTS[type]).find(([, kind]) => kind === 'listener') ?? [];
  return name === undefined ? null : ((payload as Record<string, unknown>)[name] as string);
};

/** `seq` counts up by one per organization. The type may be one that a newer server knows. */
export type RealtimeEvent = { seq: number; type: string; payload: Record<string, unknown> };

/** What `/api/realtime` says: each message is one frame, or a list of them. */
export type RealtimeFrame =
  /** Opens a connection with the newest `seq`. */
  | { kind: 'hello'; seq: number }
  | { kind: 'event'; event: RealtimeEvent }
  /** The events up to `seq` are not for this member: only the number moves. */
  | { kind: 'skip'; seq: number }
  /** The gap is too old to replay: refetch everything and go on from `seq`. */
  | { kind: 'reset'; seq: number };

/** @returns the frames of one message of the server; what is none is left out */
export const readFrames = (data: unknown): RealtimeFrame[] =>
  [data].flat().flatMap((frame) => readFrame(frame) ?? []);

/** @returns what the server sent as a frame, or null when it is none */
export const readFrame = (data: unknown): RealtimeFrame | null => {
  if (!isRecord(data)) return null;
  const { kind, seq } = data;
  if (kind === 'event') {
    const event = readEvent(data['event']);
    return event && { kind, event };
  }
  if (kind !== 'hello' && kind !== 'skip' && kind !== 'reset') return null;
  return isCount(seq) ? { kind, seq } : null;
};

const readEvent = (data: unknown): RealtimeEvent | null => {
  if (!isRecord(data)) return null;
  const { seq, type, payload } = data;
  return isCount(seq) && typeof type === 'string' && isRecord(payload)
    ? { seq, type, payload }
    : null;
};
