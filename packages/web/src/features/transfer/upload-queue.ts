// The files on their way to the server, one after another. It outlives the page that shows it, so that
// somebody may look around meanwhile.
import type { HistoryImport } from '@rapport/contract/transfer.api';
import { isPassing, messageOf } from '../../lib/api.ts';
import type { ImportOptions, Upload } from './upload.ts';

export type QueuedFile = {
  key: number;
  file: File;
  options: ImportOptions;
  state: 'waiting' | 'uploading' | 'failed';
  /** How much has left, from 0 to 1. */
  progress: number;
  /** One sentence, when it failed. */
  error: string | null;
  /** Sending it again may work: the connection or the server failed, not the file. */
  may_retry: boolean;
};

export type UploadQueue = {
  /** The same array until something changes. */
  list: () => readonly QueuedFile[];
  subscribe: (listener: () => void) => () => void;
  add: (files: readonly File[], options: ImportOptions) => void;
  /** Puts a failed file at its place again. */
  retry: (key: number) => void;
  /** Takes a file out; stops it when it is on its way. */
  remove: (key: number) => void;
};

/**
 * @param send uploads one file
 * @param onStarted called with the import that each file started
 */
export const createUploadQueue = (
  send: (upload: Upload) => Promise<HistoryImport>,
  onStarted: (started: HistoryImport) => void,
): UploadQueue => {
  let files: readonly QueuedFile[] = [];
  let nextKey = 1;
  let current: { key: number; abort: AbortController } | null = null;
  const listeners = new Set<() => void>();

  const set = (changed: readonly QueuedFile[]) => {
    files = changed;
    for (const listener of listeners) listener();
  };
  const patch = (key: number, change: Partial<QueuedFile>) =>
    set(files.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: number) => set(files.filter((one) => one.key !== key));

  const work = async () => {
    if (current !== null) return;
    const next = files.find((one) => one.state === 'waiting');
    if (!next) return;
    const abort = new AbortController();
    current = { key: next.key, abort };
    patch(next.key, { state: 'uploading', progress: 0, error: null });
    try {
      const started = await send({
        file: next.file,
        options: next.options,
        signal: abort.signal,
        onProgress: (progress) => patch(next.key, { progress }),
      });
      drop(next.key);
      onStarted(started);
    } catch (error) {
      if (!abort.signal.aborted)
        patch(next.key, {
          state: 'failed',
          error: messageOf(error),
          may_retry: isPassing(error),
        });
    } finally {
      current = null;
      void work();
    }
  };

  return {
    list: () => files,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (added, options) => {
      const queued = added.map((file): QueuedFile => ({
        key: nextKey++,
        file,
        options,
        state: 'waiting',
        progress: 0,
        error: null,
        may_retry: false,
      }));
      set([...files, ...queued]);
      void work();
    },
    retry: (key) => {
      patch(key, { state: 'waiting', progress: 0, error: null });
      void work();
    },
    remove: (key) => {
      if (current?.key === key) current.abort.abort();
      drop(key);
    },
  };
};
