/** What is noted of a contact, what is to be done, what happened: the right column. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { usePerson } from './steps.ts';

const server = useServer();
const browser = useBrowser();
const nell = usePerson(server, browser);
let ada = '';

const openAda = async (options: PageOptions = {}): Promise<Page> => {
  const page = await nell.open(`/contacts/${ada}`, options);
  await page.getByRole('heading', { name: 'Ada Byron' }).first().waitFor();
  return page;
};

test('a contact is there', async () => {
  const page = await nell.signUp({
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  const create = { first_name: 'Ada', last_name: 'Byron', phone_number: '+14155550132' };
  ada = (await nell.api(page, '/api/contacts', create)).id;
});

test('notes are written, pinned, changed, sorted and deleted', async () => {
  const page = await openAda();
  const notes = page.getByRole('tabpanel', { name: 'Notes' });
  const menuOf = (body: string) =>
    notes
      .getByRole('article')
      .filter({ hasText: body })
      .getByRole('button', { name: 'Change this note' });
  const write = async (body: string, area?: string) => {
    await notes.getByRole('button', { name: 'Write a note' }).click();
    const text = notes.getByRole('textbox', { name: 'New note' });
    await text.fill(body);
    if (area) await notes.getByLabel('Kind of the note').selectOption(area);
    if (area) await expectAccessible(page);
    await text.press('Control+Enter');
    await notes.getByRole('article').filter({ hasText: body }).waitFor();
    // Until the server has it, it has no menu.
    await menuOf(body).waitFor();
  };
  await write('Likes oak, not pine.');
  await write('Wants a visit before noon.');
  await write('Has a dog that bites.', 'Alert');
  const texts = () => notes.getByRole('article').locator('p').allInnerTexts();
  expect((await texts())[0]).toBe('Has a dog that bites.');

  await menuOf('Likes oak').click();
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await expect.poll(async () => (await texts())[0]).toBe('Likes oak, not pine.');
  await screenshot(page, 'editing notes');
  await menuOf('before noon').click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await notes.getByRole('textbox', { name: 'Text of the note' }).fill('Wants a visit after four.');
  await notes.getByRole('button', { name: 'Save', exact: true }).click();
  await notes.getByText('Wants a visit after four.').waitFor();

  const order = (name: string) => async () => {
    await notes.getByRole('button', { name: /Order of the notes/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await order('Recently edited')();
  await expect.poll(async () => (await texts())[1]).toBe('Wants a visit after four.');
  await order('Newest')();
  await expect.poll(async () => (await texts())[1]).toBe('Has a dog that bites.');
  await notes.getByRole('radio', { name: 'Alert' }).click();
  await expect.poll(async () => (await texts()).length).toBe(1);
  await notes.getByRole('radio', { name: 'All', exact: true }).click();

  await menuOf('dog').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await notes.getByText('Has a dog that bites.').waitFor({ state: 'detached' });
  await page.reload();
  await notes.getByText('Wants a visit after four.').waitFor();
  expect(await texts()).toEqual(['Likes oak, not pine.', 'Wants a visit after four.']);
});

test('a note can be internal, and says so', async () => {
  const page = await openAda();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'New note' }).fill('Pays late.');
  await page.getByRole('button', { name: 'Internal' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('article').filter({ hasText: 'Pays late.' }).getByText('Internal').waitFor();
  const { notes } = await nell.api<{ notes: { body: string; visibility: string }[] }>(
    page,
    `/api/contacts/${ada}/notes`,
  );
  expect(Object.fromEntries(notes.map(({ body, visibility }) => [body, visibility]))).toMatchObject(
    {
      'Pays late.': 'internal',
      'Likes oak, not pine.': 'user_visible',
    },
  );
});

test('a todo is written down by a key, changed in its place, and moved through its states', async () => {
  const page = await openAda();
  await page.keyboard.press('t');
  await page.getByLabel('What is to be done').fill('Send samples');
  await page.getByRole('button', { name: 'Add todo' }).click();
  const before = page.getByRole('article', { name: 'Send samples' });
  await before.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('What is to be done').fill('Send oak samples');
  await page.getByRole('textbox', { name: 'Details' }).fill('Three sizes.');
  await page.getByLabel('Due').fill('2020-02-28');
  await page.getByLabel('For', { exact: true }).selectOption('Nell Prescott');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const todo = page.getByRole('article', { name: 'Send oak samples' });
  for (const text of ['Three sizes.', 'Nell Prescott']) await todo.getByText(text).waitFor();
  await todo.getByText(/days late/).waitFor();
  await todo.getByRole('button', { name: 'Start' }).click();
  await todo.getByText('In progress').waitFor();
  await todo.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Due').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await todo.getByText(/days late/).waitFor({ state: 'detached' });
});

test('the activity by kind, each day folded away', async () => {
  const page = await openAda();
  await page.keyboard.press('a');
  const activity = page.getByRole('tabpanel', { name: 'Activity' });
  await activity.getByText('Pays late.').waitFor();
  await activity.getByText('Send oak samples').waitFor();
  await expectAccessible(page);
  await activity.getByRole('radio', { name: 'Todos' }).click();
  await activity.getByText('Pays late.').waitFor({ state: 'detached' });
  await activity.getByRole('radio', { name: 'Calls' }).click();
  await activity.getByText('No calls yet').waitFor();
  await activity.getByRole('radio', { name: 'Notes' }).click();
  await activity.getByText('Pays late.').waitFor();
  await activity.getByText('Today').click();
  await activity.getByText('Pays late.').waitFor({ state: 'hidden' });
});

test('the keys of a contact are in the help', async () => {
  const page = await openAda();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const text of ['Write a note', 'Add a todo', 'Who changed what', 'Select the row'])
    await help.getByText(text).waitFor();
  await expectAccessible(page);
});
