/** Steps that several stories take. */
import type { Page } from 'playwright-core';

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
