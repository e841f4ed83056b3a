// What the server says in real time: which thing of which organization changed. Truth stays in the API.
import { z } from 'zod';

const id = z.uuid();

/** Payload of each event type. An event that names a contact is sent only to who may see that contact. */
export const EVENTS = {
  'contact.created': z.object({ contact_id: id }),
  'contact.updated': z.object({ contact_id: id }),
  'contact.removed': z.object({ contact_id: id }),
  'contact.enriched': z.object({ contact_id: id, run_id: id }),
  'messaging.message.new': z.object({ contact_id: id, message_id: id }),
  'notes.changed': z.object({ contact_id: id }),
  'todos.changed': z.object({ contact_id: id }),
  /** A tag of the organization was made, changed or deleted; it may be on any contact. */
  'tags.changed': z.object({}),
  /** What is assigned to this member changed; told to all, because who lost a contact no longer hears of it. */
  'assignments.changed': z.object({ member_id: id }),
  /** Somebody joined, left or got another role, or what members may see was changed. */
  'members.changed': z.object({}),
  /** How far an action on many contacts is. */
  'contacts.bulk': z.object({ batch_id: id, done: z.number().int(), total: z.number().int() }),
  'import.progress': z.object({ import_id: id }),
  /** Many things changed at once (import, sample): refetch rather than patch. */
  'contacts.changed': z.object({}),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.output<(typeof EVENTS)[T]>;

/** One frame of `/api/realtime`; `seq` counts up by one per organization. */
export const realtimeEvent = z.object({
  seq: z.number().int(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type RealtimeEvent = z.infer<typeof realtimeEvent>;

/**
 * Frames that the server sends. `hello` opens a connection with the newest `seq`;
 * `reset` says that the gap is too old to replay: refetch everything and go on from `seq`.
 */
export const realtimeFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), seq: z.number().int() }),
  z.object({ kind: z.literal('event'), event: realtimeEvent }),
  /** The events up to `seq` are not for this member: only the number moves. */
  z.object({ kind: z.literal('skip'), seq: z.number().int() }),
  z.object({ kind: z.literal('reset'), seq: z.number().int() }),
]);
export type RealtimeFrame = z.infer<typeof realtimeFrame>;
