import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { DATABASE, SUPERUSER } from './cluster.ts';
import type { Settings } from './postmaster.ts';

/** How the database is reached: what it must be told, and the connection string for clients. */
export type Address = { settings: Settings; url: string };

/**
 * Over the Unix socket in `directory`, which only its owner may enter; no password then.
 * In the connection string `host` in the query wins over "localhost".
 */
export function socketAddress(directory: string): Address {
  return {
    settings: { listen_addresses: '', unix_socket_directories: directory },
    url: `postgresql://${SUPERUSER}@localhost/${DATABASE}?host=${encodeURIComponent(directory)}`,
  };
}

/** Over a free port of the loopback interface, for Windows; everybody there needs the password. */
export async function portAddress(password_file: string): Promise<Address> {
  const port = await freePort();
  const password = readFileSync(password_file, 'utf8').trim();
  return {
    settings: { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' },
    url: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`,
  };
}

/** The file in `home` with the superuser's password, created with a random one at first. */
export function passwordFile(home: string): string {
  const file = join(home, 'postgres.password');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  }
  return file;
}

/** Whether somebody listens on the Unix socket of a database in `directory`. */
export function answers(directory: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(directory, '.s.PGSQL.5432'));
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
