import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
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

describe('another transcription', () => {
  test('takes the place of the first; what nobody had looked at is proposed anew', async () => {
    const call_id = await buildCall(ctx, { transcript: TRANSCRIPT });
    const params = { call_id };
    const [todo] = (await digested(call_id)).todos;
    await client.moveTodo({ params: { todo_id: todo!.id }, body: { status: 'approved' } });
    const text = `${TRANSCRIPT}\nAgent: And I'll call Gus about the delivery.`;
    await client.transcribeCall({ params, body: { text } });
    const call = await until('the second digest', async () => {
      const now = await client.getCall({ params });
      return now.analyses[0]?.runs.length === 2 && now;
    });
    expect(call.transcription).toBe(text);
    expect(call.analyses.every(({ runs }) => runs.length === 2)).toBe(true);
    expect(call.todos.map(({ status }) => status).toSorted()).toEqual([
      'approved',
      'pending_review',
    ]);
    const { notes } = await client.listNotes({
      params: { contact_id: call.contact_id },
      query: { area: ['call_annotation'] },
    });
    expect(notes).toHaveLength(1);
  });

  test('that says the same changes nothing', async () => {
    const call_id = await buildCall(ctx, { transcript: TRANSCRIPT });
    await digested(call_id);
    const again = () => client.transcribeCall({ params: { call_id }, body: { text: TRANSCRIPT } });
    expect(await heardDuring(ctx, again)).toEqual([]);
  });

  test('by segments keeps speakers and times, in order of time', async () => {
    const params = { call_id: await buildCall(ctx) };
    const call = await client.transcribeCall({
      params,
      body: {
        segments: [
          { speaker: 'agent', text: 'Good morning.', start_seconds: 4.5 },
          { speaker: 'contact', name: 'Ada', text: 'Hello?\u0000', start_seconds: 1 },
        ],
      },
    });
    expect(call.segments).toEqual([
      { speaker: 'contact', name: 'Ada', text: 'Hello?', start_seconds: 1, end_seconds: null },
      {
        speaker: 'agent',
        name: null,
        text: 'Good morning.',
        start_seconds: 4.5,
        end_seconds: null,
      },
    ]);
    expect(call.transcription).toBe('Ada: Hello?\nAgent: Good morning.');
  });

  test('without a word is refused', async () => {
    const params = { call_id: await buildCall(ctx) };
    for (const body of [{}, { text: '  ' }, { segments: [] }])
      await expect(client.transcribeCall({ params, body })).rejects.toMatchObject({
        status: 400,
        details: { fields: [{ field: 'text', message: 'must have a text or segments' }] },
      });
  });
});

describe('analyzers', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { client } = owner;

  test('begin with four, and names are used once', async () => {
    const { analyzers } = await client.listAnalyzers();
    expect(analyzers.map(({ task }) => task)).toEqual([
      'summary',
      'sentiment',
      'next_steps',
      'topics',
    ]);
    const body = { name: 'SUMMARY', prompt: 'Sum it up.' };
    const taken = { status: 409, code: 'ANALYZER_EXISTS' };
    await expect(client.createAnalyzer({ body })).rejects.toMatchObject(taken);
    const params = { analyzer_id: analyzers[1]!.id };
    await expect(client.updateAnalyzer({ params, body })).rejects.toMatchObject(taken);
  });

  test('asked again add to their answers, which stay when they are changed or deleted', async () => {
    const made = await client.createAnalyzer({
      body: { name: 'Prices', prompt: 'Was a quote or a price named?' },
    });
    const call_id = await buildCall(ctx, { transcript: TRANSCRIPT });
    const params = { call_id };
    await until('the digest', async () => {
      const { analyses } = await client.getCall({ params });
      return analyses.length === 5;
    });
    const analyzer_ids = [made.id];
    expect(await client.rerunAnalyses({ params, body: { analyzer_ids } })).toEqual({ queued: 1 });
    const grouped = async () =>
      (await client.getCall({ params })).analyses.find((one) => one.analyzer_name === 'Prices');
    const group = await until('the second answer', async () => {
      const now = await grouped();
      return now?.runs.length === 2 && now;
    });
    expect(group.runs[0]!.content).toContain('revised quote');
    await client.removeAnalyzer({ params: { analyzer_id: made.id } });
    expect(await grouped()).toEqual({ ...group, analyzer_id: null });
  });

  test('that are switched off are not asked', async () => {
    const [summary] = (await client.listAnalyzers()).analyzers;
    const params = { analyzer_id: summary!.id };
    await client.updateAnalyzer({ params, body: { enabled: false } });
    const call_id = await buildCall(ctx, { transcript: TRANSCRIPT });
    const call = await until('the digest', async () => {
      const now = await client.getCall({ params: { call_id } });
      return now.analyses.length > 0 && now;
    });
    expect(call.analyses.map((one) => one.analyzer_name)).not.toContain('Summary');
  });

  test('have nothing to say of a call of which nothing is known', async () => {
    const params = { call_id: await buildCall(ctx) };
    await expect(client.rerunAnalyses({ params, body: {} })).rejects.toMatchObject({
      status: 409,
      code: 'NO_TRANSCRIPTION',
    });
  });
});

