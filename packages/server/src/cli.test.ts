import { writeFileSync } from 'node:fs';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api } from '@rapport/contract/api';
import { createClient } from '@rapport/contract/client';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import {
  makeDataDir,
  runCommand,
  type ServerProcess,
  startCommand,
  startProcess,
  useSeededDirs,
} from './platform/testing/server-process.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const makeSeededDir = useSeededDirs();

const signUp = async ({ url }: ServerProcess) => {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Nell',
      email: 'nell@example.com',
      password: 'correct horse battery',
      organization_name: 'Acme',
    }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return createClient(api, { base_url: url, headers: { cookie: cookies.join('; ') } });
};

const makeFile = (name: string, text: string): string => {
  const file = join(makeDataDir(), name);
  writeFileSync(file, text);
  return file;
};

const lines = (count: number): string =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      contact: { phone: `+1212${2_000_000 + (i % 50)}` },
      direction: 'inbound',
      channel: 'sms',
      body: `Message ${i}`,
      sent_at: new Date(Date.UTC(2024, 0, 1) + i * 1000).toISOString(),
    }),
  ).join('\n');

const CHAT = `[03/04/2024, 10:00:00] Anna Berg: Hello Nora
[03/04/2024, 10:01:00] Nora Lind: Hello Anna
[13/04/2024, 10:02:00] Anna Berg: How are you?
`;

const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await sleep(20);
};

/** The report as numbers by name. */
const report = (stdout: string[]) =>
  Object.fromEntries(
    stdout.flatMap((line) => {
      const [, name, value] = /^(contacts|messages|rows) (?:\w+) +[\d,]+$/.test(line)
        ? (/^(.+?) +([\d,]+)$/.exec(line) ?? [])
        : [];
      return name ? [[name, Number(value!.replaceAll(',', ''))]] : [];
    }),
  );

describe('a command that cannot be is refused in one sentence', () => {
  test.each([
    [['bogus'], 'There is no command "bogus". See all: npm run rapport -- help'],
    [['import'], 'Say which file to import. See how: npm run rapport -- help'],
    [['import', '/no/such'], 'There is no file /no/such. See how: npm run rapport -- help'],
    [['import', '/'], '/ is not a file; import one file at a time.'],
    [['import', '--bad', 'x'], "Unknown option '--bad'. See how: npm run rapport -- help"],
    [['super-admin'], 'Say the e-mail address of one person. See how: npm run rapport -- help'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await runCommand(args, { env: { DATA_DIR: makeDataDir() } });
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: [], stderr: [sentence] });
  });

  test('nobody has signed up; the database it started is stopped again', async () => {
    const DATA_DIR = makeSeededDir();
    const file = makeFile('history.jsonl', lines(1));
    const { code, stderr } = await runCommand(['import', file], {
      env: { DATA_DIR, PORT: '3000' },
    });
    expect(code).toBe(1);
    expect(stderr).toEqual([
      'Nobody has signed up yet: start the server and open http://localhost:3000 first.',
    ]);
    expect(fs.readdirSync(DATA_DIR).sort()).toEqual(['postgres', 'postgres.log', 'secret']);
  });
});

test('help lists every command', async () => {
  const { code, stdout } = await runCommand(['help'], {});
  expect(code).toBe(0);
  for (const name of ['import FILE', 'sample', 'super-admin EMAIL', 'organizations'])
    expect(stdout.some((line) => line.startsWith(name))).toBe(true);
});

