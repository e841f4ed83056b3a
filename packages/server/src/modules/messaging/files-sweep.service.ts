// Tidies the storage: uploads that no message took, and files whose rows are gone.
import type { BaseCtx } from '../../platform/ctx.ts';
import * as queries from './files-sweep.queries.ts';

const HOUR_MS = 3_600_000;
/** As long as a message may be written; what is in a draft stays as long as the draft. */
const UPLOAD_HOURS = 24;
/** Somebody may still be storing or reading what was deleted this moment. */
const DISCARDED_HOURS = 1;
const BATCH = 200;

/** Forgets uploads older than a day that are in no draft, in all organizations, then removes the files that nothing names. */
export const sweepFiles = async (base: BaseCtx, signal: AbortSignal): Promise<void> => {
  const before = (hours: number) => new Date(base.now().getTime() - hours * HOUR_MS);
  await queries.deleteUnsent(base, before(UPLOAD_HOURS));
  for (;;) {
    signal.throwIfAborted();
    const files = await queries.listDiscarded(base, before(DISCARDED_HOURS), BATCH);
    for (const file of files) {
      await base.ports.storage.remove(file.storage_key);
      await queries.deleteDiscarded(base, file);
    }
    if (files.length < BATCH) return;
  }
};
