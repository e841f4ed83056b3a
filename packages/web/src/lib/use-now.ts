import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const one of listeners) one();
  }, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const current = () => {
  // Nobody was listening: the clock stood still meanwhile.
  if (timer === undefined && Date.now() - now.getTime() > MINUTE) now = new Date();
  return now;
};

/** The time, renewed each minute by one timer for the whole page. */
export const useNow = (): Date => useSyncExternalStore(subscribe, current);
