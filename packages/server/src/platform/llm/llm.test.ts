import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiBaseUrl } from './base-url.ts';
import { llmStandIn } from './llm-stand-in.fixtures.ts';
import { createLlm, type Llm, type LlmTarget } from './llm.ts';

const standIn = await llmStandIn();
const schema = z.object({ mood: z.enum(['happy', 'sad']), name: z.string().nullable() });
const question = { instructions: 'Tell the mood.', data: 'I am glad.', schema };
const target: LlmTarget = { base_url: standIn.url, api_key: 'a-key', model: 'a/model' };
const happy = { mood: 'happy', name: null };

let clock = 0;
let llm: Llm;
beforeEach(() => {
  llm = createLlm({ timeout_ms: 150, now: () => clock });
  standIn.asked.length = 0;
});

test.each([
  ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
  ['https://openrouter.ai/api', 'https://openrouter.ai/api/v1'],
  ['http://localhost:11434', 'http://localhost:11434/v1'],
  ['http://localhost:11434/', 'http://localhost:11434/v1'],
  ['http://localhost:8080/v1/', 'http://localhost:8080/v1'],
  ['http://localhost:8080/v1/chat/completions', 'http://localhost:8080/v1'],
  ['https://example.com/v1beta/openai/', 'https://example.com/v1beta/openai'],
])('%s is asked at %s', (given, asked) => expect(apiBaseUrl(given)).toBe(asked));

describe('an answer', () => {
  test('comes back in the shape that was asked for, with what it cost', async () => {
    standIn.reply({ say: happy, cost: 0.0012 });
    expect(await llm.ask(target, question)).toEqual({
      value: happy,
      repaired: false,
      usage: { input_tokens: 100, output_tokens: 20, cost_usd: 0.0012 },
    });
    expect(standIn.asked).toHaveLength(1);
    expect(standIn.asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer a-key',
      model: 'a/model',
      response_format: { type: 'json_schema' },
      prompt: 'I am glad.',
    });
    expect(standIn.asked[0]!.instructions).toContain('Tell the mood.');
    expect(standIn.asked[0]!.instructions).toContain('"enum":["happy","sad"]');
  });

  test.each([
    ['in a fence', '```json\n{"mood":"sad","name":"Ann"}\n```'],
    ['with talk around it', 'Sure! Here it is: {"mood":"sad","name":"Ann"} Anything else?'],
    ['with fields that nobody asked for', '{"mood":"sad","name":"Ann","extra":1}'],
  ])('%s is read all the same', async (_, say) => {
    standIn.reply({ say });
    expect(await llm.ask(target, question)).toMatchObject({
      value: { mood: 'sad', name: 'Ann' },
      repaired: false,
    });
  });

  test.each([
    ['broken JSON', '{"mood":"happy",', 'no JSON object'],
    ['JSON that is cut off inside', '{"mood":"happy","name":{"a":1}', 'broken or cut off'],
    ['a value that was not offered', { mood: 'angry', name: null }, 'mood'],
    ['no JSON at all', 'I would rather not.', 'no JSON object'],
  ])('of %s is asked for once more, with what was wrong', async (_, say, problem) => {
    standIn.reply({ say, cost: 1 }, { say: happy, cost: 2 });
    expect(await llm.ask(target, question)).toMatchObject({
      value: happy,
      repaired: true,
      usage: { input_tokens: 200, output_tokens: 40 },
    });
    expect(standIn.asked).toHaveLength(2);
    expect(standIn.asked[1]!.prompt).toContain(problem);
  });

  test('that is wrong twice is a failure, with what it cost', async () => {
    standIn.reply({ say: 'no', cost: 1 });
    await expect(llm.ask(target, question)).rejects.toMatchObject({
      kind: 'unreadable',
      usage: { input_tokens: 200, output_tokens: 40 },
    });
    expect(standIn.asked).toHaveLength(2);
  });
});

describe('a server', () => {
  test('that is busy is asked again, when it says so', async () => {
    standIn.reply({ status: 429, retry_after: 0 }, { status: 429, retry_after: 0 }, { say: happy });
    expect((await llm.ask(target, question)).value).toEqual(happy);
    expect(standIn.asked).toHaveLength(3);
  });

  test('that wants to be left alone for long is not waited for', async () => {
    standIn.reply({ status: 429, retry_after: 3600 });
    await expect(llm.ask(target, question)).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(standIn.asked).toHaveLength(1);
  });

  test.each([
    [{ status: 500, retry_after: 0 }],
    [{ status: 503, retry_after: 0 }],
    ['cut' as const],
    ['hang_up' as const],
  ])('that fails once with %j is asked again', async (reply) => {
    standIn.reply(reply, { say: happy });
    expect((await llm.ask(target, question)).value).toEqual(happy);
    expect(standIn.asked).toHaveLength(2);
  });

  test('that says nothing is given up after the time limit', async () => {
    standIn.reply('silence');
    await expect(llm.ask(target, question)).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('did not answer within'),
    });
    expect(standIn.asked).toHaveLength(1);
  });

  test.each([
    [401, 'refused the key'],
    [403, 'refused the key'],
    [404, 'no such model'],
    [402, 'refused the request'],
  ])('that answers %i is not asked again: it %s', async (status, words) => {
    standIn.reply({ status });
    await expect(llm.ask(target, question)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(words),
    });
    expect(standIn.asked).toHaveLength(1);
  });

  test('that does not know the format of an answer is told it in words', async () => {
    const unknown = {
      status: 400,
      body: '{"error":{"message":"response_format is not supported"}}',
    };
    standIn.reply(unknown, { say: happy });
    expect((await llm.ask(target, question)).value).toEqual(happy);
    expect(standIn.asked[1]!.response_format?.type).not.toBe('json_schema');
    await llm.ask(target, question);
    expect(standIn.asked).toHaveLength(3);
  });

  test('that is not there is a failure in words', async () => {
    const nobody = { ...target, base_url: 'http://127.0.0.1:9' };
    await expect(llm.ask(nobody, question)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'The language model cannot be reached.',
    });
  });

  test('that fails again and again is left alone for a minute, then tried once', async () => {
    standIn.reply({ status: 500, retry_after: 0 });
    await expect(llm.ask(target, question)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(llm.ask(target, question)).rejects.toMatchObject({ kind: 'unavailable' });
    const reached = standIn.asked.length;
    expect(reached).toBe(5);
    await expect(llm.ask(target, question)).rejects.toThrow('left alone for a minute');
    expect(standIn.asked).toHaveLength(reached);
    // Another key, another circuit.
    standIn.reply({ say: happy });
    await llm.ask({ ...target, api_key: 'another' }, question);
    clock += 60_000;
    expect((await llm.ask(target, question)).value).toEqual(happy);
    expect((await llm.ask(target, question)).value).toEqual(happy);
  });
});
