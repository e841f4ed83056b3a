/** Sharing out contacts among members, and the todos of one contact: by mouse, by keys, on a phone, by night. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];

const PEOPLE = ['Ada Moss', 'Anton Reyes', 'Bea Lindqvist', 'Bo Farrow', 'Cleo Hart', 'Emil Roux'];
/** More than one page of 25, all after the names above. */
const CROWD = Array.from({ length: 24 }, (_, index) => `Zoe Number${index + 10}`);

const openAs = async (path: string, options: PageOptions = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  page.setDefaultTimeout(10_000);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};

const api = async <T>(page: Page, path: string, data?: object): Promise<T> => {
  const url = server.url + path;
  const answer = await (data ? page.request.post(url, { data }) : page.request.get(url));
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
};

const assignedTo = (page: Page, name: string) =>
  page.getByRole('list', { name: `Assigned to ${name}` });

const pick = async (page: Page, member: string): Promise<void> => {
  await page.getByRole('listbox').getByRole('option', { name: member }).click();
};

test('contacts, a tag and a second member are there', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  cookies = await stateOf(page);
  const tag = await api<{ id: string }>(page, '/api/contact-tags', {
    name: 'Builder',
    color: '#0e7490',
  });
  for (const [index, name] of [...PEOPLE, ...CROWD].entries()) {
    const [first_name, last_name] = name.split(' ');
    const { id } = await api<{ id: string }>(page, '/api/contacts', {
      first_name,
      last_name,
      phone_number: `+1207555${String(1000 + index)}`,
    });
    if (index < 2) await api(page, `/api/contacts/${id}/tags/${tag.id}`, {});
  }
  const { token } = await api<{ token: string }>(page, '/api/invitations', {
    email: 'omar@example.com',
    role: 'member',
  });
  const other = await browser.open(`${server.url}/healthz`);
  await api(other, '/api/auth/sign-up/email', {
    name: 'Omar Vance',
    email: 'omar@example.com',
    password: 'correct horse battery',
    invitation_token: token,
  });
});

