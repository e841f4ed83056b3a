/** Real time: a browser that loses its line during 500 messages ends with the server's feed; two people at once. */
import type { Page, WebSocketRoute } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm, stateOf } from './steps.ts';

const server = useServer();
const browser = useBrowser();
let cookies: Awaited<ReturnType<typeof stateOf>> = [];
let organization_id = '';
let gateway_key = '';

const MAREN = '+12075550111';
const MESSAGES = 500;
const AT_ONCE = 8;

const api = async <T>(page: Page, path: string, data?: object): Promise<T> => {
  const url = server.url + path;
  const answer = await (data ? page.request.post(url, { data }) : page.request.get(url));
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
};

/** Delivers messages of this person as a program does, several at a time. */
const deliver = async (page: Page, texts: string[]): Promise<void> => {
  const waiting = [...texts];
  const work = async () => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const answer = await page.request.post(`${server.url}/contact-intel/messages`, {
        headers: { 'x-gateway-key': gateway_key },
        data: { tenant_id: organization_id, channel: 'sms', from: MAREN, body, external_id: body },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** A page whose real-time line can be cut and mended. */
const openWithLine = async () => {
  const page = await browser.open(`${server.url}/healthz`);
  page.setDefaultTimeout(30_000);
  await page.context().addCookies(cookies);
  const lines = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/api\/realtime/, (line) => {
    if (isCut) {
      void line.close({ code: 1013 });
      return;
    }
    lines.add(line);
    line.connectToServer();
  });
  return {
    page,
    cut: async () => {
      isCut = true;
      await Promise.all([...lines].map((line) => line.close({ code: 1013 })));
      lines.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
};

const feed = (page: Page) => page.getByRole('log', { name: 'Messages' });

/** The last message of the feed, after scrolling down to it. */
const endOfFeed = (page: Page): Promise<string | null | undefined> =>
  feed(page).evaluate((box) => {
    box.scrollTo(0, box.scrollHeight);
    return [...box.querySelectorAll('article p.whitespace-pre-wrap')].at(-1)?.textContent;
  });

/** Every message of the feed from the newest to the oldest, as somebody scrolling up sees them. */
const readFeed = (page: Page): Promise<string[]> =>
  feed(page).evaluate(async (box) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const seen = new Set<string>();
    for (let settling = 0; settling < 30; settling += 1) {
      box.scrollTo(0, box.scrollHeight);
      await frame();
    }
    for (let still = 0; still < 20;) {
      const before = seen.size;
      const inSight = [...box.querySelectorAll('article p.whitespace-pre-wrap')];
      for (const { textContent } of inSight.toReversed()) seen.add(textContent ?? '');
      still = seen.size === before ? still + 1 : 0;
      box.scrollBy(0, -300);
      await frame();
      await frame();
    }
    return [...seen];
  });

test('an organization with a program that delivers messages', async () => {
  browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
  const page = await browser.open(server.url);
  await signUpByForm(page, {
    organization: 'Harbor & Pine',
    name: 'Nell Prescott',
    email: 'nell@example.com',
  });
  cookies = await stateOf(page);
  const me = await api<{ organization: { id: string } }>(page, '/api/me');
  organization_id = me.organization.id;
  gateway_key = (await api<{ key: string }>(page, '/api/gateway-keys', { name: 'Chat' })).key;
  await deliver(page, ['Hello']);
});

test(
  'a line that is cut during 500 messages: the feed ends as the server has it',
  {
    timeout: 240_000,
  },
  async () => {
    const { page, cut, mend } = await openWithLine();
    await page.goto(`${server.url}/messaging`);
    await page.getByRole('link', { name: /Hello/ }).click();
    await feed(page).getByText('Hello').waitFor();
    const texts = Array.from({ length: MESSAGES }, (_, index) => `Message ${index + 1}`);
    await deliver(page, texts.slice(0, 20));
    await feed(page).getByText('Message 20').waitFor();
    await cut();
    await deliver(page, texts.slice(20));
    mend();
    await page.getByText(`${MESSAGES + 1} messages`).waitFor();
    const { messages } = await api<{ messages: { contact_id: string; body: string }[] }>(
      page,
      `/api/messages?contact_id=${new URL(page.url()).pathname.split('/').at(-1)}`,
    );
    expect(messages).toHaveLength(MESSAGES + 1);
    // The total may be known a moment before the newest page is.
    await expect.poll(() => endOfFeed(page)).toBe(messages.at(-1)!.body);
    const shown = await readFeed(page);
    const kept = messages.map(({ body }) => body).toReversed();
    expect(shown.slice(0, 5)).toEqual(kept.slice(0, 5));
    expect(shown.join('\n')).toBe(kept.join('\n'));
  },
);

test('two people at once: what one writes and reads, the other sees', async () => {
  const one = (await openWithLine()).page;
  const other = (await openWithLine()).page;
  for (const page of [one, other]) {
    await page.goto(`${server.url}/messaging`);
    await page.getByRole('link', { name: /555-0111/ }).waitFor();
  }
  await one.getByRole('link', { name: /555-0111/ }).click();
  await other.getByRole('link', { name: /555-0111/ }).click();
  const writing = one.getByRole('textbox', { name: 'Message', exact: true });
  await writing.fill('I am on it.');
  await writing.press('Control+Enter');
  const theirs = feed(other).getByRole('article', { name: 'Sent message' });
  await theirs.filter({ hasText: 'I am on it.' }).getByText('Delivered').waitFor();
  await other.goto(`${server.url}/contacts`);
  await deliver(one, ['One more thing']);
  await feed(one).getByText('One more thing').waitFor();
  // The same person has read it in the first window: nothing is unread in the second.
  await other.goto(`${server.url}/messaging`);
  await other.getByRole('link', { name: /One more thing/ }).waitFor();
  await expect
    .poll(() => other.getByRole('link', { name: /One more thing/ }).textContent(), {
      timeout: 15_000,
    })
    .not.toMatch(/unread/);
});
