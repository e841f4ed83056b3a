// Lets a page hear what an event says, beside the fetching again that it causes: how far a long action is.
import {
  type EventPayload,
  type EventType,
  readPayload,
  type RealtimeEvent,
} from '@rapport/contract/events';
import { useEffect, useEffectEvent } from 'react';

const listeners = new Set<(event: RealtimeEvent) => void>();

/** Tells an event to whoever listens. */
export const tell = (event: RealtimeEvent): void => {
  for (const listener of listeners) listener(event);
};

/** Hears the events of one type while the component is there. */
export const useEvent = <T extends EventType>(
  type: T,
  hear: (payload: EventPayload<T>) => void,
): void => {
  const onEvent = useEffectEvent((event: RealtimeEvent) => {
    const payload = event.type === type ? readPayload(type, event.payload) : null;
    if (payload) hear(payload);
  });
  useEffect(() => {
    const listener = (event: RealtimeEvent) => onEvent(event);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
};
