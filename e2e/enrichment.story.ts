/** Many contacts are read at once by a language model, the page is left and reloaded meanwhile, and a run is taken back. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { usePerson } from './steps.ts';

/** A language model that thinks until it is told to answer. */
const waiting: { response: ServerResponse; prompt: string }[] = [];
let isThinking = true;
const model = createServer((request, response) => {
  let text = '';
  request.on('data', (piece: Buffer) => (text += piece.toString()));
  request.on('end', () => {
    const { messages } = JSON.parse(text) as { messages: { role: string; content: unknown }[] };
    const prompt = JSON.stringify(messages.find(({ role }) => role === 'user')?.content ?? '');
    // Suggested replies are asked for as well, and are not of this story.
    if (!prompt.includes('<transcript>')) {
      response.writeHead(400).end();
      return;
    }
    waiting.push({ response, prompt });
    if (!isThinking) answerAll();
  });
});
await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  model.closeAllConnections();
  model.close();
});

const said = (value: string, quote: string) => ({ value, line: 1, quote });
const answerAll = (most = Infinity) => {
  for (const { response, prompt } of waiting.splice(0, most)) {
    const name = /my name is (\w+)/.exec(prompt)?.[1] ?? null;
    const content = {
      first_name: name && said(name, `my name is ${name}`),
      last_name: null,
      email: null,
      company: null,
      job_title: null,
      preferred_language: null,
      timezone: null,
      gender: null,
      pipeline_stage: null,
      ai_summary: name ? `${name} asks for an offer.` : '',
      interests: [],
      next_steps: [],
      key_dates: [],
      pain_points: [],
      sentiment: 'neutral',
    };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        created: 1,
        model: 'story/model',
        choices: [
          {
            index: 0,
            finish_reason: 'stop',
            message: { role: 'assistant', content: JSON.stringify(content) },
          },
        ],
        usage: { prompt_tokens: 300, completion_tokens: 60, total_tokens: 360, cost: 0.0004 },
      }),
    );
  }
};

const server = useServer({
  LLM_BASE_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}`,
  LLM_MODEL: 'story/model',
});
const browser = useBrowser();
const nell = usePerson(server, browser);
const NAMES = ['Ada', 'Bo', 'Cy', 'Dora', 'Eli', 'Fay', 'Gus', 'Hal', 'Ina', 'Jo', 'Kim', 'Lea'];

const until = async (what: string, isSo: () => boolean) => {
  for (let n = 0; n < 1500 && !isSo(); n++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo(), what).toBe(true);
};
const bar = (page: Page) => page.getByRole('region', { name: 'Enrichment', exact: true });

test('twelve strangers have written, and one was only written down', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const { organization } = await nell.api<{ organization: { id: string } }>(page, '/api/me');
  const { key } = await nell.api<{ key: string }>(page, '/api/gateway-keys', { name: 'Story' });
  for (const [n, name] of NAMES.entries()) {
    const answer = await page.request.post(`${server.url}/contact-intel/messages`, {
      headers: { 'x-gateway-key': key },
      data: {
        tenant_id: organization.id,
        channel: 'sms',
        from: `+1212555${1000 + n}`,
        body: `Hi, my name is ${name}. What does a table cost?`,
        external_id: `m${n}`,
      },
    });
    expect(answer.ok()).toBe(true);
  }
  await nell.api(page, '/api/contacts', { first_name: '', last_name: '', company: 'Silent Ltd' });
});

test('all are read in one batch that a reload in the middle does not disturb', async () => {
  const page = await nell.open('/contacts/assignments');
  await page.getByText('Silent Ltd').or(page.getByText('No name')).first().waitFor();
  const boxes = page.getByRole('checkbox', { name: /^Select (?!all|the)/ });
  for (let n = 0; n < 13; n++) await boxes.nth(n).check();
  await page.getByText('13 selected').waitFor();
  await page.getByRole('button', { name: 'Enrich from SMS' }).click();

  // Ten at a time: the model is asked by no more.
  await until('ten are asked', () => waiting.length === 10);
  await bar(page)
    .getByText(/Reading \d+ of 13/)
    .waitFor();
  answerAll(4);
  await bar(page)
    .getByText(/Reading [456] of 13/)
    .waitFor();
  await expectAccessible(page);
  await screenshot(page, 'bulk enrichment running desktop light');

  await page.goto(`${server.url}/contacts`);
  await bar(page)
    .getByText(/Reading \d+ of 13/)
    .waitFor();
  await page.reload();
  await bar(page)
    .getByText(/Reading \d+ of 13/)
    .waitFor();

  isThinking = false;
  answerAll();
  await bar(page).getByText('12 contacts enriched, 1 failed').waitFor();
  await page.getByRole('link', { name: 'Ada' }).first().waitFor();
  await bar(page).getByRole('button', { name: 'Show why' }).click();
  const why = page.getByRole('dialog', { name: 'Could not be enriched' });
  await why.getByText(/no messages with text/).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await bar(page).getByRole('button', { name: 'Dismiss' }).click();
  await bar(page).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('link', { name: 'Ada' }).first().waitFor();
  expect(await bar(page).count()).toBe(0);
});

test('the run of one contact says who read it for how much, and is taken back', async () => {
  const page = await nell.open('/contacts');
  await page.getByRole('link', { name: 'Dora' }).first().click();
  await page.getByRole('button', { name: 'All runs' }).click();
  const runs = page.getByRole('dialog', { name: 'Enrichment runs' });
  await runs.getByText('story/model').waitFor();
  await runs.getByText('$0.0004').waitFor();
  await runs.getByText('Nell Prescott').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'enrichment runs desktop light');
  await runs.getByRole('button', { name: 'Take the whole run back' }).click();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByText('The run is taken back').waitFor();
  await page.keyboard.press('Escape');
  await page
    .getByRole('heading', { name: /555-?\s?1003/ })
    .first()
    .waitFor();
});

test('the settings name the engine, test it, and tell what it cost', async () => {
  const page = await nell.open('/settings/ai');
  await page.getByText('Now in use: story/model.').waitFor();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByRole('alert').or(page.getByText('story/model answers.')).first().waitFor();
  await page.getByRole('table').getByText('Reading messages').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'settings ai desktop light');

  await page.getByRole('radio', { name: 'Built-in engine' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Now in use: the built-in engine.').waitFor();
  await page.getByLabel('After new messages').selectOption({ label: 'After 3 messages' });
  await page.getByText('Saved').waitFor();
  const settings = await nell.api<object>(page, '/api/settings/enrichment');
  expect(settings).toEqual({ after_call: true, after_messages: 3 });
});

test('the settings fit a phone, at night', async () => {
  const page = await nell.open('/settings/ai', { mobile: true, colorScheme: 'dark' });
  await page.getByText('Now in use: the built-in engine.').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'settings ai phone dark');
});
