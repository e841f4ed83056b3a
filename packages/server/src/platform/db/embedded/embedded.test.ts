import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { isAlive, waitForDeath } from './processes.ts';
import { mayRun } from './user.ts';

const ROOT = process.getuid?.() === 0;
const ORDINARY = { uid: 65534, gid: 65534 };

let seed: string;
beforeAll(async () => {
  seed = fs.mkdtempSync(join(tmpdir(), 'rapport-seed-'));
  fs.chmodSync(seed, 0o711);
  await (await startEmbedded({ data_dir: seed })).stop();
});
afterAll(() => fs.rmSync(seed, { recursive: true }));

/** Puts a cluster into a data directory: a copy takes a tenth of the time of a new one. */
const copyCluster = (directory = data_dir) =>
  execFileSync('cp', ['-a', join(seed, 'postgres'), join(directory, 'postgres')]);

let data_dir: string;
let running: EmbeddedPostgres[];
beforeEach(() => {
  data_dir = fs.mkdtempSync(join(tmpdir(), 'rapport-embedded-'));
  fs.chmodSync(data_dir, 0o711);
  running = [];
});
afterEach(async () => {
  for (const database of running) await database.stop();
  fs.rmSync(data_dir, { recursive: true, force: true });
});

async function start(directory = data_dir, log?: (line: string) => void) {
  const database = await startEmbedded({ data_dir: directory, log });
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database in a Node process of its own, which then waits; resolves to its first line. */
async function startElsewhere(user?: typeof ORDINARY) {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    setInterval(() => {}, 1000);
    try {
      const { pid, url } = await startEmbedded({ data_dir: ${JSON.stringify(data_dir)} });
      console.log(JSON.stringify({ pid, url }));
    } catch (error) {
      console.log(JSON.stringify({ error: error.message }));
    }`;
  const args = ['--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { ...user, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => child.stdout!.once('data', resolve));
  return { child, ...(JSON.parse(line) as { pid: number; url: string; error?: string }) };
}

/** Ends a child and waits: `exitCode` is known only when its end was seen. */
const kill = (child: ChildProcess) =>
  new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGKILL'));

const parentOf = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));

describe('embedded PostgreSQL', () => {
  test('keeps its rows from one start to the next', async () => {
    const first = await start();
    const settings = `select current_database() as name, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses, lower('ÉÜ') = 'éü' as unicode`;
    expect(await query(first.url, settings)).toEqual([
      { name: 'rapport', fsync: 'on', addresses: '', unicode: true },
    ]);
    await query(first.url, 'create table t as select 1 as id');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(fs.existsSync(join(data_dir, 'rapport.pid'))).toBe(false);

    const second = await start();
    expect(await query(second.url, 'select id from t')).toEqual([{ id: 1 }]);
  });

  test('starts on a path that is too long for a socket', async () => {
    const directory = join(data_dir, 'long'.repeat(30));
    fs.mkdirSync(directory);
    copyCluster(directory);
    const database = await start(directory);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const socket_dir = new URL(database.url).searchParams.get('host')!;
    await database.stop();
    expect(fs.existsSync(socket_dir)).toBe(false);
  });

  test('does not start a second time on the same data', async () => {
    copyCluster();
    await start();
    const sentence = `Another Rapport (process ${process.pid}) is already using the data in ${data_dir}; stop it, or start this one with a different DATA_DIR.`;
    await expect(start()).rejects.toMatchObject({ name: 'StartError', message: sentence });
    const { child, error } = await startElsewhere();
    expect(error).toBe(sentence);
    await kill(child);
  });

  test('loses no acknowledged row when the postmaster is killed in the middle of writing', async () => {
    copyCluster();
    const database = await start();
    const exit = new Promise((resolve) => database.onExit(resolve));
    await query(database.url, 'create table t (id int)');
    const client = new Client(database.url);
    client.on('error', () => {});
    await client.connect();
    let acknowledged = 0;
    setTimeout(() => process.kill(database.pid, 'SIGKILL'), 150);
    try {
      for (;;) acknowledged += (await client.query('insert into t values (1)')).rowCount!;
    } catch {
      await exit;
    }
    await database.stop();
    expect(acknowledged).toBeGreaterThan(0);

    const again = await start();
    const rows = await query(again.url, 'select count(*)::int as rows from t');
    expect(rows[0]!['rows']).toBeGreaterThanOrEqual(acknowledged);
  });

  test('stops by itself when its process is killed, and starts again', async () => {
    copyCluster();
    const { child, pid, url } = await startElsewhere();
    await query(url, 'create table t as select 1 as id');
    await kill(child);
    expect(await waitForDeath(pid, 5_000)).toBe(true);
    const again = await start();
    expect(await query(again.url, 'select id from t')).toEqual([{ id: 1 }]);
  });

  test('replaces a postmaster that outlived its process and its guard', async () => {
    copyCluster();
    const { child, pid, url } = await startElsewhere();
    await query(url, 'create table t as select 1 as id');
    process.kill(parentOf(pid), 'SIGKILL');
    await kill(child);
    expect(isAlive(pid)).toBe(true);

    const lines: string[] = [];
    const again = await start(data_dir, (line) => lines.push(line));
    expect(lines).toEqual(['Stopping the database that the last run left behind...']);
    expect(isAlive(pid)).toBe(false);
    expect(await query(again.url, 'select id from t')).toEqual([{ id: 1 }]);
  });

  test('starts although the id of its dead postmaster belongs to a stranger', async () => {
    copyCluster();
    const directory = join(data_dir, 'postgres');
    const stranger = spawn('sleep', ['60'], ROOT ? ORDINARY : {});
    const left = `${stranger.pid}\n/elsewhere\n1\n5432\n${directory}\n`;
    fs.writeFileSync(join(directory, '.s.PGSQL.5432.lock'), left);
    fs.writeFileSync(join(directory, 'postmaster.pid'), `${left}\n\nready\n`);
    const database = await start();
    stranger.kill();
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('refuses the data while it answers to a process that cannot be seen', async () => {
    copyCluster();
    const { child, pid } = await startElsewhere();
    const file = join(data_dir, 'postgres', 'postmaster.pid');
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    fs.writeFileSync(file, ['4194305', ...lines.slice(1)].join('\n'));
    fs.unlinkSync(join(data_dir, 'rapport.pid'));
    await expect(start()).rejects.toThrow('Another Rapport (in another container) is already');
    fs.writeFileSync(file, lines.join('\n'));
    await kill(child);
    await waitForDeath(pid, 5_000);
  });

  test.each([
    ['19', 'was written by PostgreSQL 19 and this Rapport brings PostgreSQL 18; start the newer'],
    ['17', 'was written by PostgreSQL 17 and this Rapport brings PostgreSQL 18; export it'],
    [undefined, 'exists but holds no database; move it away'],
  ])('refuses a cluster of version %s', async (version, sentence) => {
    fs.mkdirSync(join(data_dir, 'postgres'));
    if (version) fs.writeFileSync(join(data_dir, 'postgres', 'PG_VERSION'), `${version}\n`);
    await expect(start()).rejects.toThrow(sentence);
    expect(fs.existsSync(join(data_dir, 'rapport.pid'))).toBe(false);
  });

  test('says why when the database cannot start', async () => {
    copyCluster();
    fs.writeFileSync(join(data_dir, 'postgres', 'postgresql.auto.conf'), "bogus = 'x'\n");
    await expect(start()).rejects.toThrow(/The database could not start: .*configuration/);
  });

  const asOrdinary = ROOT && mayRun(ORDINARY, process.execPath);
  test.runIf(asOrdinary && mayRun(ORDINARY, locateBinaries().postgres))(
    'runs for an ordinary user, and then for root',
    async () => {
      const refused = await startElsewhere(ORDINARY);
      expect(refused.error).toBe(
        `Rapport may not write to ${data_dir}; let this user write there, or choose another DATA_DIR.`,
      );
      await kill(refused.child);
      fs.chownSync(data_dir, ORDINARY.uid, ORDINARY.gid);
      const { child, pid, url } = await startElsewhere(ORDINARY);
      await query(url, 'create table t as select 1 as id');
      await kill(child);
      await waitForDeath(pid, 5_000);
      const again = await start();
      expect(await query(again.url, 'select id from t')).toEqual([{ id: 1 }]);
    },
  );
});
