import { describe, expect, test } from 'vitest';
import { buildContact, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { buildCall, TRANSCRIPT } from './calls.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

/** The call once it was digested. */
const digested = async (call_id: string) =>
  until('the digest of the call', async () => {
    const call = await client.getCall({ params: { call_id } });
    return call.analyses.length > 0 && call;
  });

describe('a recorded call', () => {
  const started_at = '2026-11-20T10:00:00.000Z';

  test('is read back with what is known of it', async () => {
    const { id: contact_id, first_name, last_name } = await buildContact(ctx);
    const call = await client.createCall({
      body: {
        contact_id,
        direction: 'inbound',
        sid: 'CRM-1',
        outcome: 'answered',
        from_address: '+12125550100',
        to_address: '+12125550199',
        started_at,
        duration_seconds: 61,
      },
    });
    expect(call).toMatchObject({
      contact_id,
      contact: { first_name, last_name },
      sid: 'CRM-1',
      status: 'completed',
      outcome: 'answered',
      received_on: '+1 212 555 0199',
      started_at,
      duration_seconds: 61,
      transcription: null,
      recording_url: null,
      analyses: [],
      todos: [],
    });
    expect(await client.getCall({ params: { call_id: call.id } })).toEqual(call);
    const { last_contacted_at } = await client.getContact({ params: { contact_id } });
    expect(last_contacted_at).toBe(started_at);
  });

  test('twice with one sid is one call, also from many at once', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const body = { contact_id, direction: 'outbound' as const, sid: 'CRM-2', started_at };
    const made = await Promise.all(
      Array.from({ length: 8 }, () => client.createCall({ body: { ...body } })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const again = await owner.post('/api/calls', { ...body, duration_seconds: 5 });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(made[0]);
  });
});

test('what was said becomes a note, answers of each analyzer, and todos to review', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const call_id = await buildCall(ctx, { contact_id, transcript: TRANSCRIPT });
  const call = await digested(call_id);
  expect(call.segments.map(({ speaker }) => speaker)).toEqual([
    'agent',
    'contact',
    'agent',
    'contact',
    'agent',
    'contact',
  ]);
  expect(call.transcription).toBe(TRANSCRIPT);
  expect(call.analyses.map(({ analyzer_name }) => analyzer_name)).toEqual([
    'Summary',
    'Sentiment',
    'Next steps',
    'Topics',
  ]);
  const answer = (name: string) =>
    call.analyses.find(({ analyzer_name }) => analyzer_name === name)!.runs[0]!;
  expect(answer('Summary')).toMatchObject({ status: 'completed', engine: 'local' });
  expect(answer('Summary').content).toContain('Quay Street Dental');
  expect(answer('Sentiment').content).toContain('Positive');
  expect(answer('Next steps').content).toContain('revised quote');
  expect(call.todos).toMatchObject([
    { contact_id, call_id, status: 'pending_review', origin: 'proposed' },
  ]);
  expect(call.todos[0]!.title).toContain('revised quote');
  const { todos } = await client.listContactTodos({ params: { contact_id } });
  expect(todos).toEqual(call.todos);
  const { notes } = await client.listNotes({ params: { contact_id }, query: {} });
  expect(notes).toMatchObject([
    { area: 'call_annotation', origin: 'workflow', author_label: 'Call' },
  ]);
  expect(notes[0]!.body).toContain('Quay Street Dental');
});
