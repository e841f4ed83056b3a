import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { llmStandIn } from '../../platform/llm/llm-stand-in.fixtures.ts';
import { buildMember, buildOrganization, type Person } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { askModel } from './llm.service.ts';
import { readSpentToday } from './llm-usage.queries.ts';

const standIn = await llmStandIn();
const serverModel = await llmStandIn();
const server = await testServer();
const lent = await testServer({
  settings: {
    LLM_BASE_URL: serverModel.url,
    LLM_API_KEY: 'the-servers-key',
    LLM_MODEL: 'lent/model',
  },
});

const question = {
  instructions: 'Extract the colour.',
  data: 'The sky is blue.',
  schema: z.object({ colour: z.string() }),
};
const blue = { say: { colour: 'blue' } };

const settings = {
  engine: 'llm' as const,
  base_url: standIn.url,
  model: 'own/model',
  daily_limit_usd: null,
  input_usd_per_million: null,
  output_usd_per_million: null,
};
const save = async ({ client }: Person, changes: object = {}) =>
  client.saveLlmSettings({ body: { ...settings, api_key: 'our-own-key', ...changes } });

beforeEach(() => {
  standIn.asked.length = 0;
  serverModel.asked.length = 0;
  standIn.reply(blue);
  serverModel.reply(blue);
});

describe('the model of an organization', () => {
  test('is none at first: the built-in engine works', async () => {
    const { ctx, owner } = await buildOrganization(server);
    expect(await owner.client.getLlmSettings()).toMatchObject({
      has_api_key: false,
      active: { engine: 'local', model: null },
      server_default: null,
    });
    expect(await askModel(ctx, 'enrichment', question)).toEqual({ status: 'local' });
    expect(await owner.client.testLlmSettings()).toMatchObject({ ok: false });
  });

  test('is asked with its own key, which is never shown again', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const saved = await save(owner, { models: { suggestions: 'quick/model' } });
    expect(saved).toMatchObject({
      has_api_key: true,
      active: { engine: 'llm', model: 'own/model' },
    });
    expect(JSON.stringify(saved)).not.toContain('our-own-key');
    expect(await owner.client.testLlmSettings()).toMatchObject({
      ok: true,
      message: 'own/model answers.',
    });
    await askModel(ctx, 'suggestions', question);
    expect(standIn.asked.map(({ model, authorization }) => [model, authorization])).toEqual([
      ['own/model', 'Bearer our-own-key'],
      ['quick/model', 'Bearer our-own-key'],
    ]);
    expect(await owner.client.removeLlmSettings()).toEqual({ ok: true });
    expect(await askModel(ctx, 'enrichment', question)).toEqual({ status: 'local' });
  });

  test("is the server's, unless the organization has one or wants none", async () => {
    const { ctx, owner } = await buildOrganization(lent);
    expect((await owner.client.getLlmSettings()).active).toEqual({
      engine: 'llm',
      model: 'lent/model',
    });
    expect(await askModel(ctx, 'enrichment', question)).toMatchObject({ model: 'lent/model' });
    expect(serverModel.asked[0]!.authorization).toBe('Bearer the-servers-key');
    await save(owner, { engine: 'local' });
    expect(await askModel(ctx, 'enrichment', question)).toEqual({ status: 'local' });
  });

  test("of an address of its own never gets the server's key", async () => {
    const { ctx, owner } = await buildOrganization(lent);
    await save(owner, { api_key: undefined });
    expect(await askModel(ctx, 'enrichment', question)).toMatchObject({ status: 'answered' });
    expect(standIn.asked[0]!.authorization).toBeUndefined();
    expect(serverModel.asked).toEqual([]);
  });

  test('is for those who manage settings', async () => {
    const { ctx } = await buildOrganization(server);
    const member = await buildMember(ctx, 'member');
    await expect(member.client.getLlmSettings()).rejects.toMatchObject({ status: 403 });
  });

  test('that fails is told in one sentence, and written down', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await save(owner, { api_key: 'wrong' });
    standIn.reply({ status: 401 });
    const failed = { status: 'failed', reason: 'The language model refused the key (401).' };
    expect(await askModel(ctx, 'enrichment', question)).toEqual(failed);
    expect(await owner.client.testLlmSettings()).toMatchObject({
      ok: false,
      message: failed.reason,
    });
    const { totals, recent } = await owner.client.listLlmUsage({ query: {} });
    expect(totals).toMatchObject([{ feature: 'enrichment', requests: 2, failed: 2 }]);
    expect(recent.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });
});

describe('what a day may cost', () => {
  const prices = { input_usd_per_million: 1000, output_usd_per_million: 1000 };

  test('is added up from what the server says, or from the prices', async () => {
    const { ctx, owner } = await buildOrganization(server);
    await save(owner, prices);
    standIn.reply({ ...blue, cost: 0.25 }, blue);
    expect(await askModel(ctx, 'enrichment', question)).toMatchObject({ cost_usd: 0.25 });
    expect(await askModel(ctx, 'enrichment', question)).toMatchObject({ cost_usd: 0.12 });
    expect((await owner.client.getLlmSettings()).spent_today_usd).toBeCloseTo(0.37, 6);
    const { totals } = await owner.client.listLlmUsage({ query: {} });
    expect(totals).toMatchObject([
      { model: 'own/model', requests: 2, failed: 0, input_tokens: 200, output_tokens: 40 },
    ]);
  });

  test('is not passed, not even by many at once', async () => {
    const { ctx, owner } = await buildOrganization(server);
    // One request is estimated at about 0.8 dollars and costs 0.12.
    await save(owner, { ...prices, daily_limit_usd: 1 });
    const all = await Promise.all(
      Array.from({ length: 10 }, async () => askModel(ctx, 'enrichment', question)),
    );
    const refused = all.filter(({ status }) => status === 'failed');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: expect.stringContaining('daily limit of $1') });
    // Estimates give way to the true cost, which makes room for another one, but never beyond the limit.
    let answered = all.length - refused.length;
    while ((await askModel(ctx, 'enrichment', question)).status === 'answered') answered++;
    expect(standIn.asked).toHaveLength(answered);
    expect((await owner.client.getLlmSettings()).spent_today_usd).toBeLessThanOrEqual(1);
  });

  test('starts anew with the day of the organization', async () => {
    const { ctx, owner } = await buildOrganization(server, { timezone: 'Pacific/Auckland' });
    await save(owner, prices);
    // 10:30 UTC is 23:30 in Auckland in November.
    const evening = { ...ctx, now: () => new Date('2026-11-21T10:30:00Z') };
    await askModel(evening, 'enrichment', question);
    const spentAt = async (time: string) => readSpentToday({ ...ctx, now: () => new Date(time) });
    expect(await spentAt('2026-11-21T10:59:00Z')).toBeCloseTo(0.12, 6);
    expect(await spentAt('2026-11-21T11:01:00Z')).toBe(0);
  });

  test('needs to be known: a limit without prices is refused where the server tells none', async () => {
    const { owner } = await buildOrganization(server);
    await expect(save(owner, { daily_limit_usd: 1 })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('needs both prices'),
    });
  });
});