test('commands work beside the server and without it', async () => {
  const env = { DATA_DIR: makeSeededDir() };
  const run = async (...args: string[]) => runCommand(args, { env });
  const server = await startProcess({ env });
  const client = await signUp(server);

  const file = makeFile('history.jsonl', `${lines(30)}\nnonsense\n`);
  const first = await run('import', file);
  expect(first).toMatchObject({ code: 0, stderr: [] });
  expect(first.stdout).toContain('  line 31: The line is not valid JSON.');
  expect(report(first.stdout)).toEqual({
    'contacts created': 30,
    'messages new': 30,
    'messages known': 0,
    'rows skipped': 0,
    'rows rejected': 1,
  });
  expect((await client.listContacts()).total_count).toBe(30);
  expect((await run('super-admin', 'Nell@example.com')).stdout).toEqual([
    'Nell@example.com is now a super admin.',
  ]);
  expect((await client.getMe()).user.super_admin).toBe(true);
  expect((await run('super-admin', 'max@example.com')).stderr).toEqual([
    'Nobody has signed up as max@example.com.',
  ]);

  const people = makeFile('people.csv', 'Name,Phone\nAda Park,+1 415 555 2671\nBo,12\n');
  const checked = await run('import', people, '--check');
  expect(checked.stdout).toContain('A dry run: nothing was written.');
  const imported = await run('import', people, '--tag', 'Fair');
  expect(imported).toMatchObject({ code: 0, stderr: [] });
  expect(imported.stdout).toEqual(
    expect.arrayContaining(['  Phone -> phone', '  created    1', '  rejected   1']),
  );
  expect(fs.readFileSync(`${people}.rejected.csv`, 'utf8')).toContain('Bo,12,');
  const { contacts } = await client.listContacts({ query: { search: 'ada park' } });
  expect(contacts).toMatchObject([{ tags: [{ name: 'Fair' }] }]);
  await client.removeContact({ params: { contact_id: contacts[0]!.id } });

  await server.signal('SIGTERM');
  const second = await run('import', file, '--organization', 'acme');
  expect(second.code).toBe(0);
  expect(report(second.stdout)).toMatchObject({ 'messages new': 0, 'messages known': 30 });
  expect((await run('sample')).code).toBe(0);
  const listed = await run('organizations');
  expect(listed.stdout).toHaveLength(1);
  expect(listed.stdout[0]).toMatch(/ {2}Acme {2}\(members: 1, contacts: 53\)$/);
  expect((await run('sample', '--remove')).stdout).toEqual([
    'Removed 23 sample contacts and all that was theirs.',
  ]);
  expect((await run('import', file, '--organization', 'other')).stderr[0]).toMatch(
    /^There is no organization "other"; there are: "Acme" \(/,
  );
});

test('a chat that does not tell who we are asks for our name', async () => {
  const env = { DATA_DIR: makeSeededDir() };
  const server = await startProcess({ env });
  const client = await signUp(server);
  const file = makeFile('_chat.txt', CHAT);
  const asked = await runCommand(['import', file], { env });
  expect(asked.code).toBe(1);
  expect(asked.stderr).toEqual([
    'The chat does not tell which of these is you: "Anna Berg", "Nora Lind". Import again with --own-name NAME.',
  ]);
  const told = await runCommand(['import', file, '--own-name', 'Nora Lind'], { env });
  expect(told).toMatchObject({ code: 0, stderr: [] });
  expect(report(told.stdout)).toMatchObject({ 'contacts created': 1, 'messages new': 3 });
  const { imports } = await client.listImports();
  expect(imports.map(({ status }) => status)).toEqual(['completed', 'cancelled']);
});

test('Ctrl-C stops an import; a killed one is finished by the server', async () => {
  const env = { DATA_DIR: makeSeededDir() };
  const server = await startProcess({ env });
  const client = await signUp(server);
  const file = makeFile('history.jsonl', lines(20_000));
  const newest = async () => (await client.listImports()).imports[0]!;
  const untilUnderWay = async () =>
    until(async () => (await client.listImports()).imports[0]?.status === 'running').then(() =>
      until(async () => (await newest()).messages_created > 0),
    );

  const stopped = startCommand(['import', file], { env });
  await untilUnderWay();
  stopped.signal('SIGINT');
  const { code, stderr } = await stopped.ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: ['Stopped. What is in stays in; import the file again to complete it.'],
  });
  const { status, messages_created } = await newest();
  expect(status).toBe('cancelled');
  expect(messages_created).toBeLessThan(20_000);

  const killed = startCommand(['import', file], { env });
  await untilUnderWay();
  killed.signal('SIGKILL');
  await killed.ended;
  expect((await newest()).status).toBe('running');
  await letWorkersTakeOver(env.DATA_DIR);
  await until(async () => (await newest()).status === 'completed');
  expect((await newest()).messages_created).toBe(20_000 - messages_created);
});

/** Does not wait for the minute that a killed command's import stays its own. */
const letWorkersTakeOver = async (data_dir: string): Promise<void> => {
  const { url } = JSON.parse(fs.readFileSync(join(data_dir, 'database.url'), 'utf8'));
  const client = new pg.Client(url);
  await client.connect();
  await client.query('update graphile_worker._private_jobs set run_at = now()');
  await client.end();
};

test('the address of a server that was killed is not believed', async () => {
  const env = { DATA_DIR: makeSeededDir() };
  const server = await startProcess({ env });
  await signUp(server);
  await server.kill('tree');
  expect(fs.existsSync(join(env.DATA_DIR, 'database.url'))).toBe(true);
  const { code, stdout } = await runCommand(['organizations'], { env });
  expect(code).toBe(0);
  expect(stdout.at(-1)).toContain('Acme');
});
