// Opens the database that the settings name: the one at DATABASE_URL, or the built-in one in DATA_DIR.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { startError } from '../start-error.ts';
import { lockFile, startEmbedded } from './embedded/embedded.ts';
import { lockHolder } from './embedded/lock.ts';
import { openDataDirectory } from './embedded/places.ts';

export type OpenDatabase = {
  url: string;
  /** Stops the database if it is ours; one that runs without us goes on. */
  stop: () => Promise<void>;
  /** Calls back when a database of ours ended although nobody called `stop`. */
  onExit: (callback: () => void) => void;
};

type Settings = Pick<Config, 'data_dir' | 'database_url'>;
type Say = (line: string) => void;

/**
 * The database of the server. While the built-in one runs, DATA_DIR holds its address, which only its
 * owner may read: commands then work beside the server.
 * @throws StartError as {@link startEmbedded} does
 */
export const openDatabase = async (
  { data_dir, database_url }: Settings,
  log: Say,
): Promise<OpenDatabase> => {
  openDataDirectory(data_dir);
  if (database_url) return elsewhere(database_url);
  const postgres = await startEmbedded({ data_dir, log });
  const file = addressFile(data_dir);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid, url: postgres.url }), { mode: 0o600 });
  return {
    url: postgres.url,
    stop: async () => {
      rmSync(file, { force: true });
      await postgres.stop();
    },
    onExit: postgres.onExit,
  };
};

/**
 * The database of a command: the one of the server that runs on this DATA_DIR, else one of its own. While
 * another command has the data, or the server is just starting, it waits.
 * @throws StartError as {@link startEmbedded} does
 */
export const joinDatabase = async (config: Settings, log: Say): Promise<OpenDatabase> => {
  const { data_dir, database_url } = config;
  openDataDirectory(data_dir);
  if (database_url) return elsewhere(database_url);
  for (let waits = 0; ; waits++) {
    const holder = lockHolder(lockFile(data_dir));
    if (holder === undefined) return startEmbedded({ data_dir, log });
    const url = readAddress(data_dir, holder);
    if (url !== null) return elsewhere(url);
    if (waits === 10) log(`Waiting for another Rapport (process ${holder}) on the same data...`);
    await sleep(100);
  }
};

const elsewhere = (url: string): OpenDatabase => ({
  url,
  stop: async () => undefined,
  onExit: () => undefined,
});

const addressFile = (data_dir: string): string => join(data_dir, 'database.url');

/** What the holder of the data wrote; the file of a process that was killed is worth nothing. */
const readAddress = (data_dir: string, holder: number): string | null => {
  try {
    const { pid, url } = JSON.parse(readFileSync(addressFile(data_dir), 'utf8'));
    return pid === holder ? url : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw startError(
        `The server on ${data_dir} runs as another user; run this command as that user.`,
      );
    return null; // Not written yet.
  }
};
