// The server is killed during an import of contacts: every row is done and counted once.
import { api } from '@rapport/contract/api';
import { createClient } from '@rapport/contract/client';
import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  type ServerProcess,
  startProcess,
  useSeededDirs,
} from '../../platform/testing/server-process.ts';

const makeSeededDir = useSeededDirs();

const ROWS = 5000;

const file = (): string => {
  const lines = ['Name,Phone,Tags'];
  for (let i = 0; i < ROWS; i++)
    lines.push(`Person ${i},${i % 100 === 0 ? '12' : `+1212${2_000_000 + i}`},Tag ${i % 3}`);
  return lines.join('\n');
};

const clientOf = ({ url }: ServerProcess, cookie: string) =>
  createClient(api, { base_url: url, headers: { cookie } });

const signUp = async ({ url }: ServerProcess): Promise<string> => {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Nell',
      email: 'nell@example.com',
      password: 'correct horse battery',
    }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await sleep(20);
};

test('survives kills during an import', { timeout: 300_000 }, async () => {
  const env = { DATA_DIR: makeSeededDir(), SIGN_UP: 'open', LOG_LEVEL: 'silent' };
  let server = await startProcess({ env });
  const cookie = await signUp(server);
  const body = new FormData();
  body.set('file', new Blob([file()]), 'people.csv');
  const { id } = await clientOf(server, cookie).createContactImport({ body } as object);
  const params = { contact_import_id: id };
  const look = async (): Promise<ContactImport> =>
    clientOf(server, cookie).getContactImport({ params });
  await clientOf(server, cookie).runContactImport({ params, body: {} });

  for (const kind of ['node', 'tree'] as const) {
    const { rows } = await look();
    await until(async () => (await look()).rows > rows);
    await server.kill(kind);
    server = await startProcess({ env });
    expect((await look()).status).not.toBe('completed');
  }

  await until(async () => !['queued', 'running'].includes((await look()).status));
  const done = await look();
  expect(done).toMatchObject({
    status: 'completed',
    rows: ROWS,
    created: ROWS - 50,
    updated: 0,
    unchanged: 0,
    rejected: 50,
  });
  const client = clientOf(server, cookie);
  expect((await client.listContacts({})).total_count).toBe(ROWS - 50);
  const { rejections, total_count } = await client.listContactRejections({ params });
  expect({ total_count, first: rejections[0]!.line }).toEqual({ total_count: 50, first: 2 });
  expect(new Set(rejections.map(({ line }) => line)).size).toBe(50);
  await server.signal('SIGTERM');
});
