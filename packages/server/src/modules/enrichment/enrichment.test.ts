import { afterEach, describe, expect, test } from 'vitest';
import { localEnricher } from '../../platform/llm/enricher.ts';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  type ContactOverrides,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { engineSaying, type Said } from './engine.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const { ports } = server.base;

afterEach(() => {
  ports.enricher = localEnricher;
});

const SAID = 'Hello, it is me: mara@north.example, Mara Voss of North Sails';

/** Enriches a contact with these values, about whom the engine says this. */
const enrich = async (before: ContactOverrides, said: Said, body = SAID) => {
  const { id } = await buildContact(ctx, { first_name: '', last_name: '', ...before });
  const message = await buildMessage(ctx, { contact_id: id, body });
  ports.enricher = engineSaying(said);
  const params = { contact_id: id };
  const { run } = await client.enrichFromMessages({ params });
  const [after, { evidence, last_run }, { notes }] = await Promise.all([
    client.getContact({ params }),
    client.getEvidence({ params }),
    client.listNotes({ params }),
  ]);
  return { run, after, evidence, last_run, notes, message, params };
};

const EVERYTHING: Said = {
  first_name: 'Mara',
  last_name: 'Voss',
  email: 'mara@north.example',
  company: 'North Sails',
  job_title: 'Sailmaker',
  preferred_language: 'en',
  timezone: 'Europe/Oslo',
  gender: 'female',
  pipeline_stage: 'lead',
  ai_summary: 'Mara makes sails.',
};
const { ai_summary, email, ...COLUMNS } = EVERYTHING;

describe('the built-in engine', () => {
  test('names a stub from what they wrote, and says where', async () => {
    const { id } = await buildContact(ctx, { first_name: '', last_name: '' });
    const params = { contact_id: id };
    const body = 'Hi, this is Jonas Lindqvist. My e-mail is jonas.l@north-sails.se';
    const message = await buildMessage(ctx, { contact_id: id, body });
    const { run } = await client.enrichFromMessages({ params });
    expect(run).toMatchObject({ engine: 'local', model: null, message_count: 1 });
    expect(run.filled).toEqual(expect.arrayContaining(['first_name', 'last_name', 'email']));
    expect(await client.getContact({ params })).toMatchObject({
      first_name: 'Jonas',
      last_name: 'Lindqvist',
      emails: [{ email: 'jonas.l@north-sails.se', is_preferred: true }],
    });
    const { evidence } = await client.getEvidence({ params });
    const name = evidence.find(({ field }) => field === 'first_name')!;
    expect(name).toMatchObject({ value: 'Jonas', message_id: message.id, engine: 'local' });
    expect(body).toContain(name.quote);
  });

  test('takes neither our own names nor what we wrote', async () => {
    const { id } = await buildContact(ctx, { first_name: '', last_name: '' });
    await buildMember(ctx, 'member', { name: 'Greta Olsen' });
    await buildMessage(ctx, { contact_id: id, body: 'Hi Greta Olsen, is it ready?' });
    const body = 'Hi, this is Greta Olsen, greta@us.example. Tomorrow!';
    await buildMessage(ctx, { contact_id: id, body, direction: 'outbound' });
    const params = { contact_id: id };
    await client.enrichFromMessages({ params });
    const after = await client.getContact({ params });
    expect(after).toMatchObject({ first_name: '', last_name: '', emails: [] });
  });
});

