// The batch of this browser that runs or has just ended: kept outside of React and across a reload, so that
// leaving the page, or closing it, loses nothing.
import { useSyncExternalStore } from 'react';

const PLACE = 'rapport.enrichment-batch';
const listeners = new Set<() => void>();

/** Another person at the same browser must not see the batch of the one before. */
export type RunningBatch = { batch_id: string; member_id: string };

const read = (): string => {
  try {
    return localStorage.getItem(PLACE) ?? '';
  } catch {
    return memory;
  }
};

/** Where storage is forbidden, the batch lives as long as the page. */
let memory = '';

const write = (text: string): void => {
  memory = text;
  try {
    if (text === '') localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, text);
  } catch {
    // Storage is forbidden: memory has it.
  }
  for (const listener of listeners) listener();
};

export const rememberBatch = (batch: RunningBatch): void =>
  write(`${batch.member_id} ${batch.batch_id}`);

export const forgetBatch = (): void => write('');

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
};

/** @returns the id of the member's batch, or null */
export const useRunningBatch = (member_id: string): string | null => {
  const [owner, batch_id] = useSyncExternalStore(subscribe, read).split(' ');
  return owner === member_id && batch_id ? batch_id : null;
};
