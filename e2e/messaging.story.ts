/** Messaging: a text comes in from the test phone, is answered, delivered, suggested to, stopped; settings; looks. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, type PageOptions, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];

const MAREN = '+12075550111';
const PATIENT = { timeout: 15_000 };

const openAs = async (path: string, options: PageOptions = {}): Promise<Page> => {
  const page = await browser.open(`${server.url}/healthz`, options);
  page.setDefaultTimeout(15_000);
  await page.context().addCookies(cookies);
  await page.goto(server.url + path);
  return page;
};

const api = async <T>(page: Page, path: string, data?: object): Promise<T> => {
  const url = server.url + path;
  const answer = await (data ? page.request.post(url, { data }) : page.request.get(url));
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
};

/** As the person with that phone texts us. */
const textIn = (page: Page, from: string, body: string) =>
  api<{ contact_id: string }>(page, '/api/simulator/inbound', { from, body });

const feed = (page: Page) => page.getByRole('log', { name: 'Messages' });
const sent = (page: Page, text: string) =>
  feed(page).getByRole('article', { name: 'Sent message' }).filter({ hasText: text });
const writing = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });

test('an empty inbox leads to the test phone, which works without an account', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  page.setDefaultTimeout(15_000);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  cookies = await stateOf(page);
  await page.goto(`${server.url}/messaging`);
  await page.getByText('No conversations yet').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the test phone' }).click();
  await page.getByLabel('Number of the phone').fill(MAREN);
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill('Hi, this is Maren Holloway. Do you have the oak samples in stock?');
  await page.getByRole('button', { name: 'Send the text' }).click();
  await page
    .getByRole('log', { name: 'Messages on the phone' })
    .getByText(/oak samples/)
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the conversation in Messaging' }).click();
  await feed(page)
    .getByRole('article', { name: 'Received message' })
    .getByText(/oak samples/)
    .waitFor();
});

test('an answer is on screen at once, goes out from the number that was written to, and is delivered', async () => {
  const page = await openAs('/messaging');
  await page.getByRole('link', { name: /oak samples/ }).click();
  await writing(page).fill('Three boxes are here.');
  await page.getByText(/21 characters · 1 part/).waitFor();
  await writing(page).press('Control+Enter');
  await feed(page).getByText('Three boxes are here.').waitFor();
  await sent(page, 'Three boxes').getByText('Delivered').waitFor();
  expect(await writing(page).inputValue()).toBe('');
  await page.goto(`${server.url}/simulator`);
  await page.getByLabel('Number of the phone').fill(MAREN);
  await page
    .getByRole('log', { name: 'Messages on the phone' })
    .getByText('Three boxes are here.')
    .waitFor();
});

test('a message can be undone before it leaves; its words come back', async () => {
  const page = await openAs('/messaging');
  await page.getByRole('link', { name: /Three boxes/ }).click();
  await writing(page).fill('This was too early.');
  await writing(page).press('Control+Enter');
  await sent(page, 'too early').getByRole('button', { name: 'Undo' }).click();
  await sent(page, 'too early').getByText('Cancelled').waitFor();
  await expect.poll(() => writing(page).inputValue(), PATIENT).toBe('This was too early.');
});

test('a draft waits on the server, for another browser too', async () => {
  const page = await openAs('/messaging');
  await page.getByRole('link', { name: /Maren|555-0111/ }).click();
  await writing(page).fill('About the price of the');
  await page.getByRole('link', { name: 'Draft' }).waitFor();
  const other = await openAs('/messaging');
  await other.getByRole('link', { name: /Draft/ }).click();
  await expect.poll(() => writing(other).inputValue(), PATIENT).toBe('About the price of the');
  await writing(other).fill('');
  await other.getByRole('link', { name: /Draft/ }).waitFor({ state: 'detached' });
});

