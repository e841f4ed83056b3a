/** The contact page, edited: tags, phones, e-mails, addresses, members; and the tags in the settings. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { undo, usePerson } from './steps.ts';

const server = useServer();
const browser = useBrowser();
const nell = usePerson(server, browser);
let ada = '';

const openAda = async (options: PageOptions = {}): Promise<Page> => {
  const page = await nell.open(`/contacts/${ada}`, options);
  await page.getByRole('heading', { name: 'Ada Byron' }).first().waitFor();
  return page;
};

/** What the server knows of Ada. */
const knownOf = (page: Page) =>
  nell.api<{
    phones: { phone_number: string; label: string | null; is_preferred: boolean }[];
    emails: { email: string }[];
    addresses: { city: string }[];
    tags: { name: string; color: string }[];
    assigned_users: { name: string }[];
  }>(page, `/api/contacts/${ada}`);

const group = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('somebody signs up and adds two contacts', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const create = async (data: object) => (await nell.api(page, '/api/contacts', data)).id;
  ada = await create({ first_name: 'Ada', last_name: 'Byron', phone_number: '+14155550132' });
  await create({ first_name: 'Bo', last_name: 'Lind', phone_number: '+14155550199' });
});

test('tags are made, put on, taken off and brought back', async () => {
  const page = await openAda();
  const tags = group(page, 'Tags');
  await tags.getByRole('button', { name: 'Add a tag' }).click();
  const search = page.getByRole('combobox', { name: 'Search tags' });
  await search.fill('Trade');
  await page.getByRole('radio', { name: 'Teal' }).click();
  await expectAccessible(page);
  await screenshot(page, 'editing tags');
  await page.getByRole('option', { name: 'Create Trade' }).click();
  await tags.getByText('Trade').waitFor();
  await search.fill('VIP');
  await search.press('Enter');
  await tags.getByText('VIP').waitFor();
  await page.keyboard.press('Escape');
  await tags.getByRole('button', { name: 'Remove the tag VIP' }).click();
  await tags.getByText('VIP').waitFor({ state: 'detached' });
  await undo(page, 'VIP removed');
  await tags.getByText('VIP').waitFor();
  await expect
    .poll(async () => (await knownOf(page)).tags.map(({ name }) => name).toSorted())
    .toEqual(['Trade', 'VIP']);
  expect((await knownOf(page)).tags.find(({ name }) => name === 'Trade')?.color).toBe('#14b8a6');
});

