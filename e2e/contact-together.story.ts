/** One contact, two people: changes seen live, both values when both changed one field, and who changed what. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { undo, usePerson } from './steps.ts';

const server = useServer();
const browser = useBrowser();
const nell = usePerson(server, browser);
let ada = '';

const openAda = async (): Promise<Page> => {
  const page = await nell.open(`/contacts/${ada}`);
  await page.getByRole('heading', { name: 'Ada Byron' }).first().waitFor();
  return page;
};
const companyOf = async (page: Page) =>
  (await nell.api<{ company: string | null }>(page, `/api/contacts/${ada}`)).company;
const editCompany = async (page: Page, value: string): Promise<void> => {
  await page.getByRole('button', { name: /company/ }).click();
  await page.getByRole('textbox', { name: 'Company' }).fill(value);
};

test('a contact is there', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const { id } = await nell.api(page, '/api/contacts', {
    first_name: 'Ada',
    last_name: 'Byron',
    phone_number: '+14155550132',
    email: 'ada@example.com',
  });
  ada = id;
});

test('what one changes, the other sees; undo takes it back for both', async () => {
  const [one, other] = [await openAda(), await openAda()];
  await editCompany(one, 'Analytical Engines');
  await one.keyboard.press('Enter');
  const seen = other.getByRole('button', { name: 'Edit company: Analytical Engines' });
  await seen.waitFor();
  // It is marked for a moment where somebody else made it, not where it was typed.
  expect(await seen.locator('..').getAttribute('class')).toContain('bg-accent-soft');
  const typed = one.getByRole('button', { name: 'Edit company: Analytical Engines' });
  expect(await typed.locator('..').getAttribute('class')).not.toContain('bg-accent-soft');
  await undo(one, 'Company saved');
  await other.getByRole('button', { name: 'Add company' }).waitFor();
  expect(await companyOf(one)).toBeNull();
});

test('both change one field: both values are shown, and nothing is overwritten before somebody chose', async () => {
  browser.tolerate(/409 .*\/api\/contacts/); // the clash is the story
  const [one, other] = [await openAda(), await openAda()];
  await editCompany(one, 'Analytical Engines');
  await editCompany(other, 'Babbage & Sons');
  await one.keyboard.press('Enter');
  await expect.poll(() => companyOf(one)).toBe('Analytical Engines');
  await other.keyboard.press('Enter');
  const dialog = other.getByRole('dialog', { name: 'Somebody else changed this too' });
  await dialog.getByText('Babbage & Sons').waitFor();
  await dialog.getByText('Analytical Engines').waitFor();
  expect(await companyOf(one)).toBe('Analytical Engines');
  await expectAccessible(other);
  await screenshot(other, 'conflict desktop light');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await one.getByRole('button', { name: 'Edit company: Babbage & Sons' }).waitFor();
});

test('both change different fields: both are kept without a question', async () => {
  browser.tolerate(/409 .*\/api\/contacts/);
  const [one, other] = [await openAda(), await openAda()];
  await one.getByRole('button', { name: 'Add title' }).click();
  await one.getByRole('textbox', { name: 'Title' }).fill('Countess');
  await other.getByRole('button', { name: 'Add external ID' }).click();
  await other.getByRole('textbox', { name: 'External ID' }).fill('crm-7');
  await one.keyboard.press('Enter');
  await other.getByText('Countess').first().waitFor();
  await other.keyboard.press('Enter');
  await one.getByRole('button', { name: 'Edit external ID: crm-7' }).waitFor();
  expect(await nell.api(one, `/api/contacts/${ada}`)).toMatchObject({
    job_title: 'Countess',
    external_id: 'crm-7',
  });
});

test('the history says who changed what from what to what', async () => {
  const page = await openAda();
  await page.getByRole('button', { name: 'History' }).click();
  const lines = page.getByRole('dialog', { name: 'History' }).getByRole('listitem');
  await lines.filter({ hasText: 'Babbage & Sons' }).first().waitFor();
  const texts = (await lines.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  expect(texts).toContain('Company from Analytical Engines to Babbage & Sons');
  expect(texts.some((text) => /Nell Prescott .*External ID crm-7/.test(text))).toBe(true);
});

test('quick actions: a note, an e-mail; nothing to somebody who is not to be contacted', async () => {
  const page = await openAda();
  const actions = page.getByRole('group', { name: 'Quick actions' });
  await actions.getByRole('button', { name: 'Note' }).click();
  await page.getByRole('textbox', { name: 'New note' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'New note' }).waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'New note' }).waitFor();
  await page.getByRole('button', { name: 'Edit status' }).click();
  await page.getByRole('option', { name: 'Do not contact' }).click();
  await expect.poll(() => actions.getByRole('button', { name: 'Call' }).isDisabled()).toBe(true);
  expect(await actions.getByRole('button', { name: 'E-mail' }).isDisabled()).toBe(true);
  await expectAccessible(page);
});

test('the contact is deleted in two steps', async () => {
  browser.tolerate(/404 .*\/api\//); // what the page of the other one still asks for
  const page = await openAda();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete contact…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL(/\/contacts$/);
  await page.getByText('Ada Byron was deleted').waitFor();
});
