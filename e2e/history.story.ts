/** The main job: from nothing to contacts that are known, with the sentence that says so. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const HISTORIES = join(import.meta.dirname, 'histories');
const FILES = ['WhatsApp Chat with Dana Whitfield.txt', 'sms-20260915.xml'];

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];

const openAs = async (path: string, options = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};

const openContact = async (search: string, options = {}): Promise<Page> => {
  const page = await openAs(`/contacts?search=${encodeURIComponent(search)}`, options);
  await page
    .getByRole('link', { name: new RegExp(search) })
    .first()
    .click();
  return page;
};

const field = (page: Page, name: string) =>
  page.getByRole('button', { name: `Where the ${name} comes from` });

test('a first visitor founds the organization and imports two histories', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  await page.getByRole('heading', { name: 'Bring your history' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, 'welcome desktop light');

  await page
    .getByLabel('Files to import')
    .setInputFiles(FILES.map((name) => join(HISTORIES, name)));
  for (const name of FILES) await page.getByRole('heading', { name }).waitFor();
  await expect.poll(() => page.getByText(/^Done/).count(), { timeout: 20_000 }).toBe(2);

  await page.goto(`${server.url}/import`);
  await page.getByText(/^Done/).first().waitFor();
  await page
    .getByText(/1 row could not be read|1 row/)
    .first()
    .click();
  await page
    .getByText(/yesterday/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await screenshot(page, 'import desktop light');
  cookies = await stateOf(page);

  await page.goto(`${server.url}/contacts`);
  await page.getByText('3 contacts').waitFor();
  await page.getByText('(207) 555-0164').first().waitFor();
});

test('a number becomes a person, each field with the sentence it was read from', async () => {
  const page = await openContact('555-0164');
  await page.getByText('i own Feld Roofing', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Enrich from SMS' }).click();
  await page.getByRole('heading', { name: 'Marcus Feld' }).waitFor();
  await page.getByText('marcus@feldroofing.example', { exact: true }).first().waitFor();

  await field(page, 'company').click();
  await page.getByRole('dialog').getByText('i own Feld Roofing', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Show in conversation' }).click();
  await page.getByText('AI Enrichment').first().waitFor();
  await page.getByText('Contact Memory').first().waitFor();
  await expectAccessible(page);
});

test('a WhatsApp contact gets company, title and address', async () => {
  const page = await openContact('Dana');
  await page.getByRole('button', { name: 'Enrich from SMS' }).click();
  await field(page, 'company').waitFor();
  await page.getByText('operations manager, Larkspur Outfitters').first().waitFor();
  await field(page, 'e-mail address').waitFor();
  await expectAccessible(page);
});

test('who only mentions somebody else stays a number', async () => {
  const page = await openContact('555-0177');
  await page.getByRole('button', { name: 'Enrich from SMS' }).click();
  await page.getByText(/^Read 2 messages/).waitFor();
  await page.getByRole('heading', { name: '(207) 555-0177' }).waitFor();
  expect(await field(page, 'e-mail address').count()).toBe(0);
});

test('what a person types stays, whatever is read later', async () => {
  const page = await openContact('Marcus Feld');
  await page
    .getByRole('button', { name: /Edit name|Marcus Feld/ })
    .first()
    .click();
  const input = page.getByLabel('First name');
  await input.fill('Marc');
  await input.press('Enter');
  await page.getByRole('heading', { name: 'Marc Feld' }).waitFor();
  await page.getByRole('button', { name: 'Enrich from SMS' }).click();
  await page
    .getByText(/Nothing new/i)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Marc Feld' }).waitFor();
});
