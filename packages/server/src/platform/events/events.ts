// The outbox: what changed, written in the transaction that changed it, numbered and told after commit.
import { EVENTS, type EventPayload, type EventType, readPayload } from '@rapport/contract/events';
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
  const clean: Record<string, unknown> | null = readPayload(type, payload);
  if (clean === null)
    throw new TypeError(`The event ${type} needs ${Object.keys(EVENTS[type]).join(' and ')}.`);
  await insertEvent(ctx, type, clean, (clean['contact_id'] as string | undefined) ?? null);
  onCommit(ctx, () => ctx.ports.events.wake());
};
