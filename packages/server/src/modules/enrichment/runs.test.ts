import { afterEach, describe, expect, test } from 'vitest';
import { localEnricher } from '../../platform/llm/enricher.ts';
import { newId } from '../../platform/ids.ts';
import { buildContact, buildMessage, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { engineSaying, type Said } from './engine.fixtures.ts';

const server = await testServer();
const { ports } = server.base;
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

afterEach(() => {
  ports.enricher = localEnricher;
});

const said: Said = {
  first_name: 'Mara',
  last_name: 'Voss',
  company: 'North',
  email: 'm@n.example',
  ai_summary: 'Mara sells sails.',
  interests: ['sails'],
};

const enriched = async (fields: object = {}) => {
  const { id: contact_id } = await buildContact(ctx, { first_name: '', last_name: '', ...fields });
  await buildMessage(ctx, { contact_id, body: 'Mara Voss of North, m@n.example, sails' });
  ports.enricher = engineSaying(said);
  const params = { contact_id };
  const { run } = await client.enrichFromMessages({ params });
  return {
    params,
    run,
    revert: async (fields?: (typeof run)['filled']) =>
      client.revertEnrichmentRun({ params: { contact_id, run_id: run.id }, body: { fields } }),
  };
};
const notesOf = async (params: { contact_id: string }) =>
  (await client.listNotes({ params })).notes.map(({ area }) => area).toSorted();

describe('the runs of a contact', () => {
  test('tell what was filled, what was suggested for filled fields, and what was refused', async () => {
    const { id: contact_id } = await buildContact(ctx, {
      first_name: 'Ida',
      last_name: 'Berg',
      company: 'South',
    });
    await buildMessage(ctx, { contact_id, body: 'I am with North now, developer' });
    ports.enricher = engineSaying({
      company: 'North',
      job_title: 'developer',
      timezone: 'Mars/Base',
      email: 'x@never.example',
    });
    await client.enrichFromMessages({ params: { contact_id } });
    const { runs } = await client.listEnrichmentRuns({ params: { contact_id } });
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      source: 'messages',
      filled: ['job_title'],
      suggested: [{ field: 'company', value: 'North', quote: expect.stringContaining('North') }],
      requested_by_name: owner.name,
    });
    expect(runs[0]!.refused).toEqual([
      {
        field: 'email',
        value: 'x@never.example',
        reason: expect.stringContaining('did not write'),
      },
      { field: 'timezone', value: 'Mars/Base', reason: 'not a time zone' },
    ]);
    expect((await client.getContact({ params: { contact_id } })).company).toBe('South');
  });
});

describe('taking back', () => {
  test('one field empties it, with its evidence, and leaves the others', async () => {
    const { params, revert } = await enriched();
    const { run, kept } = await revert(['company']);
    expect({ reverted: run.reverted, kept }).toEqual({ reverted: ['company'], kept: [] });
    expect(await client.getContact({ params })).toMatchObject({
      first_name: 'Mara',
      company: null,
    });
    const { evidence } = await client.getEvidence({ params });
    expect(evidence.map(({ field }) => field)).not.toContain('company');
    expect(await notesOf(params)).toEqual(['ai_enrichment', 'memory']);
    const { changes } = await client.listChanges({ params, query: {} });
    expect(changes[0]).toMatchObject({
      way: 'person',
      field: 'company',
      before: 'North',
      after: null,
    });
  });

  test('the whole run leaves the contact as it was', async () => {
    const { params, revert } = await enriched();
    expect((await revert()).kept).toEqual([]);
    expect(await client.getContact({ params })).toMatchObject({
      first_name: '',
      last_name: '',
      company: null,
      ai_summary: null,
      emails: [],
    });
    expect(await notesOf(params)).toEqual([]);
    expect((await client.getEvidence({ params })).evidence).toEqual([]);
    // The address is nobody's again: whoever writes from it is somebody new.
    const found = await client.listContacts({ query: { search: 'm@n.example' } });
    expect(found.contacts.map(({ id }) => id)).not.toContain(params.contact_id);
  });

  test('touches nothing that a person changed since, and says so', async () => {
    const { params, revert } = await enriched();
    await client.updateContact({ params, body: { first_name: 'Maria', company: 'Northern' } });
    const { emails } = await client.getContact({ params });
    await client.updateEmail({
      params: { ...params, email_id: emails[0]!.id },
      body: { label: 'Work' },
    });
    const { kept } = await revert();
    expect(kept).toEqual(['first_name', 'email', 'company']);
    expect(await client.getContact({ params })).toMatchObject({
      first_name: 'Maria',
      last_name: '',
      company: 'Northern',
      emails: [{ email: 'm@n.example' }],
    });
  });

  test('keeps a memory that grew since', async () => {
    const { params, revert } = await enriched();
    ports.enricher = engineSaying({ ...said, interests: ['rope'] });
    await buildMessage(ctx, { contact_id: params.contact_id, body: 'And rope.' });
    await client.enrichFromMessages({ params });
    expect((await revert()).kept).toContain('memory');
    expect(await notesOf(params)).toEqual(['ai_enrichment', 'memory']);
  });

  test('twice takes nothing more', async () => {
    const { params, revert } = await enriched();
    await revert(['first_name']);
    await client.updateContact({ params, body: { first_name: 'Mara' } });
    expect((await revert(['first_name'])).run.reverted).toEqual(['first_name']);
    expect((await client.getContact({ params })).first_name).toBe('Mara');
  });

  test('a run that is not there, or of another contact, is refused', async () => {
    const { run } = await enriched();
    const { params } = await enriched();
    for (const run_id of [newId(), run.id])
      await expect(
        client.revertEnrichmentRun({ params: { ...params, run_id }, body: {} }),
      ).rejects.toMatchObject({ status: 404, code: 'RUN_NOT_FOUND' });
  });
});