test('a member is assigned to one contact and removed again', async () => {
  const page = await openAs('/contacts');
  await page.getByRole('link', { name: 'Assignments' }).click();
  await page.getByText('0 of 30 contacts assigned').waitFor();
  await page.getByRole('heading', { name: 'E', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Assign somebody to Ada Moss' }).click();
  await pick(page, 'Omar Vance');
  await assignedTo(page, 'Ada Moss').getByText('Omar Vance').waitFor();
  await page.getByText('1 of 30 contacts assigned').waitFor();
  await assignedTo(page, 'Ada Moss').getByRole('button', { name: 'Remove Omar Vance' }).click();
  await page.getByText('0 of 30 contacts assigned').waitFor();
  await page.getByRole('button', { name: 'Undo' }).first().waitFor();
});

test('many are selected by keys and with Shift, and assigned at once', async () => {
  const page = await openAs('/contacts/assignments');
  await page.getByRole('link', { name: 'Ada Moss' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await page.getByRole('checkbox', { name: 'Select Bo Farrow' }).click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'assignments selected');
  await page
    .getByRole('region', { name: 'Selected contacts' })
    .getByRole('button', { name: 'Assign' })
    .click();
  await pick(page, 'Nell Prescott');
  await page.getByText('4 contacts assigned to Nell Prescott').waitFor();
  await page.getByText('4 of 30 contacts assigned').waitFor();
  await assignedTo(page, 'Bea Lindqvist').getByText('Nell Prescott').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('0 of 30 contacts assigned').waitFor();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await page.getByText('25 selected').waitFor();
  await page
    .getByRole('region', { name: 'Selected contacts' })
    .getByRole('button', { name: 'Assign' })
    .click();
  await pick(page, 'Omar Vance');
  await page.getByText('25 of 30 contacts assigned').waitFor();
});

test('search, tags, member, sort and page stand in the address', async () => {
  const page = await openAs('/contacts/assignments');
  await page.getByRole('button', { name: 'Page 2' }).click();
  await page.waitForURL(/page=2/);
  await page.getByRole('button', { name: 'Show 5 unassigned' }).click();
  await page.waitForURL(/member=unassigned/);
  await page.getByText('5 contacts', { exact: true }).waitFor();
  await page.goBack();
  await page.waitForURL(/page=2/);
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('5551003');
  await page.waitForURL(/search=/);
  await page.getByText('1 contact', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Bo Farrow' }).waitFor();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Builder' }).click();
  await page.keyboard.press('Escape');
  await page.getByText('2 contacts', { exact: true }).waitFor();
  await page.getByLabel('Sort by').selectOption('recently_added');
  await page.waitForURL(/sort=recently_added/);
  expect(await page.getByRole('heading', { name: 'A', exact: true }).count()).toBe(0);
  await page.getByLabel('Assigned to', { exact: true }).selectOption('Nell Prescott');
  await page.getByText('Nobody matches').waitFor();
  await page.getByRole('button', { name: 'Show all contacts' }).click();
  await page.getByText('1–25 of 30 contacts').waitFor();
  await page.goto(`${server.url}/contacts/assignments?page=99`);
  await page.waitForURL(/page=2/);
});

test('a member without the right has no such page in the menu', async () => {
  const page = await browser.open(`${server.url}/healthz`);
  await api(page, '/api/auth/sign-in/email', {
    email: 'omar@example.com',
    password: 'correct horse battery',
  });
  await page.goto(`${server.url}/contacts`);
  await page.getByRole('link', { name: 'Contacts' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Assignments' }).count()).toBe(0);
});

test('todos of a contact: written down, started, done; an e-mail is reviewed first', async () => {
  const page = await openAs('/contacts?search=Ada');
  await page.getByText('Ada Moss').first().click();
  await page.getByRole('tab', { name: 'Todos' }).click();
  await page.getByText('Nothing to do').waitFor();
  await page.getByRole('button', { name: 'Add todo' }).click();
  await page.getByLabel('What is to be done').fill('Send the tile samples');
  await page.getByLabel('Due').fill('2020-02-28');
  await page.getByLabel('For', { exact: true }).selectOption('Omar Vance');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add todo' }).click();
  const samples = page.getByRole('article', { name: 'Send the tile samples' });
  await samples.getByText('Approved').waitFor();
  await samples.getByText(/days late/).waitFor();
  await samples.getByText('Omar Vance').waitFor();

  await page.getByRole('button', { name: 'Add todo' }).click();
  await page.getByLabel('What is to be done').fill('Confirm the visit');
  await page.getByLabel('It is an e-mail to this contact').click();
  await page.getByLabel('Subject').fill('Your visit on Friday');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('We are there at nine.');
  await page.getByRole('button', { name: 'Add todo' }).click();
  const visit = page.getByRole('article', { name: 'Confirm the visit' });
  await visit.getByText('To review').waitFor();
  await visit.getByText('Your visit on Friday').click();
  await visit.getByText('We are there at nine.').waitFor();
  await visit.getByRole('button', { name: 'Approve' }).click();
  await visit.getByRole('button', { name: 'Send the e-mail' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, 'todos desktop light');

  browser.tolerate(/409 .*\/api\/todos/); // nobody can be written to
  await visit.getByRole('button', { name: 'Send the e-mail' }).click();
  await page.getByText(/has no e-mail address/).waitFor();

  await samples.getByRole('button', { name: 'Start' }).click();
  await samples.getByRole('button', { name: 'Mark done' }).click();
  await page.getByText('Over · 1').click();
  await samples.getByText('Done').waitFor();
  await samples.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Over · 1').waitFor({ state: 'detached' });
});

test.each([
  ['desktop light', {}],
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone light', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('assignments and todos: %s', async (name, options) => {
  const page = await openAs('/contacts/assignments', options);
  await page.getByRole('link', { name: 'Ada Moss' }).waitFor();
  await page.getByText('25 of 30 contacts assigned').waitFor();
  await expectAccessible(page);
  await screenshot(page, `assignments ${name}`);
  await page.getByRole('checkbox', { name: 'Select Bo Farrow' }).click();
  await page.getByText('1 selected').waitFor();
  await expectAccessible(page);
  await screenshot(page, `assignments selected ${name}`);
  await page.getByRole('link', { name: 'Ada Moss' }).click();
  if (options.mobile) await page.getByRole('radio', { name: 'Notes' }).click();
  await page.getByRole('tab', { name: 'Todos' }).click();
  await page.getByRole('article', { name: 'Confirm the visit' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, `todos ${name}`);
});
