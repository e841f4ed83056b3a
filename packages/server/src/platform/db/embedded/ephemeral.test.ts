import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startEphemeral } from './ephemeral.ts';

test('an ephemeral database is there, apart from others, and leaves nothing', async () => {
  const [one, other] = await Promise.all([startEphemeral(), startEphemeral()]);
  const home = dirname(new URL(one.url).searchParams.get('host')!);
  const client = new Client(one.url);
  await client.connect();
  const { rows } = await client.query('select current_database() as name');
  expect(rows).toEqual([{ name: 'rapport' }]);
  expect(one.url).not.toBe(other.url);
  await client.end();
  await Promise.all([one.stop(), other.stop()]);
  expect(existsSync(home)).toBe(false);
});
