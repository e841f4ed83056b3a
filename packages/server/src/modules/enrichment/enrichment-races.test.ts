import { afterEach, expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { localEnricher } from '../../platform/llm/enricher.ts';
import { buildContact, buildMessage, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { untilBlocked } from '../../platform/testing/waiting.ts';
import { updateContact } from '../contacts/contacts.service.ts';
import { engineSaying } from './engine.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const { ports } = server.base;
const said = { first_name: 'Mara', last_name: 'Voss', company: 'North', email: 'm@n.example' };

afterEach(() => {
  ports.enricher = localEnricher;
});

const buildStub = async () => {
  const { id } = await buildContact(ctx, { first_name: '', last_name: '' });
  await buildMessage(ctx, { contact_id: id, body: 'Mara Voss of North, m@n.example' });
  return { contact_id: id };
};

test('what a person saves while the engine thinks is kept', async () => {
  const params = await buildStub();
  ports.enricher = engineSaying(said, () =>
    client.updateContact({ params, body: { first_name: 'Ida', company: 'South' } }),
  );
  const { run } = await client.enrichFromMessages({ params });
  expect(run.filled).toEqual(['email']);
  expect(await client.getContact({ params })).toMatchObject({
    first_name: 'Ida',
    last_name: '',
    company: 'South',
  });
});

test('what a person saves in the very moment of writing is kept', async () => {
  const params = await buildStub();
  ports.enricher = engineSaying(said);
  let enriching!: ReturnType<typeof client.enrichFromMessages>;
  await inTx(ctx, async (tx) => {
    await updateContact(tx, params.contact_id, { first_name: 'Ida' });
    enriching = client.enrichFromMessages({ params });
    await untilBlocked(server);
  });
  const { run } = await enriching;
  expect(run.filled.toSorted()).toEqual(['company', 'email']);
  expect(await client.getContact({ params })).toMatchObject({
    first_name: 'Ida',
    last_name: '',
    company: 'North',
    version: 3,
  });
});

test('a contact that is removed while the engine thinks is gone, with nothing left of the run', async () => {
  const params = await buildStub();
  ports.enricher = engineSaying(said, () => client.removeContact({ params }));
  await expect(client.enrichFromMessages({ params })).rejects.toMatchObject({ status: 404 });
  for (const table of ['contact_note', 'enrichment_run', 'contact_evidence'] as const) {
    const query = ctx.db.selectFrom(table).selectAll();
    expect(await query.where('contact_id', '=', params.contact_id).execute()).toEqual([]);
  }
});

test('an engine that fails changes nothing', async () => {
  const params = await buildStub();
  const before = await client.getContact({ params });
  ports.enricher = engineSaying(said, () => Promise.reject(new Error('the model is away')));
  await expect(client.enrichFromMessages({ params })).rejects.toMatchObject({ status: 500 });
  expect(await client.getContact({ params })).toEqual(before);
  expect((await client.listNotes({ params })).notes).toEqual([]);
});

test('several runs at once fill each field once and share one memory', async () => {
  const params = await buildStub();
  ports.enricher = engineSaying({ ...said, interests: ['sails'] });
  const replies = await Promise.all([1, 2, 3, 4].map(() => client.enrichFromMessages({ params })));
  const filled = replies.flatMap(({ run }) => run.filled);
  expect(filled.toSorted()).toEqual(['company', 'email', 'first_name', 'last_name']);
  const { notes } = await client.listNotes({ params });
  expect(notes.map(({ area }) => area)).toEqual(['memory', ...Array(4).fill('ai_enrichment')]);
  expect(notes[0]!.body.match(/^- /gm)).toHaveLength(1);
  expect((await client.getContact({ params })).emails).toHaveLength(1);
  const winner = replies.find(({ run }) => run.filled.length > 0)!.run;
  const evidence = await ctx.db
    .selectFrom('contact_evidence')
    .select('run_id')
    .where('contact_id', '=', params.contact_id)
    .execute();
  expect(new Set(evidence.map(({ run_id }) => run_id))).toEqual(new Set([winner.id]));
});
