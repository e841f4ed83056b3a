// A throw-away PostgreSQL for tests and benchmarks: quick, and everything in it may be lost.
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { socketAddress } from './address.ts';
import type { EmbeddedPostgres } from './embedded.ts';
import { socketDirectory } from './places.ts';
import { startPostmaster } from './postmaster.ts';
import { databaseUser } from './user.ts';

/** Unsafe and quick: a power failure destroys the data, which nobody keeps. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '1GB',
  shared_buffers: '128MB',
  max_connections: 200,
  jit: 'off',
  log_checkpoints: 'off',
};

/**
 * Starts an empty database of its own in the temporary directory. `stop` removes it; so does the
 * end of this process, however it ends. Many may run at once.
 * @throws StartError when there are no binaries or they do not start
 */
export async function startEphemeral(): Promise<EmbeddedPostgres> {
  const binaries = locateBinaries();
  const user = databaseUser();
  const home = mkdtempSync(join(tmpdir(), 'rapport-pg-'));
  if (user) chownSync(home, user.uid, user.gid);
  const directory = join(home, 'data');
  await createCluster(binaries, directory, user, { durable: false });
  const address = socketAddress(socketDirectory(directory, user));
  const postmaster = await startPostmaster({
    binaries,
    directory,
    user,
    settings: { ...SETTINGS, ...address.settings },
    log_file: join(home, 'postgres.log'),
    remove_afterwards: home,
  });
  return { ...postmaster, url: address.url };
}
