/** Contacts from a spreadsheet of another program: matched, checked, imported, mended, exported. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const FILE = join(import.meta.dirname, 'contacts/customers.csv');

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];

const openAs = async (path: string, options = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};

const setCountry = async (page: Page, country: string): Promise<void> => {
  await page.getByLabel('Phone numbers without a country code are from').selectOption(country);
};

const becomes = (page: Page, column: string) => page.getByLabel(`${column} becomes`);

test('a spreadsheet is matched by its names, checked, and imported', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  cookies = await stateOf(page);
  await page.goto(`${server.url}/import`);
  await page.getByLabel('Files to import').setInputFiles(FILE);

  await page.getByRole('heading', { name: 'What is in each column?' }).waitFor();
  expect(await becomes(page, 'Handy').inputValue()).toBe('phone');
  expect(await becomes(page, 'Kategorien').inputValue()).toBe('tags');
  expect(await becomes(page, 'Lieblingsfarbe').inputValue()).toBe('skip');
  await becomes(page, 'Lieblingsfarbe').selectOption('note');
  await setCountry(page, 'DE');
  await page.getByLabel('Tag all of them').fill('Messe 2026');
  await expectAccessible(page);
  await page.getByRole('heading', { name: 'What is in each column?' }).scrollIntoViewIfNeeded();
  await screenshot(page, 'contact import columns desktop light');

  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { name: '6 of 8 rows can be imported' }).waitFor();
  await page.getByText('"30.02.1990" is not a date: write it as 1990-02-28.').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'contact import check desktop light');

  await page.getByRole('button', { name: 'Import 6 contacts' }).click();
  await page.getByRole('heading', { name: '6 contacts imported' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, 'contact import result desktop light');
  await page.getByRole('link', { name: 'Show the contacts' }).click();
  await page.getByText('6 contacts').waitFor();
  await page.getByText('Jürgen Krause').first().waitFor();
});

test('the rows that were refused come back as a file, and go in once they are mended', async () => {
  const page = await openAs('/import');
  await page.getByRole('link', { name: /customers\.csv/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('customers-to-mend.csv');
  const text = await readFile(await download.path(), 'utf8');
  const mended = text.replace('30.02.1990', '28.02.1990').replace('(at)', '@');
  await page.getByRole('link', { name: 'Import another file' }).click();
  const file = { name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) };
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByRole('heading', { name: 'What is in each column?' }).waitFor();
  await setCountry(page, 'DE');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Import 2 contacts' }).click();
  await page.getByRole('heading', { name: '2 contacts imported' }).waitFor();
});

test('the same file again has nothing new', async () => {
  const page = await openAs('/import', { colorScheme: 'dark' });
  const content = (await readFile(FILE, 'utf8')).replace('30.02.1990', '').replace('(at)', '@');
  const file = { name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByRole('heading', { name: 'What is in each column?' }).waitFor();
  await setCountry(page, 'DE');
  await screenshot(page, 'contact import columns desktop dark');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { name: 'Everybody in this file is here already' }).waitFor();
  await screenshot(page, 'contact import nothing new desktop dark');
  await expectAccessible(page);
  expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('Stopped:').first().waitFor();
});

test('on a phone: the same way, and cards of an address book', async () => {
  const page = await openAs('/import', { mobile: true });
  await page.getByLabel('Files to import').waitFor({ state: 'attached' });
  await screenshot(page, 'import phone light');
  const cards = [1, 2, 3].map(
    (n) =>
      `BEGIN:VCARD\nVERSION:3.0\nN:Phone;Person ${n};;;\nTEL;TYPE=CELL:+1 415 555 267${n}\nEND:VCARD`,
  );
  const file = { name: 'cards.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards.join('\n')) };
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByRole('heading', { name: 'The first cards' }).waitFor();
  await screenshot(page, 'contact import cards phone light');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { name: 'All cards can be imported' }).waitFor();
  await screenshot(page, 'contact import check phone light');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import 3 contacts' }).click();
  await page.getByRole('heading', { name: '3 contacts imported' }).waitFor();
  await screenshot(page, 'contact import result phone light');

  await page.goto(`${server.url}/import`);
  await page.getByLabel('Files to import').setInputFiles(FILE);
  await page.getByRole('heading', { name: 'What is in each column?' }).waitFor();
  await screenshot(page, 'contact import columns phone light');
  await expectAccessible(page);
});

test('a file that holds no contacts is refused in one sentence', async () => {
  browser.tolerate(/400 .*contact-imports/);
  const page = await openAs('/import');
  const file = { name: 'book.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004') };
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByText('book.csv is neither a CSV nor a vCard file of contacts').waitFor();
});
