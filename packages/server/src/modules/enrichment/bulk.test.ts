import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { localEnricher } from '../../platform/llm/enricher.ts';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
} from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { runBatch } from './bulk-run.service.ts';
import { startBatch } from './bulk.service.ts';
import { engineSaying } from './engine.fixtures.ts';

const server = await testServer();
const { ports } = server.base;
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

afterEach(() => {
  ports.enricher = localEnricher;
});

const buildStub = async (body: string | null = 'Hi, my name is Mara Voss.') => {
  const { id } = await buildContact(ctx, { first_name: '', last_name: '' });
  if (body !== null) await buildMessage(ctx, { contact_id: id, body });
  return id;
};
const buildStubs = async (count: number) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await buildStub());
  return ids;
};
const countRuns = async (contact_ids: string[]) =>
  (
    await server.base.db
      .selectFrom('enrichment_run')
      .select('contact_id')
      .where('contact_id', 'in', contact_ids)
      .execute()
  ).length;

describe('a batch', () => {
  test('enriches everybody, tells of each, and names those who failed', async () => {
    const good = await buildStubs(12);
    const silent = await buildStub(null);
    const batch_id = newId();
    const body = { contact_ids: [...good, silent, good[0]!], batch_id };
    let result;
    const events = await heardDuring(ctx, async () => {
      result = await client.bulkEnrichFromMessages({ body });
    });
    expect(result).toMatchObject({
      batch_id,
      total: 13,
      completed: 13,
      succeeded: 12,
      failed: 1,
      failed_ids: [silent],
      failures: [{ contact_id: silent, reason: expect.stringContaining('no messages') }],
    });
    expect(await client.getEnrichmentBatch({ params: { batch_id } })).toEqual(result);
    const told = events.filter(({ type }) => type === 'contact.enrich.progress');
    expect(told.map(({ payload }) => payload['completed'])).toEqual(
      Array.from({ length: 13 }, (_, n) => n + 1),
    );
    expect(told.map(({ payload }) => payload['contact_id']).toSorted()).toEqual(
      [...good, silent].toSorted(),
    );
    expect(told.filter(({ payload }) => payload['succeeded'] === false)).toHaveLength(1);
    expect(await client.getContact({ params: { contact_id: good[5]! } })).toMatchObject({
      first_name: 'Mara',
    });
    const { last_run } = await client.getEvidence({ params: { contact_id: good[5]! } });
    expect(last_run).not.toBeNull();
  });

  test('that is sent again, also by many at once, runs once', async () => {
    const ids = await buildStubs(3);
    const body = { contact_ids: ids, batch_id: newId() };
    const all = await Promise.all(
      Array.from({ length: 5 }, async () => client.bulkEnrichFromMessages({ body })),
    );
    expect(new Set(all.map((batch) => JSON.stringify(batch))).size).toBe(1);
    expect(await countRuns(ids)).toBe(3);
  });

  test('has at most 50 contacts, at least one, all of the organization', async () => {
    const { ctx: theirs } = await buildOrganization(server);
    const { id: foreign } = await buildContact(theirs);
    const own = await buildStub();
    const send = async (contact_ids: string[], batch_id = newId()) =>
      client.bulkEnrichFromMessages({ body: { contact_ids, batch_id } });
    await expect(send([])).rejects.toMatchObject({ status: 400 });
    await expect(send(Array.from({ length: 51 }, newId))).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('more than 50'),
    });
    const batch_id = newId();
    for (const strange of [foreign, newId()])
      await expect(send([own, strange], batch_id)).rejects.toMatchObject({
        status: 404,
        code: 'CONTACT_NOT_FOUND',
      });
    await expect(client.getEnrichmentBatch({ params: { batch_id } })).rejects.toMatchObject({
      status: 404,
      code: 'BATCH_NOT_FOUND',
    });
    expect(await countRuns([own])).toBe(0);
  });

  test('is for owners: neither admins nor members start one', async () => {
    const body = { contact_ids: [await buildStub()], batch_id: newId() };
    for (const role of ['admin', 'member'] as const) {
      const person = await buildMember(ctx, role);
      await expect(person.client.bulkEnrichFromMessages({ body })).rejects.toMatchObject({
        status: 403,
      });
    }
  });

  test('reads ten contacts at a time, never more', async () => {
    const ids = await buildStubs(25);
    let [reading, most] = [0, 0];
    const full = Promise.withResolvers<void>();
    ports.enricher = engineSaying({ ai_summary: 'x' }, async () => {
      most = Math.max(most, ++reading);
      // The first ones wait for each other: fewer at a time would wait for ever.
      if (most === 10) full.resolve();
      await full.promise;
      await new Promise((resolve) => setTimeout(resolve, 5));
      reading--;
    });
    await client.bulkEnrichFromMessages({ body: { contact_ids: ids, batch_id: newId() } });
    expect(most).toBe(10);
  });

  test('goes on where it was when the server is restarted in the middle', async () => {
    const ids = await buildStubs(14);
    const batch_id = newId();
    let read = 0;
    // The rest hangs, as if the process were gone.
    const end = Promise.withResolvers<void>();
    ports.enricher = engineSaying({ ai_summary: 'x' }, async () =>
      ++read > 6 ? end.promise : undefined,
    );
    await startBatch(ctx, { batch_id, contact_ids: ids });
    const half = await until('half of the batch', async () => {
      const batch = await client.getEnrichmentBatch({ params: { batch_id } });
      return batch.completed === 6 && batch;
    });
    expect(half.finished_at).toBeNull();
    // Whoever takes the job over begins it anew.
    ports.enricher = localEnricher;
    await runBatch(ctx, batch_id, new AbortController().signal);
    expect(await client.getEnrichmentBatch({ params: { batch_id } })).toMatchObject({
      completed: 14,
      succeeded: 14,
    });
    expect(await countRuns(ids)).toBe(14);
    // It was not dead after all: what it brings now comes too late, and counts for nothing.
    end.resolve();
    await until('the first job to end', async () => {
      const { rows } =
        await sql`select 1 from graphile_worker.jobs where task_identifier = 'enrichment.bulk'`.execute(
          server.base.db,
        );
      return rows.length === 0;
    });
    expect(await client.getEnrichmentBatch({ params: { batch_id } })).toMatchObject({
      completed: 14,
    });
    expect(await countRuns(ids)).toBe(14);
  });

  test('that shares contacts with another one never reads them at the same time', async () => {
    const ids = await buildStubs(4);
    const busy = new Set<string>();
    let overlaps = 0;
    ports.enricher = {
      ...localEnricher,
      extract: async (input) => {
        const id = input.turns[0]!.id;
        if (busy.has(id)) overlaps++;
        busy.add(id);
        await new Promise((resolve) => setTimeout(resolve, 30));
        busy.delete(id);
        return localEnricher.extract(input);
      },
    };
    const batches = await Promise.all(
      [newId(), newId(), newId()].map(async (batch_id) =>
        client.bulkEnrichFromMessages({ body: { contact_ids: ids, batch_id } }),
      ),
    );
    expect(batches.map(({ succeeded }) => succeeded)).toEqual([4, 4, 4]);
    expect(overlaps).toBe(0);
    expect(await countRuns(ids)).toBe(12);
  });
});
