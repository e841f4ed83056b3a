/** The sample workspace: loaded from the welcome page, looked at on desktop and phone, by day and night, removed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];

const openAs = async (path: string, options: PageOptions = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};

/** What the person on the page would get by pressing the button on each contact. */
const enrichEverybody = async (page: Page): Promise<number> => {
  const { contacts } = (await (
    await page.request.get(`${server.url}/api/contacts/list?page_size=50`)
  ).json()) as { contacts: { id: string; source: string | null }[] };
  // Who only called wrote nothing that could be read.
  for (const { id, source } of contacts) {
    if (source === 'inbound_call') continue;
    const answer = await page.request.post(`${server.url}/api/contacts/${id}/enrich-from-messages`);
    expect(answer.status()).toBe(200);
  }
  return contacts.length;
};

test('the sample is loaded from the welcome page', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  await page.getByRole('button', { name: 'Look around' }).click();
  await page.getByRole('button', { name: /Load sample/ }).click();
  await page.getByText('The sample people are in your contacts.').waitFor();
  cookies = await stateOf(page);
  expect(await enrichEverybody(page)).toBeGreaterThanOrEqual(12);
});

test.each([
  ['desktop light', {}],
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone light', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('contacts and a contact: %s', async (name, options) => {
  const list = await openAs('/contacts', options);
  await list.getByText('Maren Holloway').first().waitFor();
  await expectAccessible(list);
  await screenshot(list, `contacts ${name}`);

  await list.getByText('Maren Holloway').first().click();
  await list.getByRole('heading', { name: 'Maren Holloway' }).first().waitFor();
  await list
    .getByText(/I need the counter price tonight/)
    .first()
    .waitFor();
  await list.waitForTimeout(500); // the feed settles at its newest message
  await expectAccessible(list);
  await list.mouse.move(0, 0);
  await screenshot(list, `contact ${name}`);
  if (options.mobile || options.colorScheme === 'dark') return;
  await list.getByRole('button', { name: 'Where the company comes from' }).click();
  await list
    .getByRole('dialog')
    .getByText(/Holloway Voss Architects/)
    .waitFor();
  await screenshot(list, `evidence ${name}`);
});

test('one click removes the sample', async () => {
  const page = await openAs('/contacts');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: /Load sample|sample workspace/i }).waitFor();
  const answer = await page.request.get(`${server.url}/api/contacts/list`);
  expect(((await answer.json()) as { total_count: number }).total_count).toBe(0);
});
