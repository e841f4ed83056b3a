// Numbers new events soon after their commit; a slow tick covers a process that died in between.
import type { BaseCtx } from '../ctx.ts';
import type { EventSink } from './events.ts';
import { numberEvents, pruneEvents } from './events.queries.ts';

const TICK_MS = 1000;
const BATCH = 1000;
const PRUNE_MS = 60 * 60_000;
/** Who was away longer fetches anew instead of catching up. */
const KEPT_DAYS = 7;

export type Sequencer = EventSink & { stop: () => Promise<void> };

/** Starts numbering. `base` is called late because the ports hold the sequencer itself. */
export const startSequencer = (base: () => BaseCtx): Sequencer => {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        // Whoever commits after a short batch wakes us again.
        while ((await numberEvents(base(), BATCH)) === BATCH);
      } catch (error) {
        if (!stopped) base().ports.log.warn({ error }, 'events wait: the database did not answer');
      }
    } while (again && !stopped);
  };

  const wake = (): void => {
    if (stopped) return;
    again = true;
    running ??= run().finally(() => (running = null));
  };
  const timer = setInterval(wake, TICK_MS);
  timer.unref();
  const pruning = setInterval(() => {
    pruneEvents(base().db, KEPT_DAYS).catch(() => undefined);
  }, PRUNE_MS);
  pruning.unref();

  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearInterval(pruning);
      await running;
    },
  };
};
