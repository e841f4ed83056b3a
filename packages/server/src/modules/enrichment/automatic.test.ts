import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildGatewayKey,
  buildMessage,
  buildOrganization,
  buildPhone,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

const server = await testServer();

const CALL = `Agent: Harbour Sails, how can I help you?
Caller: Hi, my name is Mara Voss. I work for Northwind.
Agent: What can I do for you?
Caller: Please call me back on Monday, I need a new sail. My email is mara@north.example.`;

const callOf = async (
  client: Awaited<ReturnType<typeof buildOrganization>>['owner']['client'],
  contact_id: string,
  text = CALL,
) =>
  client.createCall({
    body: {
      contact_id,
      direction: 'inbound',
      from_address: buildPhone(),
      started_at: '2026-11-20T10:00:00Z',
      duration_seconds: 60,
      transcription: { text },
    },
  });

/** Jobs of this organization that wait or run. */
const countJobs = async ({ organization_id }: TestCtx, name: string) => {
  const { rows } = await sql`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} and j.payload->>'organization_id' = ${organization_id}`.execute(
    server.base.db,
  );
  return rows.length;
};

describe('after a call', () => {
  test('somebody without a name is filled from what was said, with the call as evidence', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { id: contact_id } = await buildContact(ctx, { first_name: 'Unknown', last_name: '' });
    const call = await callOf(owner.client, contact_id);
    const params = { contact_id };
    const run = await until('the run of the call', async () => {
      const { runs } = await owner.client.listEnrichmentRuns({ params });
      return runs[0];
    });
    expect(run).toMatchObject({ source: 'call', call_id: call.id, engine: 'local' });
    expect(await owner.client.getContact({ params })).toMatchObject({
      first_name: 'Mara',
      last_name: 'Voss',
      company: 'Northwind',
      emails: [{ email: 'mara@north.example', is_preferred: true }],
    });
    const { evidence } = await owner.client.getEvidence({ params });
    expect(evidence.find(({ field }) => field === 'first_name')).toMatchObject({
      message_id: null,
      call_id: call.id,
      quote: expect.stringContaining('Mara'),
    });
    const { notes } = await owner.client.listNotes({ params });
    expect(notes.map(({ area }) => area)).toContain('memory');
  });

  test('an address that the contact has already is not added twice', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { id: contact_id } = await buildContact(ctx, {
      first_name: '',
      last_name: '',
      email: 'Mara@North.example',
    });
    await callOf(owner.client, contact_id);
    const params = { contact_id };
    await until('the run', async () => (await owner.client.listEnrichmentRuns({ params })).runs[0]);
    const { emails } = await owner.client.getContact({ params });
    expect(emails.map(({ email }) => email)).toEqual(['mara@north.example']);
  });

  test('somebody with a name keeps every field; the memory alone learns', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { id: contact_id } = await buildContact(ctx, { first_name: 'Ida', last_name: '' });
    await callOf(owner.client, contact_id);
    const params = { contact_id };
    const run = await until(
      'the run',
      async () => (await owner.client.listEnrichmentRuns({ params })).runs[0],
    );
    expect(run.filled).toEqual([]);
    expect(await owner.client.getContact({ params })).toMatchObject({
      first_name: 'Ida',
      last_name: '',
      company: null,
      emails: [],
    });
    expect((await owner.client.listNotes({ params })).notes.map(({ area }) => area)).not.toContain(
      'ai_enrichment',
    );
  });

  test('nothing happens when the organization does not want it', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await owner.client.saveEnrichmentSettings({
      body: { after_call: false, after_messages: null },
    });
    const { id: contact_id } = await buildContact(ctx, { first_name: '', last_name: '' });
    await callOf(owner.client, contact_id);
    expect(await countJobs(ctx, 'enrichment.call')).toBe(0);
  });
});

describe('after messages', () => {
  /** Jobs wait for a quiet minute: it passes at once. */
  const passMinute = async () => {
    await sql`update graphile_worker._private_jobs set run_at = now()
      where task_id in (select id from graphile_worker._private_tasks where identifier = 'enrichment.messages')`.execute(
      server.base.db,
    );
    await sql`select pg_notify('jobs:insert', '{"r":"x","count":1}')`.execute(server.base.db);
  };
  const stubWriting = async (after_messages: number | null) => {
    const { ctx, owner } = await buildOrganization(server);
    await owner.client.saveEnrichmentSettings({ body: { after_call: true, after_messages } });
    const service = (await buildGatewayKey(ctx)).client;
    const from = buildPhone();
    const write = async (body: string) =>
      service.receiveMessage({
        body: { tenant_id: ctx.organization_id, channel: 'sms', from, body, external_id: newId() },
      });
    return { ctx, owner, write };
  };

  test('of somebody without a name, once there are enough, in one reading', async () => {
    const { ctx, owner, write } = await stubWriting(2);
    const { contact_id } = await write('Hello, do you sell sails?');
    expect(await countJobs(ctx, 'enrichment.messages')).toBe(1);
    await passMinute();
    await until('the job', async () => (await countJobs(ctx, 'enrichment.messages')) === 0);
    const params = { contact_id };
    expect((await owner.client.listEnrichmentRuns({ params })).runs).toEqual([]);
    await write('My name is Mara Voss.');
    await write('And the red one, please.');
    expect(await countJobs(ctx, 'enrichment.messages')).toBe(1);
    await passMinute();
    await until('the run', async () => (await owner.client.listEnrichmentRuns({ params })).runs[0]);
    expect(await owner.client.getContact({ params })).toMatchObject({ first_name: 'Mara' });
    // They have a name now: nobody is read any more.
    await write('One more thing');
    expect(await countJobs(ctx, 'enrichment.messages')).toBe(0);
  });

  test('nobody is read unless the organization says after how many', async () => {
    const { ctx, owner, write } = await stubWriting(null);
    await write('My name is Mara Voss.');
    expect(await countJobs(ctx, 'enrichment.messages')).toBe(0);
    const fresh = await buildOrganization(server);
    expect(await fresh.owner.client.getEnrichmentSettings()).toEqual({
      after_call: true,
      after_messages: null,
    });
    await expect(
      owner.client.saveEnrichmentSettings({ body: { after_call: true, after_messages: 0 } }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('after_messages') });
  });

  test('an imported history is no conversation that goes on', async () => {
    const { ctx } = await stubWriting(1);
    const { id: contact_id } = await buildContact(ctx, { first_name: '', last_name: '' });
    await buildMessage(ctx, { contact_id, body: 'My name is Mara Voss.' });
    expect(await countJobs(ctx, 'enrichment.messages')).toBe(0);
  });
});
