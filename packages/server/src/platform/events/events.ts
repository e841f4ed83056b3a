// The outbox: what changed, written in the transaction that changed it, numbered and told after commit.
import {
  EVENTS,
  type EventPayload,
  type EventType,
  listenerOf,
  readPayload,
} from '@rapport/contract/events';
import { type Ctx, onCommit } from '../ctx.ts';
import { insertEvent } from './events.queries.ts';

/** Woken after each commit that wrote an event. */
export type EventSink = { wake: () => void };

/** Records an event with the transaction of `ctx`; subscribers hear of it after the commit, or never. */
export const emit = async <T extends EventType>(
  ctx: Ctx,
  type: T,
  payload: EventPayload<T>,
): Promise<void> => {
  const clean = readPayload(type, payload);
  if (clean === null)
    throw new TypeError(`The event ${type} needs ${Object.keys(EVENTS[type]).join(' and ')}.`);
  const contact_id = 'contact_id' in clean ? (clean.contact_id as string) : null;
  await insertEvent(ctx, { type, payload: clean, contact_id, member_id: listenerOf(type, clean) });
  await ctx.ports.onEvent(ctx, type, clean);
  onCommit(ctx, () => ctx.ports.events.wake());
};
