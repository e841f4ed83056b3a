// Short news at the edge of the page; never the only place of something that must be read.
import { Suspense, lazy, useSyncExternalStore } from 'react';
import { messageOf } from '../lib/api.ts';

// The library is fetched with the first news: most visits have none.
const load = () => import('./toaster.tsx');
const LazyToaster = lazy(async () => ({ default: (await load()).Toaster }));

let wanted = false;
const listeners = new Set<() => void>();

const show = (work: (library: Awaited<ReturnType<typeof load>>) => void) => {
  wanted = true;
  for (const listener of listeners) listener();
  load().then(work, () => console.error('The news could not be shown: the page is out of date.'));
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Where the news appear; mounted once, around all pages. */
export const Toaster = () =>
  useSyncExternalStore(subscribe, () => wanted) ? (
    <Suspense fallback={null}>
      <LazyToaster />
    </Suspense>
  ) : null;

type Undo = { undo?: () => void };

export const toast = {
  /** Something worked. With `undo`, a button takes it back. */
  success: (message: string, { undo }: Undo = {}): void =>
    show(({ sonner }) =>
      sonner.success(message, undo ? { action: { label: 'Undo', onClick: undo } } : {}),
    ),
  /** Something failed: shows the sentence of what was thrown. */
  error: (error: unknown): void =>
    show(({ sonner }) => sonner.error(typeof error === 'string' ? error : messageOf(error))),
  info: (message: string): void => show(({ sonner }) => sonner(message)),
};
