/** Two contacts that are one person: the hint, which value stays, the merge, its undo, and what the history says. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { undo, usePerson } from './steps.ts';

const server = useServer();
const browser = useBrowser();
const nell = usePerson(server, browser);
let ada = '';
let twin = '';

type Known = { first_name: string; company: string | null; phones: object[]; emails: object[] };
const knownOf = async (page: Page, id = ada) => nell.api<Known>(page, `/api/contacts/${id}`);
const openAda = async (options: PageOptions = {}): Promise<Page> => {
  const page = await nell.open(`/contacts/${ada}`, options);
  await page.getByRole('heading', { name: 'Ada Byron' }).first().waitFor();
  return page;
};

test('two contacts with one address are there', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const create = async (data: object) => (await nell.api(page, '/api/contacts', data)).id;
  ada = await create({
    first_name: 'Ada',
    last_name: 'Byron',
    company: 'Analytical Engines',
    email: 'ada@example.com',
  });
  twin = await create({
    first_name: 'A.',
    last_name: 'Byron-King',
    company: 'Lovelace & Co',
    job_title: 'Countess',
    phone_number: '+14155550140',
    email: 'ada@example.com',
  });
  await create({ first_name: 'Bo', last_name: 'Lind' });
});

test('the hint leads to a preview, where each value can be chosen, and the toast undoes the merge', async () => {
  const page = await openAda();
  const hint = page.getByRole('region', { name: 'Possible duplicate' });
  await hint.getByText('same e-mail address').waitFor();
  await expectAccessible(page);
  await hint.getByRole('button', { name: 'Review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two contacts' });
  const company = dialog.getByRole('radiogroup', { name: 'Company' });
  await company.getByRole('radio', { name: 'Analytical Engines' }).isChecked();
  await company.getByRole('radio', { name: 'Lovelace & Co' }).check();
  // Only one knows a title: it stays without a question.
  await dialog.getByText('Countess stays').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'merge desktop light');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('A. Byron-King went into Ada Byron').waitFor();
  await page.getByText('Countess, Lovelace & Co').waitFor();
  await hint.waitFor({ state: 'detached' });
  expect(await knownOf(page)).toMatchObject({ first_name: 'Ada', company: 'Lovelace & Co' });
  expect((await knownOf(page)).phones).toHaveLength(1);

  await undo(page, 'A. Byron-King went into Ada Byron');
  await page.getByText('A. Byron-King is a contact again').waitFor();
  expect(await knownOf(page)).toMatchObject({ company: 'Analytical Engines', phones: [] });
  expect(await knownOf(page, twin)).toMatchObject({ company: 'Lovelace & Co' });
});

test('a merge by search, undone later on the page of the contact; the history has both', async () => {
  const page = await openAda();
  await page.keyboard.press('m');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('Lind');
  await expectAccessible(page);
  await page.getByRole('list', { name: 'Contacts found' }).getByText('Bo Lind').click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('Bo Lind went into Ada Byron').waitFor();
  await page.reload();
  const merged = page.getByRole('region', { name: 'Merged with' });
  await merged.getByText('Bo Lind').waitFor();
  await merged.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Bo Lind is a contact again').waitFor();
  await merged.waitFor({ state: 'detached' });

  await page.keyboard.press('h');
  const history = page.getByRole('dialog', { name: 'History' });
  await history.getByText('Parted again from').first().waitFor();
  const lines = await history.getByRole('listitem').allInnerTexts();
  expect(lines.some((line) => /Parted again from\s+Bo Lind/.test(line))).toBe(true);
  expect(lines.some((line) => /Merged with\s+Bo Lind/.test(line))).toBe(true);
  expect(lines.some((line) => /Contact created/.test(line))).toBe(true);
  await expectAccessible(page);
  await screenshot(page, 'history desktop light');
});

test.each([
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone light', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('the merge: %s', async (name, options) => {
  const page = await openAda(options);
  if (options.mobile) await page.getByRole('radio', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('radiogroup', { name: 'Company' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, `merge ${name}`);
});
