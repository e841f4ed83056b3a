/** The list of contacts: filters in the address, saved filters, many selected and changed at once, a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { undo, usePerson } from './steps.ts';

const server = useServer();
const browser = useBrowser();
const nell = usePerson(server, browser);

const FIRST = ['Ada', 'Bea', 'Cleo', 'Dov', 'Emil', 'Fay'];
const LAST = ['Moss', 'Reyes', 'Lindqvist', 'Farrow', 'Hart'];
/** More than one page of 25. */
const PEOPLE = LAST.flatMap((last) => FIRST.map((first) => ({ first, last })));
const STAGES = ['lead', 'prospect', 'customer'];
const WORK = ['Holloway Voss', 'Brightline', 'Cask & Crown'];

const bar = (page: Page) => page.getByRole('region', { name: 'Selected contacts' });
const choose = async (page: Page, filter: string, choice: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
  await page.getByRole('menuitemcheckbox', { name: choice }).click();
  await page.keyboard.press('Escape');
};

test('thirty contacts in three stages are there', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const { tags } = await nell.api<{ tags: { id: string; name: string }[] }>(
    page,
    '/api/contact-tags',
  );
  for (const [index, { first, last }] of PEOPLE.entries()) {
    const { id } = await nell.api(page, '/api/contacts', {
      first_name: first,
      last_name: last,
      company: WORK[index % 3],
      pipeline_stage: STAGES[index % 3],
      phone_number: `+1207555${1000 + index}`,
      email: `${first}.${last}@example.com`.toLowerCase(),
    });
    if (index % 4 === 0)
      await nell.api(page, `/api/contacts/${id}/tags/${tags[index % 10]!.id}`, {});
  }
});

test('stage, status, tags and assignee stand in the address, together and one by one', async () => {
  const page = await nell.open('/contacts');
  await page.getByText('1–25 of 30 contacts').waitFor();
  await choose(page, 'Stage', 'Lead');
  await page.getByText('10 contacts').waitFor();
  await page.waitForURL(/stage=lead/);
  await choose(page, 'Stage', 'Customer');
  await page.getByText('20 contacts').waitFor();
  await page.getByLabel('Search contacts').fill('moss');
  await page.getByText('4 contacts').waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByText('4 contacts').waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByText('6 contacts').waitFor();
  await page.goBack();
  await page.getByText('4 contacts').waitFor();

  await page.goto(`${server.url}/contacts?assignee=unassigned&status=archived`);
  await page.getByText('Nobody is like that').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('1–25 of 30 contacts').waitFor();
});

test('a filter is saved under a name, shared, used, renamed, and deleted with undo', async () => {
  const page = await nell.open('/contacts?stage=lead&sort=name_asc');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Save this filter…' }).click();
  await page.getByLabel('Name').fill('Leads to call');
  await page.getByLabel('Share with everybody here').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Leads to call filters' }).waitFor();

  await page.goto(`${server.url}/contacts`);
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Leads to call' }).click();
  await page.waitForURL(/sort=name_asc.*stage=lead/);
  await page.getByText('10 contacts').waitFor();

  await page.getByRole('button', { name: 'Leads to call filters' }).click();
  await page.getByRole('menuitem', { name: 'Manage filters…' }).click();
  await page.getByRole('button', { name: 'Edit Leads to call' }).click();
  await page.getByLabel('Name').fill('Leads');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Leads' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete Leads' }).click();
  await page.getByText('There is none left.').waitFor();
  await undo(page, 'Leads was deleted');
  await page.getByRole('button', { name: 'Delete Leads' }).waitFor();
  const { filters } = await nell.api<{ filters: object[] }>(page, '/api/contact-filters');
  expect(filters).toMatchObject([
    { name: 'Leads', shared: true, filter: { pipeline_stage: ['lead'], sort: 'name_asc' } },
  ]);
});

test('rows are selected by keys and tagged at once; undo leaves alone who had the tag before', async () => {
  const page = await nell.open('/contacts?sort=name_asc&search=Moss');
  await page.getByRole('link', { name: 'Fay Moss' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await bar(page).getByText('1 selected').waitFor();
  for (const key of ['j', 'j', 'j', 'Shift+X']) await page.keyboard.press(key);
  await bar(page).getByText('4 selected').waitFor();
  await expectAccessible(page);
  await bar(page).getByRole('button', { name: 'Tag' }).click();
  await page.getByRole('option', { name: 'New Lead' }).click();
  // Ada has it already.
  await page.getByText('3 contacts tagged New Lead').waitFor();
  await bar(page).waitFor({ state: 'detached' });
  await undo(page, '3 contacts tagged New Lead');
  await expect
    .poll(async () => {
      const { contacts } = await nell.api<{ contacts: { first_name: string; tags: object[] }[] }>(
        page,
        '/api/contacts/list?search=Moss&sort=name_asc',
      );
      return contacts.filter(({ tags }) => tags.length > 0).map(({ first_name }) => first_name);
    })
    .toEqual(['Ada', 'Emil']);
});

test('all that match are meant, also on other pages, after a question', async () => {
  const page = await nell.open('/contacts');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await bar(page).getByRole('button', { name: 'Select all 30' }).click();
  await bar(page).getByText('All 30 selected').waitFor();
  await bar(page).getByRole('button', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Inactive' }).click();
  await page.getByRole('alertdialog').getByText('It has no undo.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByText('30 contacts set to inactive').waitFor();
  await page.goto(`${server.url}/contacts?status=inactive`);
  await page.getByText('1–25 of 30 contacts').waitFor();
});

test('who is gone meanwhile is named in a report; the others are changed', async () => {
  const page = await nell.open('/contacts?search=Farrow&sort=name_asc');
  await page.getByRole('checkbox', { name: 'Select Ada Farrow' }).click();
  await page.getByRole('checkbox', { name: 'Select Bea Farrow' }).click();
  const { contacts } = await nell.api<{ contacts: { id: string }[] }>(
    page,
    '/api/contacts/list?search=Ada%20Farrow',
  );
  await page.request.delete(`${server.url}/api/contacts/${contacts[0]!.id}`);
  await bar(page).getByRole('button', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Archived' }).click();
  await page.getByText('1 contact set to archived').waitFor();
  const report = page.getByRole('dialog', { name: '1 contact left out' });
  await report.getByText('Ada Farrow').waitFor();
  await expectAccessible(page);
  await report.getByRole('button', { name: 'Close' }).last().click();
});

test('what the list shows is saved as a file; what is selected is deleted in two steps', async () => {
  const page = await nell.open('/contacts?search=Hart&sort=name_asc');
  await page.getByRole('link', { name: 'Fay Hart' }).waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(7);
  expect(text).toContain('ada.hart@example.com');
  await page.getByText('6 contacts exported').waitFor();

  await page.getByRole('checkbox', { name: 'Select Fay Hart' }).click();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 1 contact' }).click();
  await page.getByText('1 contact deleted').waitFor();
  await page.getByRole('link', { name: 'Fay Hart' }).waitFor({ state: 'detached' });
});

test.each([
  ['desktop', {}],
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('the list: %s', async (name, options) => {
  const page = await nell.open('/contacts?search=Moss&sort=name_asc', options);
  await page.getByRole('checkbox', { name: 'Select Bea Moss' }).click();
  await bar(page).getByText('1 selected').waitFor();
  await expectAccessible(page);
  await screenshot(page, `contacts selected ${name}`);
});
