// The port to file storage, and its local-disk adapter.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes from `start` to `end`, both counted from 0 and included. */
export type ByteRange = { start: number; end: number };

export type Storage = {
  /** Stores a stream whole or not at all; resolves to its size in bytes. */
  put: (key: string, content: Readable) => Promise<number>;
  /** The content, or the part of it; the stream fails when there is none, or when it breaks off. */
  get: (key: string, range?: ByteRange) => Readable;
  /** Size in bytes, or null when there is no such file. */
  size: (key: string) => Promise<number | null>;
  /** Removing what is not there is no error. */
  remove: (key: string) => Promise<void>;
};

/** Files below `folder`; a key is a relative path that the server made, never a caller's text. */
export const diskStorage = (folder: string): Storage => {
  const pathOf = (key: string) => {
    const path = normalize(join(folder, key));
    if (!path.startsWith(normalize(folder + '/'))) throw new Error(`storage key leaves its folder`);
    return path;
  };
  return {
    put: async (key, content) => {
      const path = pathOf(key);
      const partial = `${path}.partial`;
      // What people wrote is nobody else's on this machine.
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await pipeline(content, createWriteStream(partial, { mode: 0o600 }));
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return (await stat(path)).size;
    },
    get: (key, range) => createReadStream(pathOf(key), range),
    size: async (key) =>
      stat(pathOf(key)).then(
        (info) => info.size,
        () => null,
      ),
    remove: async (key) => rm(pathOf(key), { force: true }),
  };
};