describe('the list of calls', async () => {
  const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
  const member = await buildMember(ctx, 'member');
  const ada = await buildContact(ctx, { first_name: 'Ada', assigned_to: [member] });
  const bo = await buildContact(ctx, { first_name: 'Bo' });
  const at = (day: number) => new Date(Date.UTC(2026, 9, day));
  const make = async (contact_id: string, day: number, values: object = {}) =>
    buildCall(ctx, { contact_id, started_at: at(day), ...values });
  const first = await make(ada.id, 1, { outcome: 'missed' });
  const second = await make(bo.id, 2, { direction: 'outbound', outcome: 'answered' });
  const third = await make(ada.id, 3, { outcome: 'voicemail' });

  type Query = NonNullable<NonNullable<Parameters<typeof client.listCalls>[0]>['query']>;
  const ids = async (query: Query, caller = owner) =>
    (await caller.client.listCalls({ query })).calls.map(({ id }) => id);

  test('has the newest first, in pages, with the right total', async () => {
    expect(await ids({})).toEqual([third, second, first]);
    const page = await owner.client.listCalls({ query: { page: 1, page_size: 2 } });
    expect(page).toMatchObject({ total_count: 3, total_pages: 2, calls: [{ id: first }] });
  });

  test('is narrowed by what is asked for', async () => {
    expect(await ids({ contact_id: bo.id })).toEqual([second]);
    expect(await ids({ direction: 'inbound' })).toEqual([third, first]);
    expect(await ids({ outcome: 'missed' })).toEqual([first]);
    expect(await ids({ status: 'in-progress' })).toEqual([]);
    expect(await ids({ search: 'ada' })).toEqual([third, first]);
    expect(await ids({ search: '100%' })).toEqual([]);
  });

  test('holds for a restricted member only calls of their contacts', async () => {
    expect(await ids({}, member)).toEqual([third, first]);
    expect((await member.client.listCalls()).total_count).toBe(2);
    await expect(member.client.getCall({ params: { call_id: second } })).rejects.toMatchObject({
      status: 404,
      code: 'CALL_NOT_FOUND',
    });
  });

  test('follows a merge, and is part of the one history', async () => {
    await owner.client.mergeContacts({
      params: { contact_id: bo.id },
      body: { other_id: ada.id },
    });
    const { calls } = await owner.client.listContactCalls({ params: { contact_id: bo.id } });
    expect(calls.map(({ id }) => id)).toEqual([third, second, first]);
    const history = await ctx.db
      .selectFrom('interaction')
      .select(['id', 'kind', 'channel'])
      .where('organization_id', '=', ctx.organization_id)
      .where('contact_id', '=', bo.id)
      .orderBy('occurred_at')
      .execute();
    expect(history).toEqual(
      [first, second, third].map((id) => ({ id, kind: 'call', channel: 'voice' })),
    );
  });
});

test('a change of a call is told to who may see its contact', async () => {
  const { id: contact_id } = await buildContact(ctx);
  let call_id = '';
  const told = await heardDuring(ctx, async () => {
    call_id = await buildCall(ctx, { contact_id });
  });
  expect(told).toContainEqual({ type: 'call.changed', payload: { contact_id, call_id } });
});

test('a recording is thrown away with its call', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const call_id = await buildCall(ctx, { contact_id, has_recording: true });
  await client.removeContact({ params: { contact_id } });
  const discarded = await ctx.db
    .selectFrom('discarded_file')
    .select('storage_key')
    .where('organization_id', '=', ctx.organization_id)
    .execute();
  expect(discarded).toEqual([{ storage_key: `recordings/${ctx.organization_id}/${call_id}/RE1` }]);
});

test('a todo by hand names only a call of its own contact', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const [own, other] = [await buildCall(ctx, { contact_id }), await buildCall(ctx)];
  const make = (call_id: string) =>
    client.createTodo({ body: { contact_id, title: 'Call back', call_id } });
  expect(await make(own)).toMatchObject({ call_id: own, origin: 'manual' });
  await expect(make(other)).rejects.toMatchObject({ status: 404, code: 'TODO_CALL_NOT_FOUND' });
});
