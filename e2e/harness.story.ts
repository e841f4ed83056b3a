/** The tools of the stories, seen at work: a quiet page passes, a noisy one would not. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { startServer } from './server.ts';

const quiet = '<p>Hello</p>';
const noisy = `<script>
  console.error('a console error');
  fetch('https://example.com/').catch(() => undefined);
  setTimeout(() => { throw new Error('a page error'); });
</script>`;
const faulty = '<button></button>';

const browser = useBrowser();
let site: Server;
let url = '';

beforeAll(async () => {
  const bodies: Record<string, string> = { '/quiet': quiet, '/noisy': noisy, '/faulty': faulty };
  site = createServer((request, response) => {
    const body = bodies[request.url ?? ''] ?? '';
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${body}</main>`,
    );
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => site.close());

test('a quiet page passes', async () => {
  const page = await browser.open(`${url}/quiet`);
  expect(await page.textContent('p')).toBe('Hello');
  expect(browser.complaints()).toEqual([]);
  await expectAccessible(page);
});

test('console errors, page errors and requests to other hosts are seen', async () => {
  browser.tolerate(/./);
  await browser.open(`${url}/noisy`);
  for (const complaint of ['a console error', 'page error: a page error', 'request outside']) {
    await expect.poll(() => browser.complaints().join('\n')).toContain(complaint);
  }
});

test('serious accessibility faults are seen', async () => {
  const page = await browser.open(`${url}/faulty`);
  await expect(expectAccessible(page)).rejects.toThrow('button-name');
});

test('a phone has a phone’s screen', async () => {
  const page = await browser.open(`${url}/quiet`, { mobile: true });
  expect(page.viewportSize()).toEqual({ width: 390, height: 844 });
});

test('a server starts ready and stops', async () => {
  const server = await startServer();
  const answer = await fetch(`${server.url}/readyz`);
  await server.stop();
  expect(answer.status).toBe(200);
  await expect(fetch(`${server.url}/readyz`)).rejects.toThrow('fetch failed');
});

test('a server that cannot start says why', async () => {
  await expect(startServer({ PORT: 'none' })).rejects.toThrow('PORT must be a number');
});
