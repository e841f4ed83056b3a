import { createServer } from 'node:http';
import { once } from 'node:events';
import * as fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { portAddress, passwordFile } from './platform/db/embedded/address.ts';
import { locateBinaries } from './platform/db/embedded/binaries.ts';
import { createCluster } from './platform/db/embedded/cluster.ts';
import { startEphemeral } from './platform/db/embedded/ephemeral.ts';
import { startPostmaster } from './platform/db/embedded/postmaster.ts';
import { isAlive } from './platform/db/embedded/processes.ts';
import { databaseUser, mayRun } from './platform/db/embedded/user.ts';
import {
  descendants,
  makeDataDir,
  startInVain,
  startProcess,
  useSeededDirs,
} from './platform/testing/server-process.ts';
import { createTestDatabase } from './platform/testing/test-database.ts';

const ORDINARY = { uid: 65534, gid: 65534 };

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const makeSeededDir = useSeededDirs();

const signUp = async (url: string, email = 'nell@example.com'): Promise<Response> =>
  fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Nell', email, password: 'correct horse battery' }),
  });

describe('the server process', () => {
  test('starts on nothing, says two lines, and ends without a trace', async () => {
    const DATA_DIR = makeDataDir();
    const server = await startProcess({ env: { DATA_DIR } });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(fs.statSync(join(DATA_DIR, 'database.url')).mode & 0o777).toBe(0o600);
    const below = descendants(server.pid);
    expect(below.length).toBeGreaterThan(2);

    const { code, stdout, stderr } = await server.signal('SIGTERM');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: ['Creating the database (first start only)...', `Rapport is ready at ${server.url}`],
      stderr: [],
    });
    expect(below.filter(isAlive)).toEqual([]);
    expect(fs.readdirSync(DATA_DIR).sort()).toEqual(['postgres', 'postgres.log', 'secret']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('keeps its data over %s', async (signal) => {
    const env = { DATA_DIR: makeSeededDir() };
    const first = await startProcess({ env });
    expect((await signUp(first.url)).status).toBe(200);
    expect((await first.signal(signal)).code).toBe(0);

    const second = await startProcess({ env });
    // The organization is there: nobody may found a second one.
    expect((await signUp(second.url, 'max@example.com')).status).toBe(403);
  });

  test('keeps its data when everything is killed at once', async () => {
    const env = { DATA_DIR: makeSeededDir() };
    const first = await startProcess({ env });
    expect((await signUp(first.url)).status).toBe(200);
    await first.kill('tree');

    const second = await startProcess({ env });
    expect((await signUp(second.url, 'max@example.com')).status).toBe(403);
    const { code, stderr } = await second.signal('SIGTERM');
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
  });

  test('ends with a sentence when its database is killed', async () => {
    const DATA_DIR = makeSeededDir();
    const server = await startProcess({ env: { DATA_DIR, LOG_LEVEL: 'silent' } });
    const pid_file = join(DATA_DIR, 'postgres', 'postmaster.pid');
    process.kill(Number.parseInt(fs.readFileSync(pid_file, 'utf8'), 10), 'SIGKILL');
    const { code, stderr } = await server.ended;
    expect(code).toBe(1);
    expect(stderr).toEqual([
      'The built-in database stopped by itself; see postgres.log in DATA_DIR, then start again.',
    ]);
    expect(fs.existsSync(join(DATA_DIR, 'rapport.pid'))).toBe(false);
  });

  test('is not ready while the database at DATABASE_URL is away, and stays', async () => {
    const postgres = await startEphemeral();
    const env = { DATA_DIR: makeDataDir(), DATABASE_URL: postgres.url, LOG_LEVEL: 'silent' };
    const server = await startProcess({ env });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await postgres.stop();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await server.signal('SIGTERM')).code).toBe(0);
  });
});