test('a later message waits for its time and can be called off', async () => {
  const page = await openAs('/messaging');
  await page.getByRole('link', { name: /Maren|555-0111/ }).click();
  await writing(page).fill('Good morning, the delivery is on its way.');
  await page.getByRole('button', { name: 'Send later' }).click();
  await page.getByRole('button', { name: /Tomorrow morning/ }).click();
  const message = sent(page, 'on its way');
  await message.getByText(/Scheduled for .*9:00/).waitFor();
  await message.getByRole('button', { name: 'Cancel' }).click();
  await message.getByText('Cancelled').waitFor();
});

test('a canned reply is put in by a slash, with the name of the person', async () => {
  const page = await openAs('/settings/canned-replies');
  await page.getByRole('button', { name: 'New reply' }).click();
  await page.getByLabel('Title').fill('Opening hours');
  await page.getByLabel('Shortcut').fill('hours');
  await page.getByLabel('Text').fill('We are open from 9 to 5, {{first_name|friend}}.');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('/hours').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Messaging/ }).click();
  await page.getByRole('link', { name: /Maren|555-0111/ }).click();
  await writing(page).fill('');
  await writing(page).pressSequentially('/ho');
  await page.getByRole('option', { name: /Opening hours/ }).waitFor();
  await expectAccessible(page);
  await writing(page).press('Enter');
  await expect
    .poll(() => writing(page).inputValue(), PATIENT)
    .toMatch(/^We are open from 9 to 5, \w+\.$/);
  await writing(page).fill('');
});

test('a suggested reply fills the compose box and is sent as a suggestion', async () => {
  const page = await openAs('/messaging');
  const { contact_id } = await textIn(page, MAREN, 'When are you open on Friday?');
  await page.getByRole('link', { name: /open on Friday/ }).click();
  await feed(page).getByText('When are you open on Friday?').click();
  const panel = page.getByRole('region', { name: 'Suggested replies' });
  await panel.getByRole('button', { name: 'Use this reply' }).first().waitFor();
  expect(await panel.getByRole('button', { name: 'Use this reply' }).count()).toBe(3);
  await expectAccessible(page);
  await screenshot(page, 'messaging suggestions');
  await panel.getByRole('button', { name: 'Use this reply' }).first().click();
  await expect.poll(() => writing(page).inputValue(), PATIENT).not.toBe('');
  const text = await writing(page).inputValue();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await sent(page, text.trim().split('\n')[0] ?? text)
    .last()
    .getByText(/Sent|Delivered/)
    .waitFor();
  const { messages } = await api<{ messages: { ai_origin: string | null }[] }>(
    page,
    `/api/messages?contact_id=${contact_id}`,
  );
  expect(messages.filter(({ ai_origin }) => ai_origin === 'suggestion')).toHaveLength(1);
});