describe('enrichment fills', () => {
  test('every empty field, with its evidence, in one run', async () => {
    const { run, after, evidence, last_run, message } = await enrich({}, EVERYTHING);
    expect(after).toMatchObject({ ...COLUMNS, ai_summary, version: 2 });
    expect(after.emails).toMatchObject([{ email, is_preferred: true }]);
    expect(run.filled.toSorted()).toEqual([...Object.keys(COLUMNS), 'email'].toSorted());
    expect(last_run).toEqual(run);
    expect(run).toMatchObject({ engine: 'llm', model: 'scripted', message_count: 1 });
    expect(evidence.map(({ field, value }) => [field, value]).toSorted()).toEqual(
      Object.entries(EVERYTHING).toSorted(),
    );
    expect(evidence.find(({ field }) => field === 'company')).toMatchObject({
      message_id: message.id,
      quote: expect.stringContaining('North Sails'),
      message_at: message.created_at.toISOString(),
      model: 'scripted',
    });
  });

  test('nothing that is there, whoever put it there', async () => {
    const before = {
      first_name: 'Ida',
      last_name: 'Berg',
      email: 'ida@example.com',
      company: 'Bergs',
      job_title: 'Owner',
      preferred_language: 'sv',
      timezone: 'Europe/Stockholm',
      gender: 'male',
      pipeline_stage: 'customer',
    };
    const { run, after, evidence } = await enrich(before, EVERYTHING);
    const { email: own, ...columns } = before;
    expect(after).toMatchObject({ ...columns, ai_summary });
    expect(after.emails).toMatchObject([{ email: own }]);
    expect(run.filled).toEqual([]);
    expect(evidence.map(({ field }) => field)).toEqual(['ai_summary']);
  });

  test.each(['Unknown', 'UNKNOWN', ' unknown '])('a name that is %j', async (name) => {
    const { after } = await enrich({ first_name: name, last_name: name }, COLUMNS);
    expect(after).toMatchObject({ first_name: 'Mara', last_name: 'Voss' });
  });

  test("no last name beside somebody else's first name", async () => {
    const { after, run } = await enrich({ first_name: 'Ida' }, COLUMNS);
    expect(after).toMatchObject({ first_name: 'Ida', last_name: '' });
    expect(run.filled).not.toContain('last_name');
  });

  test('the last name beside the same first name, in any case', async () => {
    const { after, run } = await enrich({ first_name: 'mara' }, COLUMNS);
    expect(after).toMatchObject({ first_name: 'mara', last_name: 'Voss' });
    expect(run.filled).toContain('last_name');
  });

  test('no e-mail address that the contact did not write', async () => {
    const { after } = await enrich({}, { email: 'mara@south.example' });
    expect(after.emails).toEqual([]);
  });

  test.each<Said>([
    { first_name: 'Unknown' },
    { first_name: 'N/A' },
    { first_name: '+1 212' },
    { timezone: 'Nowhere/City' },
    { preferred_language: 'English' },
    { pipeline_stage: 'hot' },
    { company: ' ' },
    { job_title: 'x'.repeat(121) },
  ])('nothing that says nothing or is none: %j', async (said) => {
    const { run, after } = await enrich({}, said);
    expect(run.filled).toEqual([]);
    expect(after.first_name).toBe('');
  });

  test('nothing whose quote is not in the conversation', async () => {
    const { id } = await buildContact(ctx, { first_name: '', last_name: '' });
    await buildMessage(ctx, { contact_id: id, body: 'Hello' });
    ports.enricher = {
      ...engineSaying({}),
      extract: async ({ turns }) => ({
        first_name: { value: 'Mara', evidence: { turn_id: turns[0]!.id, quote: 'I am Mara' } },
        ai_summary: '',
        interests: [],
        next_steps: [],
        key_dates: [],
        pain_points: [],
        sentiment: 'neutral',
      }),
    };
    const { run } = await client.enrichFromMessages({ params: { contact_id: id } });
    expect(run.filled).toEqual([]);
  });

  test('the summary anew with each run', async () => {
    const { params } = await enrich({}, { ai_summary: 'Asked for a table.' });
    ports.enricher = engineSaying({ ai_summary: 'Bought a table.' });
    await client.enrichFromMessages({ params });
    expect((await client.getContact({ params })).ai_summary).toBe('Bought a table.');
  });
});

describe('the notes', () => {
  test('are one of the run and one of memory, which comes first', async () => {
    const { notes } = await enrich({}, { ...EVERYTHING, interests: ['regattas'] });
    expect(notes.map(({ area, origin, author_label }) => [area, origin, author_label])).toEqual([
      ['memory', 'system', 'Contact Memory'],
      ['ai_enrichment', 'workflow', 'AI Enrichment'],
    ]);
    expect(notes[1]!.body).toContain('Company: North Sails');
    expect(notes[0]!.body).toContain('- regattas');
  });

  test('of a second run: another one of the run, and the same memory, grown by what is new', async () => {
    const { params, notes } = await enrich({}, { interests: ['regattas', 'sails'] });
    ports.enricher = engineSaying({ interests: ['Regattas!', 'rope'] });
    await client.enrichFromMessages({ params });
    const after = (await client.listNotes({ params })).notes;
    expect(after.map(({ area }) => area)).toEqual(['memory', 'ai_enrichment', 'ai_enrichment']);
    const [memory] = after;
    expect(memory!.id).toBe(notes[0]!.id);
    expect(memory!.body.match(/^- .*$/gm)).toEqual(['- regattas', '- sails', '- rope']);
  });

  test('show what a message holds as text, never as markup', async () => {
    const { notes } = await enrich({}, { interests: ['[click](https://evil.example) <b>'] });
    expect(notes[0]!.body).not.toContain('[click](');
    expect(notes[0]!.body).not.toMatch(/[^\\]<b>/);
  });
});

describe('a contact', () => {
  test.each([
    ['without messages', null],
    ['with nothing but blanks', '  \n '],
  ])('%s cannot be enriched', async (_, body) => {
    const { id } = await buildContact(ctx);
    if (body !== null) await buildMessage(ctx, { contact_id: id, body });
    await buildMessage(ctx, { contact_id: id, body: null });
    const params = { contact_id: id };
    await expect(client.enrichFromMessages({ params })).rejects.toMatchObject({
      status: 400,
      code: 'NO_MESSAGES',
    });
    expect((await client.listNotes({ params })).notes).toEqual([]);
    expect(await client.getEvidence({ params })).toEqual({ evidence: [], last_run: null });
  });
});
