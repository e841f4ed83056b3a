/** Steps that several stories take. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PageOptions, StoryBrowser } from './browser.ts';

const PASSWORD = 'correct horse battery';

/** Fills in the sign-up page that the browser is on or is sent to, up to the welcome page. */
export async function signUpByForm(
  page: Page,
  person: { organization: string; name: string; email: string },
): Promise<void> {
  await page.getByLabel('Organization').fill(person.organization);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up Rapport' }).click();
  await page.waitForURL(/\/welcome/);
}

/** The cookies of a signed-in page, for other pages of the same person. */
export async function stateOf(page: Page) {
  return (await page.context().storageState()).cookies;
}

/** A person of a story: signs up once, then opens pages and asks the API as that person. */
export const usePerson = (server: { readonly url: string }, browser: StoryBrowser) => {
  let cookies: Awaited<ReturnType<typeof stateOf>> = [];
  return {
    signUp: async (person: Parameters<typeof signUpByForm>[1]): Promise<Page> => {
      browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
      const page = await browser.open(server.url);
      await signUpByForm(page, person);
      cookies = await stateOf(page);
      return page;
    },
    open: async (path: string, options: PageOptions = {}): Promise<Page> => {
      const page = await browser.open(`${server.url}/healthz`, options);
      page.setDefaultTimeout(10_000);
      await page.context().addCookies(cookies);
      await page.goto(server.url + path);
      return page;
    },
    /** Asks with GET, or sends `data` with POST. */
    api: async <T = { id: string }>(page: Page, path: string, data?: object): Promise<T> => {
      const url = server.url + path;
      const answer = await (data ? page.request.post(url, { data }) : page.request.get(url));
      expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
      return (await answer.json()) as T;
    },
  };
};

/** Takes back what a toast tells of. */
export const undo = (page: Page, news: string): Promise<void> =>
  page
    .locator('[data-sonner-toast]')
    .filter({ hasText: news })
    .getByRole('button', { name: 'Undo' })
    .click();