test('after STOP nothing can be written, until they write START', async () => {
  const page = await openAs('/messaging');
  await textIn(page, MAREN, 'STOP');
  await page.getByRole('link', { name: /STOP/ }).click();
  await page.getByText('(207) 555-0111 must not be written to').waitFor();
  await page.getByText('They wrote STOP.', { exact: false }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open compliance' }).click();
  await page.getByRole('button', { name: 'Lift (207) 555-0111' }).waitFor();
  await expectAccessible(page);
  await textIn(page, MAREN, 'START');
  await page.getByText('Nobody is blocked').waitFor();
});

test('read and unread, done, the keyboard, the filters in the address', async () => {
  const page = await openAs('/messaging');
  await textIn(page, '+13125550133', 'Thanks, that worked!');
  await textIn(page, '+14155550144', 'Where is my invoice?');
  const nav = page.getByRole('navigation', { name: 'Main' });
  // START of the story before may be among them: whoever saw it come in has read it.
  const { unread } = await api<{ unread: number }>(page, '/api/inbox/counts');
  const badge = (count: number) => nav.getByRole('link', { name: `Messaging ${count} unread` });
  expect(unread).toBeGreaterThanOrEqual(2);
  await badge(unread).waitFor();
  await page.getByRole('link', { name: /invoice/ }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/messaging\/[0-9a-f-]{36}/);
  await badge(unread - 1).waitFor();
  await feed(page).getByText('Where is my invoice?').waitFor();
  await page.getByRole('button', { name: 'Mark unread (U)' }).waitFor();
  await page.keyboard.press('u');
  await badge(unread).waitFor();
  await page.getByRole('link', { name: /invoice/ }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Done' }).waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'Needs reply' }).click();
  await page.waitForURL(/show=needs_reply/);
  await page.getByRole('link', { name: /that worked/ }).waitFor();
  await page.getByRole('link', { name: /invoice/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.type('0144');
  await page.waitForURL(/search=0144/);
  await page.getByText(/Nobody found/).waitFor();
  await page.getByRole('searchbox').fill('oak sam');
  const found = page.getByRole('region', { name: 'Messages found' });
  await found.getByRole('link', { name: /oak samples/ }).click();
  await feed(page)
    .getByText(/oak samples in stock/)
    .waitFor();
});

test('a call from the test phone stands in the feed', async () => {
  const page = await openAs('/simulator');
  await page.getByLabel('Number of the phone').fill('+14155550144');
  await page.getByLabel('What is said').fill('Hi, could you call me back about the invoice?');
  await page.getByRole('button', { name: 'Ring' }).click();
  await page.getByRole('link', { name: 'Open the conversation' }).click();
  await page.getByRole('radio', { name: 'Calls' }).click();
  await feed(page).getByRole('article').first().waitFor();
  await expectAccessible(page);
});

test('a number and the accounts are set up in the settings, and say what is wrong', async () => {
  const page = await openAs('/settings/numbers');
  await page.getByRole('button', { name: 'Get a number' }).click();
  await page.getByLabel('Area code or digits').fill('207');
  await page.getByRole('button', { name: 'Search' }).click();
  await page
    .getByRole('button', { name: /^Take / })
    .first()
    .click();
  await page.getByText(/is yours/).waitFor();
  await expectAccessible(page);
  browser.tolerate(/400 .*\/api\/settings\/twilio/); // the refused form
  await page.getByRole('link', { name: 'Twilio' }).click();
  await page.getByLabel('Account SID').fill('AC123');
  await page.getByRole('button', { name: 'Save and test' }).click();
  await page.getByText(/AC and 32 hexadecimal digits/).waitFor();
  await expectAccessible(page);
});

test('an e-mail goes out with its subject, from an address of the organization', async () => {
  const page = await openAs('/settings/email');
  await page.getByRole('button', { name: 'New address' }).click();
  await page.getByLabel('Address', { exact: true }).fill('office');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/^office@/).waitFor();
  await expectAccessible(page);
  const { id } = await api<{ id: string }>(page, '/api/contacts', {
    first_name: 'Ivo',
    last_name: 'Lind',
    email: 'ivo@example.com',
  });
  await page.goto(`${server.url}/messaging/${id}`);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Your samples');
  await writing(page).fill('They are **ready**.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await sent(page, 'Your samples')
    .getByText(/Sent|Delivered/)
    .waitFor();
  await feed(page).locator('strong', { hasText: 'ready' }).waitFor();
  await screenshot(page, 'messaging e-mail');
});

test.each([
  ['desktop light', {}],
  ['desktop dark', { colorScheme: 'dark' }],
  ['phone light', { mobile: true }],
  ['phone dark', { mobile: true, colorScheme: 'dark' }],
] as [string, PageOptions][])('looks: %s', async (name, options) => {
  const page = await openAs('/messaging', options);
  await page
    .getByRole('link', { name: /invoice|call/i })
    .first()
    .waitFor();
  await expectAccessible(page);
  await screenshot(page, `messaging inbox ${name}`);
  await page
    .getByRole('link', { name: /555-0111/ })
    .first()
    .click();
  await feed(page).getByText('When are you open on Friday?').waitFor();
  await expectAccessible(page);
  await screenshot(page, `messaging conversation ${name}`);
  await page.goto(`${server.url}/simulator`);
  await page.getByRole('log', { name: 'Messages on the phone' }).waitFor();
  await expectAccessible(page);
  await screenshot(page, `simulator ${name}`);
});