test('phone numbers: refused with the reason, added, preferred, changed, removed and brought back', async () => {
  browser.tolerate(/400 .*\/phones|409 .*\/phones/); // refusals are a part of the story
  const page = await openAda();
  const phones = group(page, 'Phone');
  await phones.getByRole('button', { name: 'Add phone number' }).click();
  const number = page.getByRole('textbox', { name: 'Phone number' });
  await number.fill('12');
  await number.press('Enter');
  await page.getByRole('alert').waitFor();
  await number.fill('+1 415 555 0199');
  await number.press('Enter');
  await page.getByText(/Another contact has the number/).waitFor();
  expect(await page.getByRole('link', { name: 'Open that contact' }).count()).toBe(1);
  await expectAccessible(page);
  await screenshot(page, 'editing phone');
  await number.fill('+1 415 555 0140');
  await page.getByLabel('Label').fill('Work');
  await page.getByRole('checkbox', { name: /preferred/ }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await phones.getByText('Work, preferred').waitFor();

  await phones.getByRole('button', { name: 'Change (415) 555-0132' }).click();
  await page.getByRole('menuitem', { name: 'Make preferred' }).click();
  await expect
    .poll(async () => (await knownOf(page)).phones.find((one) => one.is_preferred)?.phone_number)
    .toBe('+14155550132');
  await phones.getByRole('button', { name: 'Change (415) 555-0140' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('Label').fill('Office');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await phones.getByText('Office').waitFor();

  await phones.getByRole('button', { name: 'Change (415) 555-0140' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await phones.getByText('(415) 555-0140').waitFor({ state: 'detached' });
  await expect.poll(async () => (await knownOf(page)).phones.length).toBe(1);
  await undo(page, 'Phone number removed');
  await phones.getByText('Office').waitFor();
  expect((await knownOf(page)).phones.map(({ label }) => label).toSorted()).toEqual(
    [null, 'Office'].toSorted(),
  );
});

test('e-mail addresses and addresses', async () => {
  browser.tolerate(/400 .*\/emails|400 .*\/addresses/); // refusals are a part of the story
  const page = await openAda();
  await group(page, 'E-mail').getByRole('button', { name: 'Add e-mail address' }).click();
  const email = page.getByRole('textbox', { name: 'E-mail address' });
  await email.fill('ada@');
  await email.press('Enter');
  await page.getByText('is not an e-mail address').waitFor();
  await email.fill('ada@example.com');
  await email.press('Enter');
  await group(page, 'E-mail').getByText('ada@example.com').waitFor();

  await group(page, 'Address').getByRole('button', { name: 'Add address' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/is empty, and so is the rest/).waitFor();
  await page.getByLabel('Street').fill('12 St James Square');
  await page.getByLabel('City').fill('London');
  await expectAccessible(page);
  await screenshot(page, 'editing address');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await group(page, 'Address').getByText('London').waitFor();
  await group(page, 'Address')
    .getByRole('button', { name: /^Change 12 St James/ })
    .click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('City').fill('Nottingham');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await group(page, 'Address').getByText('Nottingham').waitFor();
  await group(page, 'E-mail').getByRole('button', { name: 'Change ada@example.com' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect.poll(async () => (await knownOf(page)).emails.length).toBe(0);
  await undo(page, 'E-mail address removed');
  await expect.poll(async () => (await knownOf(page)).emails.length).toBe(1);
  expect((await knownOf(page)).addresses.map(({ city }) => city)).toEqual(['Nottingham']);
});

test('who looks after the contact', async () => {
  const page = await openAda();
  const members = group(page, 'Assigned to');
  await members.getByRole('button', { name: 'Assign a member' }).click();
  await page.getByRole('option', { name: 'Nell Prescott' }).click();
  await members.getByText('Nell Prescott').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await knownOf(page)).assigned_users.length).toBe(1);
  await members.getByRole('button', { name: 'Remove Nell Prescott' }).click();
  await expect.poll(async () => (await knownOf(page)).assigned_users.length).toBe(0);
  await undo(page, 'No longer assigned to Nell Prescott');
  await members.getByText('Nell Prescott').waitFor();
  await expect.poll(async () => (await knownOf(page)).assigned_users.length).toBe(1);
});

test('tags are renamed, coloured and deleted in the settings', async () => {
  browser.tolerate(/409 .*\/contact-tags/); // a name that is taken is a part of the story
  const page = await nell.open('/settings/tags');
  await page.getByRole('button', { name: 'Edit Trade' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('vip');
  await name.press('Enter');
  await page.getByText(/There is a tag named/).waitFor();
  await name.fill('Trade partner');
  await page.getByRole('radio', { name: 'Pink' }).click();
  await expectAccessible(page);
  await screenshot(page, 'editing tag settings');
  await name.press('Enter');
  await page.getByText('Trade partner').waitFor();
  expect((await knownOf(page)).tags.find((tag) => tag.name === 'Trade partner')?.color).toBe(
    '#ec4899',
  );
  await page.getByRole('button', { name: 'Delete VIP' }).click();
  await page.getByText('It is taken off 1 contact.').waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await knownOf(page)).tags.map((tag) => tag.name))
    .toEqual(['Trade partner']);
  await page.getByRole('button', { name: 'Delete VIP' }).waitFor({ state: 'detached' });
  await expectAccessible(page);
  await screenshot(page, 'tag settings');
});

test.each([
  ['desktop', {}],
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('an edited contact: %s', async (name, options) => {
  const page = await openAda(options);
  if (options.mobile) {
    for (const view of ['Notes', 'Details']) {
      await page.getByRole('radio', { name: view }).click();
      await expectAccessible(page);
      await screenshot(page, `edited ${view} ${name}`);
    }
    await page.getByRole('button', { name: 'Assign a member' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Add a tag' }).click();
    await page.getByRole('option', { name: 'Trade partner' }).waitFor();
    await screenshot(page, `edited tags ${name}`);
    return;
  }
  await page.getByRole('button', { name: 'Assign a member' }).scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await screenshot(page, `edited ${name}`);
});