describe('a start that cannot be is refused in one sentence', () => {
  test('port taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    const DATA_DIR = makeSeededDir();
    const { code, stderr } = await startInVain({ env: { DATA_DIR, PORT } });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toEqual([
      `Port ${PORT} is taken by another program. Stop it, or start with another one: PORT=${Number(PORT) + 1} npm start`,
    ]);
    expect(fs.existsSync(join(DATA_DIR, 'rapport.pid'))).toBe(false);
  });

  test('data in use by another server, which goes on', async () => {
    const env = { DATA_DIR: makeSeededDir() };
    const server = await startProcess({ env });
    const { code, stdout, stderr } = await startInVain({ env });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: [],
      stderr: [
        `Another Rapport (process ${server.pid}) is already using the data in ${env.DATA_DIR}; stop it, or start this one with a different DATA_DIR.`,
      ],
    });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('DATA_DIR is a file', async () => {
    const DATA_DIR = join(makeDataDir(), 'file');
    fs.writeFileSync(DATA_DIR, '');
    const { code, stderr } = await startInVain({ env: { DATA_DIR } });
    expect(code).toBe(1);
    expect(stderr).toEqual([`${DATA_DIR} is not a directory; choose another DATA_DIR.`]);
  });

  const isRoot = process.getuid?.() === 0;
  test.runIf(!isRoot || mayRun(ORDINARY, process.execPath))(
    'DATA_DIR may not be written, with either database',
    async () => {
      const DATA_DIR = makeDataDir();
      fs.chmodSync(DATA_DIR, 0o555);
      const user = isRoot ? { user: ORDINARY } : {};
      for (const DATABASE_URL of ['', 'postgres://localhost/any']) {
        const { code, stderr } = await startInVain({ env: { DATA_DIR, DATABASE_URL }, ...user });
        expect(code).toBe(1);
        expect(stderr).toEqual([
          `Rapport may not write to ${DATA_DIR}; let this user write there, or choose another DATA_DIR.`,
        ]);
      }
    },
  );

  test.each([
    ['PORT', 'many', 'The setting PORT must be a number.'],
    ['DATABASE_URL', 'mysql://h/d', 'The setting DATABASE_URL must start with postgres://.'],
    [
      'DATABASE_URL',
      'postgres://me:a#b@host/d',
      'The setting DATABASE_URL must be an address like postgres://user:password@host/database; write special characters of the password as %xx.',
    ],
  ])('setting %s=%s', async (name, value, sentence) => {
    const { code, stderr } = await startInVain({ env: { DATA_DIR: makeDataDir(), [name]: value } });
    expect({ code, stderr }).toEqual({ code: 1, stderr: [sentence] });
  });

  test('database unreachable', async () => {
    const env = { DATA_DIR: makeDataDir(), DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/d' };
    const { code, stderr } = await startInVain({ env });
    expect(code).toBe(1);
    expect(stderr).toEqual([
      'The database at 127.0.0.1:1/d cannot be used (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL and that the server runs, or unset it to use the built-in database.',
    ]);
  });

  test('wrong password or database over TCP; the right ones start', async () => {
    const { url, stop } = await startWithPassword();
    const change = (part: 'password' | 'pathname', value: string) =>
      Object.assign(new URL(url), { [part]: value }).href;
    const attempts: [string, RegExp][] = [
      [change('password', 'guess'), /cannot be used \(password authentication failed for user/],
      [change('pathname', '/nowhere'), /cannot be used \(database "nowhere" does not exist\)/],
    ];
    for (const [DATABASE_URL, sentence] of attempts) {
      const { code, stderr } = await startInVain({
        env: { DATA_DIR: makeDataDir(), DATABASE_URL },
      });
      expect(code).toBe(1);
      expect(stderr).toHaveLength(1);
      expect(stderr[0]).toMatch(sentence);
      expect(stderr[0]).not.toContain('guess');
    }
    const server = await startProcess({ env: { DATA_DIR: makeDataDir(), DATABASE_URL: url } });
    expect((await signUp(server.url)).status).toBe(200);
    await server.signal('SIGTERM');
    await stop();
  });

  test('database of a newer version, which stays as it is', async () => {
    const database = await createTestDatabase();
    const client = new Client(database.url);
    await client.connect();
    const applied = async () =>
      (await client.query('select name from kysely_migration order by name')).rows;
    await client.query(`insert into kysely_migration values ('29991231T0000_future', now()::text)`);
    const before = await applied();
    const env = { DATA_DIR: makeDataDir(), DATABASE_URL: database.url };
    const { code, stderr } = await startInVain({ env });
    expect(code).toBe(1);
    expect(stderr).toEqual([
      'The database was used by a newer version of Rapport (it has the change "29991231T0000_future"). Start that version, or restore a backup from before the upgrade.',
    ]);
    expect(await applied()).toEqual(before);
    await client.end();
    await database.drop();
  });

  test('database whose user may not create tables', async () => {
    const postgres = await startEphemeral();
    const client = new Client(postgres.url);
    await client.connect();
    await client.query('create role guest login');
    await client.end();
    const DATABASE_URL = Object.assign(new URL(postgres.url), { username: 'guest' }).href;
    const { code, stderr } = await startInVain({ env: { DATA_DIR: makeDataDir(), DATABASE_URL } });
    expect(code).toBe(1);
    expect(stderr).toHaveLength(1);
    expect(stderr[0]).toMatch(/does not let Rapport create its tables \(permission denied/);
    await postgres.stop();
  });
});

/** A database that is reached by TCP and password only. */
const startWithPassword = async () => {
  const home = makeDataDir();
  const user = databaseUser();
  const directory = join(home, 'postgres');
  const password_file = passwordFile(home);
  if (user) fs.chownSync(password_file, user.uid, user.gid);
  const binaries = locateBinaries();
  if (user) fs.chownSync(home, user.uid, user.gid);
  await createCluster(binaries, directory, user, { durable: false, password_file });
  const { url, settings } = await portAddress(password_file);
  const log_file = join(home, 'postgres.log');
  const postmaster = await startPostmaster({ binaries, directory, user, settings, log_file });
  return { url, stop: postmaster.stop };
};
