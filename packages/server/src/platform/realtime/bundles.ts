// What each socket is told of a batch of events: all of an event, its number alone, or nothing again.
import type { RealtimeFrame } from '@rapport/contract/events';
import type { NumberedEvent } from '../events/events.queries.ts';

/** The contacts that each restricted member may see, of those that are told of. */
export type Seen = Map<string, Set<string>>;

/** Who listens, and up to where they were told. */
export type Listener = { member_id: string; restricted: boolean; sent: number };

export const KNOWN = '-';
const HIDDEN = 'x';
const TOLD = 'o';

/** What a listener gets of an event: nothing again, its number alone, or all of it. */
export const partOf = (listener: Listener, event: NumberedEvent, seen: Seen): string => {
  if (event.seq <= listener.sent) return KNOWN;
  return isHidden(listener, event, seen) ? HIDDEN : TOLD;
};

const isHidden = (listener: Listener, event: NumberedEvent, seen: Seen): boolean => {
  if (event.member_id !== null && event.member_id !== listener.member_id) return true;
  if (!listener.restricted || event.contact_id === null) return false;
  // Nobody is assigned to a contact that is gone; that its id is gone gives nothing away.
  return event.type !== 'contact.removed' && !seen.get(listener.member_id)?.has(event.contact_id);
};

/** One message; of a run of events that are hidden, one frame tells the last number. */
export const bundleOf = (events: NumberedEvent[], parts: string[]): Buffer => {
  const frames = events.flatMap((event, i): RealtimeFrame[] => {
    if (parts[i] === TOLD) return [frameOf(event)];
    const isLastHidden = parts[i] === HIDDEN && parts[i + 1] !== HIDDEN;
    return isLastHidden ? [{ kind: 'skip', seq: event.seq }] : [];
  });
  return Buffer.from(JSON.stringify(frames.length === 1 ? frames[0] : frames));
};

const frameOf = ({ seq, type, payload }: NumberedEvent): RealtimeFrame => ({
  kind: 'event',
  event: { seq, type, payload },
});
