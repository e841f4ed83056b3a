/** Calls: a stranger leaves a message on a simulated number, and what Rapport makes of it on every screen. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];
let call_id = '';
let contact_id = '';

const TRANSCRIPT = `[0:00] Agent: Harbor and Pine, this is Nell.
[0:02] Caller: Hi Nell, this is Priya Raman from Quay Street Dental. I am calling about the reception desk.
[0:06] Agent: Of course. What can I do for you?
[0:08] Caller: We would like walnut instead of oak. Could you send us a revised quote by Friday?
[0:13] Agent: No problem. I'll send you the revised quote tomorrow.
[0:16] Caller: Perfect, thank you so much, you have been wonderful.`;

const openAs = async (path: string, options: PageOptions = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};
const openCall = async (options: PageOptions = {}): Promise<Page> => {
  const page = await openAs(`/calls/${call_id}`, options);
  await page.getByRole('heading', { name: 'Incoming call' }).waitFor();
  return page;
};

test('somebody signs up, buys a simulated number, and is called', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  cookies = await stateOf(page);
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(server.url + path, { data });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
    return (await answer.json()) as Record<string, string>;
  };
  const { id: phone_number_id } = await post('/api/phone-numbers', {
    provider: 'simulator',
    phone_number: '+12125550142',
    friendly_name: 'Front desk',
  });
  const called = await post('/api/simulator/calls', {
    from: '+12125550177',
    phone_number_id,
    transcript: TRANSCRIPT,
    duration_seconds: 20,
  });
  call_id = called['call_id']!;
  contact_id = called['contact_id']!;
});

test('the page of the call plays it, line by line', async () => {
  const page = await openCall();
  const lines = page.getByRole('listitem').filter({ hasText: 'Quay Street Dental' });
  await lines.first().waitFor();
  await page.getByText('Front desk (+1 212 555 0142)').waitFor();
  const position = page.getByRole('slider', { name: 'Position in the recording' });
  await position.waitFor();
  await page.getByRole('button', { name: /walnut instead of oak/ }).click();
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThanOrEqual(8);
  await page.locator('li[aria-current="true"]').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('heading', { name: 'Summary' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, 'call');
});

test('an analyzer is asked again, and both answers stay', async () => {
  const page = await openCall();
  await page.getByRole('button', { name: 'Ask “Summary” again' }).click();
  await page.getByText('2 of 2').waitFor();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await page.getByText('1 of 2').waitFor();
});

test('what was promised is approved, and done', async () => {
  const page = await openCall();
  const todo = page.getByRole('article', { name: /revised quote/ });
  await todo.getByText('Proposed').waitFor();
  await todo.getByRole('button', { name: 'Approve' }).click();
  await todo.getByText('Approved').waitFor();
});

test('the call stands in the history of the contact, its parts folded', async () => {
  const page = await openAs(`/contacts/${contact_id}`);
  const card = page.getByRole('article', { name: 'Incoming call' });
  await card.waitFor();
  await card.getByText('Transcription').click();
  await card.getByText('We would like walnut instead of oak').first().waitFor();
  await card.getByText('Analysis').click();
  await card.getByText('Next steps').waitFor();
  const [feed, box] = await Promise.all([
    page.getByRole('log').boundingBox(),
    card.locator('> div').boundingBox(),
  ]);
  expect(box!.width / feed!.width).toBeLessThanOrEqual(0.381);
  await expectAccessible(page);
  await screenshot(page, 'call in the feed');
});

test('everything fits a phone, and the dark', async () => {
  const page = await openCall({ mobile: true });
  await page.getByRole('heading', { name: 'Summary' }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await screenshot(page, 'call on a phone');
  const dark = await openCall({ colorScheme: 'dark' });
  await dark.getByRole('heading', { name: 'Summary' }).waitFor();
  await expectAccessible(dark);
  await screenshot(dark, 'call in the dark');
  const feed = await openAs(`/messaging/${contact_id}`, { mobile: true, colorScheme: 'dark' });
  await feed.getByRole('article', { name: 'Incoming call' }).waitFor();
  await screenshot(feed, 'call in the feed on a phone');
});

test('the settings say who is rung and what is asked', async () => {
  const page = await openAs('/settings/calls');
  const number = page.getByRole('form', { name: 'Front desk' });
  await number.getByLabel('Rings').fill('212 555 0188');
  await number.getByLabel('Record calls and write them down').click();
  await number.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'New analyzer' }).click();
  await page.getByLabel('Name').fill('Prices');
  await page.getByLabel('Question').fill('Was a quote or a price named?');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Was a quote or a price named?').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'call settings');
});
