import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import {
  buildContact,
  buildMessage,
  buildOrganization,
  buildPhone,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { eraseChanges } from './changes.queries.ts';
import { resolveContacts } from './resolve.service.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

const read = async (contact_id: string) => {
  const { changes } = await client.listChanges({ params: { contact_id } });
  return changes.map(({ field, before, after }) => [field, before, after]);
};

test('what people change is written down with who, from what and to what, newest first', async () => {
  const { id, phones } = await buildContact(ctx, { last_name: 'Lopez', company: 'Acme' });
  const params = { contact_id: id };
  await client.updateContact({ params, body: { company: 'Globex', first_name: 'Carla' } });
  await client.createPhone({ params, body: { phone_number: '+12125550142', is_preferred: true } });
  expect(await read(id)).toEqual([
    ['preferred_phone', phones[0]!.phone_number, '+12125550142'],
    ['phone', null, '+12125550142'],
    ['company', 'Acme', 'Globex'],
    ['preferred_phone', null, phones[0]!.phone_number],
    ['phone', null, phones[0]!.phone_number],
    ['status', null, 'active'],
    ['source', null, 'manual'],
    ['company', null, 'Acme'],
    ['last_name', null, 'Lopez'],
    ['first_name', null, 'Carla'],
    ['contact', null, 'created'],
  ]);
  const { changes } = await client.listChanges({ params });
  expect(changes[0]).toMatchObject({ way: 'person', member_id: owner.member_id });
  expect(changes[0]!.member_name).toBe(owner.name);
});

test('pages go on where the last one ended', async () => {
  const { id } = await buildContact(ctx);
  const params = { contact_id: id };
  const all = (await client.listChanges({ params })).changes;
  const seen = [];
  let cursor: string | undefined;
  do {
    const page = await client.listChanges({ params, query: { cursor, limit: 3 } });
    seen.push(...page.changes);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(all);
});

test('enrichment and imports say that it was them', async () => {
  const phone_number = buildPhone();
  const system = systemCtx(server.base, ctx.organization_id, 'import');
  const candidate = { name: null, email: null, identities: [] };
  const phone = { phone_number, raw: null, extension: null };
  const options = { source: 'import', last_contacted_at: null, emit_each: false };
  const [stub] = await resolveContacts(system, [{ ...candidate, phone }], options);
  const contact_id = stub!.contact_id;
  const email = 'dana@example.com';
  await resolveContacts(system, [{ ...candidate, phone, name: 'Dana Reed', email }], options);
  expect(await read(contact_id)).toEqual([
    ['last_name', null, 'Reed'],
    ['first_name', null, 'Dana'],
    ['email', null, email],
    ['contact', null, 'created'],
  ]);
  await buildMessage(ctx, { contact_id, body: 'Hello, thank you for the table, see you tomorrow' });
  await client.enrichFromMessages({ params: { contact_id } });
  const { changes } = await client.listChanges({ params: { contact_id } });
  expect(changes[0]).toMatchObject({ way: 'enrichment', member_id: owner.member_id });
  expect(changes.at(-1)).toMatchObject({ way: 'import', member_id: null });
});

test('a refused change leaves no line', async () => {
  const { id } = await buildContact(ctx);
  const before = await read(id);
  const params = { contact_id: id };
  await expect(
    client.updateContact({ params, body: { company: 'Late', version: 0 } }),
  ).rejects.toMatchObject({ code: 'CONTACT_CHANGED' });
  expect(await read(id)).toEqual(before);
});

test('lines cannot be changed or deleted', async () => {
  const { id } = await buildContact(ctx);
  const lines = ctx.db
    .updateTable('contact_change')
    .set({ after: 'x' })
    .where('contact_id', '=', id);
  await expect(lines.execute()).rejects.toThrow('append-only');
  await expect(
    ctx.db.deleteFrom('contact_change').where('contact_id', '=', id).execute(),
  ).rejects.toThrow('append-only');
  await expect(sql`truncate contact_change`.execute(ctx.db)).rejects.toThrow('append-only');
});

test('of a deleted contact only that it was deleted, and by whom, is kept', async () => {
  const { id } = await buildContact(ctx, { company: 'Secret' });
  await client.removeContact({ params: { contact_id: id } });
  const lines = await ctx.db
    .selectFrom('contact_change')
    .select(['member_id', 'way', 'field', 'before', 'after'])
    .where('contact_id', '=', id)
    .execute();
  expect(lines).toEqual([
    { member_id: owner.member_id, way: 'person', field: 'contact', before: null, after: 'deleted' },
  ]);
});

test('after an erasure in a transaction the log is kept again', async () => {
  const { id } = await buildContact(ctx);
  const attempt = inTx(ctx, async (ctx) => {
    await eraseChanges(ctx, [newId()]);
    await ctx.db.deleteFrom('contact_change').where('contact_id', '=', id).execute();
  });
  await expect(attempt).rejects.toThrow('append-only');
});
