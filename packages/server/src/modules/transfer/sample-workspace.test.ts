import { expect, test } from 'vitest';
import { buildContact, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { settled } from './upload.fixtures.ts';

const server = await testServer();

test('the sample is loaded once, looked around in, removed without a trace, and loaded again', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { client } = owner;
  const mine = await buildContact(ctx, { first_name: 'Mine' });

  const loaded = await settled(owner, (await client.loadSample()).id);
  expect(loaded).toMatchObject({
    status: 'completed',
    rows_rejected: 0,
    file_name: 'Sample workspace',
  });
  expect(loaded.messages_created).toBeGreaterThan(100);
  expect(await client.getMe()).toMatchObject({ has_contacts: true, has_sample: true });
  const { contacts } = await client.listContacts({ query: { sort: 'last_contacted_at' } });
  const latest = Date.parse(contacts[0]!.last_contacted_at!);
  expect(latest).toBeLessThanOrEqual(Date.now());
  expect(Date.now() - latest).toBeLessThan(2 * 86_400_000);

  const { calls, total_count } = await client.listCalls();
  expect(total_count).toBe(6);
  expect(calls.every(({ started_at }) => Date.parse(started_at) <= Date.now())).toBe(true);

  const somebody = contacts.find(({ id }) => id !== mine.id)!;
  await client.enrichFromMessages({ params: { contact_id: somebody.id } });
  await expect(client.loadSample()).rejects.toMatchObject({ status: 409, code: 'SAMPLE_LOADED' });

  await client.removeSample();
  expect((await client.listContacts()).contacts).toEqual([mine]);
  expect(await client.getMe()).toMatchObject({ has_contacts: true, has_sample: false });
  for (const table of ['message', 'contact_note', 'enrichment_run', 'import', 'call'] as const) {
    const query = ctx.db.selectFrom(table).selectAll();
    const left = await query.where('organization_id', '=', ctx.organization_id).execute();
    expect({ table, left }).toEqual({ table, left: [] });
  }

  const again = await settled(owner, (await client.loadSample()).id);
  expect(again.messages_created).toBe(loaded.messages_created);
});

test('the sample of one organization is nothing to another', async () => {
  const { owner } = await buildOrganization(server);
  const { owner: other } = await buildOrganization(server);
  await settled(owner, (await owner.client.loadSample()).id);
  expect((await other.client.getMe()).has_sample).toBe(false);
  await other.client.removeSample();
  expect((await owner.client.getMe()).has_sample).toBe(true);
});
