// What each real-time event makes stale: one table, and the only place that joins events and query keys.
import { EVENTS, type EventPayload, type EventType, readPayload } from '@rapport/contract/events';
import { keys } from '../lib/keys.ts';

type Key = readonly string[];
type Table = { [T in EventType]: (payload: EventPayload<T>) => Key[] };

const TABLE: Table = {
  'contact.created': () => [keys.contactLists, keys.assignments],
  'contact.updated': ({ contact_id }) => [
    keys.contactLists,
    keys.conversations,
    keys.assignments,
    keys.contact(contact_id),
    keys.contactCalls(contact_id),
    keys.callsOne,
  ],
  'contact.removed': ({ contact_id }) => [
    keys.contactLists,
    keys.conversations,
    keys.assignments,
    keys.contact(contact_id),
    keys.contactMessages(contact_id),
    keys.contactCalls(contact_id),
    keys.contactNotes(contact_id),
    keys.contactEvidence(contact_id),
  ],
  'contact.enriched': ({ contact_id }) => [
    keys.contactLists,
    keys.conversations,
    keys.contact(contact_id),
    keys.contactCalls(contact_id),
    keys.callsOne,
    keys.contactNotes(contact_id),
    keys.contactEvidence(contact_id),
  ],
  'messaging.message.new': ({ contact_id }) => [
    keys.contactLists,
    keys.contact(contact_id),
    keys.contactMessages(contact_id),
    keys.conversations,
    keys.simulated,
  ],
  'messaging.message.status': ({ contact_id }) => [
    keys.contactMessages(contact_id),
    keys.conversations,
    keys.simulated,
  ],
  'messaging.numbers.changed': () => [keys.phoneNumbers],
  'messaging.addresses.changed': () => [keys.emailAddresses],
  'messaging.suppressions.changed': () => [keys.suppressions],
  'messaging.read.changed': () => [keys.conversations],
  'messaging.read.all': () => [keys.conversations],
  'messaging.draft.changed': ({ contact_id }) => [
    keys.contactDrafts(contact_id),
    keys.conversations,
  ],
  'messaging.conversation.changed': () => [keys.conversations],
  'messaging.suggestions.ready': ({ message_id }) => [keys.suggestions(message_id)],
  'messaging.canned.changed': () => [keys.cannedReplies],
  'messaging.inbox.changed': () => [keys.conversations],
  'call.changed': ({ contact_id, call_id }) => [
    keys.contactLists,
    keys.conversations,
    keys.contact(contact_id),
    keys.contactCalls(contact_id),
    keys.call(call_id),
  ],
  'calls.settings.changed': () => [keys.analyzers, keys.callHandling],
  'notes.changed': ({ contact_id }) => [keys.contactNotes(contact_id)],
  'todos.changed': ({ contact_id }) => [
    keys.contactTodos(contact_id),
    keys.contactCalls(contact_id),
    keys.callsOne,
  ],
  'tags.changed': () => [keys.tags, keys.contacts],
  'assignments.changed': () => [keys.contacts, keys.conversations],
  'contact.enrich.progress': ({ batch_id }) => [keys.enrichmentBatch(batch_id)],
  'contacts.bulk': () => [keys.contactLists],
  'import.progress': ({ import_id }) => [keys.importList, keys.import(import_id)],
  'members.changed': () => [keys.members, keys.invitations, keys.me],
  'contacts.changed': () => [
    keys.contacts,
    keys.conversations,
    keys.messages,
    keys.calls,
    keys.notes,
    keys.todos,
    keys.evidence,
    keys.tags,
    keys.me,
  ],
};

const isKnown = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/**
 * The query keys that an event makes stale.
 * @returns null for an event of a newer server that this page does not know, or whose payload it cannot read:
 * then everything may be stale.
 */
export const keysOf = (event: { type: string; payload: unknown }): Key[] | null => {
  if (!isKnown(event.type)) return null;
  const payload = readPayload(event.type, event.payload);
  return payload && (TABLE[event.type] as (payload: unknown) => Key[])(payload);
};
